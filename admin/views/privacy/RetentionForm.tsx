import { useEffect, useMemo, useRef } from 'preact/hooks';
import {
  RETAINED_KINDS,
  RETENTION_MAX_DAYS,
  RETENTION_MIN_DAYS,
  type RetainedKind,
} from '../../../contract/retained.ts';
import type { Retention, RetentionDays, RetentionPreview as RetentionPreviewed } from '../../../contract/retention.ts';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { formatDate, formatDateTime } from '../../format/date.ts';
import { verbName } from '../../format/verb.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { losses, previewRetention, saveRetention } from '../../models/privacy.ts';
import { surveyName } from '../../models/reference.ts';
import { may } from '../../models/session.ts';

/** The days as the form has them; an empty field keeps. */
function read(form: FormData): RetentionDays {
  return Object.fromEntries(
    RETAINED_KINDS.map((kind) => {
      const text = formText(form, kind);
      return [kind, text === '' ? null : Math.round(Number(text))];
    }),
  ) as RetentionDays;
}

/** What one row that goes is, in words where it is a code. */
function whatIs(kind: RetainedKind, what: string): string {
  if (kind === 'responses' || kind === 'comments' || kind === 'displays') return surveyName(what);
  return kind === 'audit' ? verbName(what) : what;
}

/** By kind, what goes now and by the next run, of how many; also where that is nothing. */
function Losses({ now, nextRun }: RetentionPreviewed) {
  return (
    <table class="losses">
      <thead>
        <tr>
          <th scope="col">{t('retention.kind')}</th>
          <th scope="col">{t('retention.now')}</th>
          <th scope="col">{t('retention.next')}</th>
        </tr>
      </thead>
      <tbody>
        {nextRun.map(({ kind, before, count, total, sample: [oldest] }, index) => (
          <tr key={kind}>
            <th scope="row">
              {t(`retention.${kind}`)}
              <span class="faint small">
                {before === null && t('retention.all-kept')}
                {oldest && (
                  <>
                    {t('retention.oldest', { date: formatDate(oldest.at) })} · <bdi>{whatIs(kind, oldest.what)}</bdi>
                  </>
                )}
              </span>
            </th>
            <td>
              <Count n={now[index]?.count ?? 0} of={total} />
            </td>
            <td>
              <Count n={count} of={total} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({ n, of }: { n: number; of: number }) {
  return <span class={n > 0 ? 'strong' : 'faint'}>{t('retention.of', { n, total: of })}</span>;
}

/** What the days in the form would remove, once somebody asked. */
export function RetentionPreview() {
  const preview = losses.value;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (preview) element.current?.scrollIntoView({ block: 'nearest' });
  }, [preview]);
  return (
    <div ref={element} role="status" class="settings-section" hidden={!preview}>
      {preview && (
        <>
          <h2 class="title">{t('retention.preview-title')}</h2>
          <Losses {...preview} />
        </>
      )}
    </div>
  );
}

/** How long each kind of data is kept. */
export function RetentionForm({ retention }: { retention: Retention }) {
  const faults = useMemo(() => createFaults(RETAINED_KINDS), []);
  const form = useRef<HTMLDivElement>(null);
  const isOwner = may('owner');
  const { days, nextRun, lastRun } = retention;
  const removed = Object.values(lastRun?.counts ?? {}).reduce((sum, n) => sum + n, 0);
  return (
    <div ref={form} class="settings-section">
      <Form
        class="retention"
        faults={faults}
        onSubmit={async (data) => {
          await saveRetention(read(data), faults);
        }}
        actions={(busy) => (
          <div class="row">
            <button
              type="button"
              class="button"
              onClick={() => {
                const element = form.current?.querySelector('form');
                if (element?.reportValidity()) void previewRetention(read(new FormData(element)), faults);
              }}
            >
              {t('retention.preview')}
            </button>
            {isOwner && (
              <button type="submit" class="button" data-kind="primary" disabled={busy}>
                {t('save')}
              </button>
            )}
          </div>
        )}
      >
        <h2 class="title">{t('retention.title')}</h2>
        <p class="faint small">{t('retention.hint')}</p>
        {!isOwner && <p class="faint small">{t('retention.only-owners')}</p>}
        {RETAINED_KINDS.map((kind) => (
          <Field
            key={kind}
            label={t(`retention.${kind}`)}
            hint={t(`retention.${kind}-hint`)}
            error={faults.fields.value[kind]}
          >
            {(tied) => (
              <span class="row">
                <input
                  class="input count"
                  type="number"
                  name={kind}
                  min={RETENTION_MIN_DAYS}
                  max={RETENTION_MAX_DAYS}
                  dir="ltr"
                  placeholder={t('retention.keep')}
                  defaultValue={days[kind] === null ? '' : `${days[kind]}`}
                  {...tied}
                />
                <span class="soft">{t('retention.days')}</span>
              </span>
            )}
          </Field>
        ))}
      </Form>
      {(nextRun || lastRun) && (
        <p class="faint small">
          {nextRun && t('retention.next-run', { date: formatDateTime(nextRun) })}
          {nextRun && lastRun && ' · '}
          {lastRun && t('retention.last-run', { date: formatDateTime(lastRun.at), n: removed })}
        </p>
      )}
    </div>
  );
}
