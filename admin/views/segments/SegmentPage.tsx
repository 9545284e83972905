import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Segment, SegmentRule } from '../../../contract/segment.ts';
import { Answer } from '../../components/Answer.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { formatDate } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { formatPercent } from '../../format/percent.ts';
import { t } from '../../messages/translate.ts';
import { isMissing } from '../../models/attempt.ts';
import { navigate } from '../../models/location.ts';
import { responsesHref } from '../../models/response-filters.ts';
import { beginRule, draft, dropRule } from '../../models/segment-editor.ts';
import { comments, deleteSegment, loadFields, loadSegment, segment } from '../../models/segments.ts';
import { isAdmin } from '../../models/session.ts';
import { Missing } from '../Missing.tsx';
import { EditSegment } from './EditSegment.tsx';
import { Face } from './Face.tsx';
import { RuleText } from './RuleText.tsx';
import { ShareLine } from './ShareLine.tsx';
import '../people/people.css';
import './segments.css';

const NEW = 'new';
const FIRST: SegmentRule = {
  match: 'all',
  of: [
    { by: 'date', name: 'renewal', range: { in: 'next', days: 60 } },
    { by: 'score', of: 'last', metric: 'csat', to: 2 },
  ],
};

function Head({ segment }: { segment: Segment }) {
  const { id, name, people, of, counting, csat } = segment;
  return (
    <header class="contact-head segment-head">
      {/* A phone's header has no room for all of it. */}
      <h2 class="segment-called">
        <bdi>{name}</bdi>
      </h2>
      <div>
        <p class="figure-value">
          <a href={`/people?segment=${encodeURIComponent(id)}`}>{formatNumber(people)}</a>
        </p>
        <p class="faint small">
          {counting === null
            ? t('segments.of', { share: formatPercent(of === 0 ? 0 : people / of), of })
            : t('segments.counting')}
        </p>
      </div>
      <dl class="stats">
        <div class="segment-felt">
          <dt>{t('segments.satisfied')}</dt>
          <dd>
            <ShareLine share={csat} />
            <p class="faint small share-of">{t('segments.counts')}</p>
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Links({ id }: { id: string }) {
  return (
    <ul class="segment-links">
      <li>
        <a class="underlined" href={`/people?segment=${encodeURIComponent(id)}`}>
          {t('segments.see-people')}
        </a>
      </li>
      <li>
        <a class="underlined" href={`/responses?segment=${encodeURIComponent(id)}`}>
          {t('segments.see-answers')}
        </a>
      </li>
      <li>
        <a class="underlined" href={`/overview?segment=${encodeURIComponent(id)}`}>
          {t('segments.see-overview')}
        </a>
      </li>
    </ul>
  );
}

function Comments() {
  const said = comments.data.value;
  if (!said) return <Bones rows={3} />;
  if (said.length === 0) return <p class="faint">{t('segments.comments-none')}</p>;
  return (
    <ul class="segment-comments">
      {said.slice(0, 8).map(({ id, metric, score, emotion, comment, contact, startedAt }) => (
        <li key={id}>
          <a href={responsesHref({ open: id })} class="segment-comment">
            <span class="row">
              {score !== null && <Answer metric={metric} score={score} emotion={emotion} />}
              {contact && <bdi class="strong">{contact.name}</bdi>}
              <span class="faint small push">{formatDate(startedAt)}</span>
            </span>
            <span dir="auto" class="soft">
              {comment}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** One segment: who is in it and why, how they feel, and the face it has; or one being written. */
export function SegmentPage({ id }: { id: string }) {
  const deleting = useSignal(false);
  const isNew = id === NEW;
  useEffect(() => {
    if (isNew) beginRule(FIRST);
    else void loadSegment(id);
    void loadFieldsFor();
    return dropRule;
  }, [id, isNew]);
  const found = isNew ? null : segment.data.value;
  const error = isNew ? null : segment.error.value;
  const title = isNew ? t('segments.new') : (found?.name ?? (error ? t('segments.missing') : '…'));
  return (
    <>
      <PageHeader title={title} parent={{ href: '/segments', name: t('nav.segments') }}>
        {found && isAdmin.value && !draft.value && (
          <>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              onClick={() => {
                deleting.value = true;
              }}
            >
              {t('segments.delete')}
            </button>
            <button type="button" class="button" onClick={() => beginRule(found.rule)}>
              <Icon name="pencil" />
              {t('segments.edit')}
            </button>
          </>
        )}
      </PageHeader>
      {error &&
        !found &&
        (isMissing(error) ? <Missing what="segment" /> : <Broken error={error} onRetry={() => loadSegment(id)} />)}
      {!isNew && !found && !error && <Bones />}
      {draft.value && (isNew || found) ? (
        <EditSegment
          key={id}
          id={found?.id ?? null}
          name={found?.name ?? ''}
          onCancel={() => (isNew ? navigate('/segments') : dropRule())}
        />
      ) : (
        found && (
          <div class="contact">
            <Head segment={found} />
            <div class="contact-body segment-body">
              <aside class="contact-side">
                <section>
                  <div class="panel-head">
                    <h2 class="title">{t('segments.conditions')}</h2>
                  </div>
                  <RuleText rule={found.rule} />
                </section>
                <section>
                  <Links id={found.id} />
                </section>
              </aside>
              <div class="contact-main">
                <Face segment={found} />
                <section>
                  <div class="panel-head">
                    <h2 class="title">{t('segments.comments')}</h2>
                  </div>
                  <Comments />
                </section>
              </div>
            </div>
          </div>
        )
      )}
      {found && deleting.value && (
        <ConfirmDialog
          title={t('segments.delete')}
          action={t('delete')}
          onConfirm={() => deleteSegment(found.id)}
          onClose={() => {
            deleting.value = false;
          }}
        >
          {t('segments.delete-text')}
        </ConfirmDialog>
      )}
    </>
  );
}

/** What conditions may speak of is for those who write them. */
async function loadFieldsFor(): Promise<void> {
  if (isAdmin.value) await loadFields();
}
