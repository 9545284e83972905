import { useSignal } from '@preact/signals';
import type { Segment } from '../../../contract/segment.ts';
import { Answer } from '../../components/Answer.tsx';
import { Avatar } from '../../components/Avatar.tsx';
import { Icon } from '../../components/Icon.tsx';
import { formatDate } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import { touchpointName } from '../../models/reference.ts';
import { responsesHref } from '../../models/response-filters.ts';
import { isAdmin } from '../../models/session.ts';
import { FaceDialog } from './FaceDialog.tsx';

function Quote({ segment }: { segment: Segment }) {
  const { quote, face } = segment;
  if (!quote) return face?.quote ? <p class="faint small">{t('segments.quote-gone')}</p> : null;
  return (
    <figure class="face-quote">
      <blockquote dir="auto">{quote.comment}</blockquote>
      <figcaption class="faint small row">
        {quote.score !== null && <Answer metric={quote.metric} score={quote.score} emotion={quote.emotion} />}
        {quote.touchpoint && <bdi>{touchpointName(quote.touchpoint)}</bdi>}
        <a class="underlined" href={responsesHref({ open: quote.id })}>
          {formatDate(quote.startedAt)}
        </a>
      </figcaption>
    </figure>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 class="faint small">{title}</h3>
      <ul class="face-lines">
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The segment's face: who these people are like, in their own words. */
export function Face({ segment }: { segment: Segment }) {
  const editing = useSignal(false);
  const { face } = segment;
  const edit = () => {
    editing.value = true;
  };
  return (
    <section class="face">
      <div class="panel-head">
        <h2 class="title">{t('segments.face')}</h2>
        {isAdmin.value && (
          <button type="button" class="button push" data-kind="quiet" data-size="small" onClick={edit}>
            <Icon name={face ? 'pencil' : 'plus'} />
            {t(face ? 'segments.face-edit' : 'segments.face-add')}
          </button>
        )}
      </div>
      {face ? (
        <>
          <div class="row face-name">
            <Avatar name={face.name} size="large" />
            <bdi class="strong">{face.name}</bdi>
          </div>
          <Quote segment={segment} />
          <Lines title={t('segments.needs')} lines={face.needs} />
          <Lines title={t('segments.goals')} lines={face.goals} />
        </>
      ) : (
        <p class="soft">{t('segments.face-none')}</p>
      )}
      {editing.value && (
        <FaceDialog
          segment={segment}
          onClose={() => {
            editing.value = false;
          }}
        />
      )}
    </section>
  );
}
