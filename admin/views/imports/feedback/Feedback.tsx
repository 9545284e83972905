import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FeedbackImport } from '../../../../contract/feedback.ts';
import { Ago } from '../../../components/Ago.tsx';
import { Broken } from '../../../components/Broken.tsx';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { systemName } from '../../../format/system.ts';
import { t } from '../../../messages/translate.ts';
import {
  feedbackBusy,
  feedbackFault,
  feedbackList,
  feedbackPlan,
  loadFeedback,
  planFeedback,
  undoFeedback,
} from '../../../models/feedback.ts';
import { FeedbackPlanView } from './FeedbackPlanView.tsx';
import './feedback.css';

function Row({ one }: { one: FeedbackImport }) {
  const isAsking = useSignal(false);
  return (
    <li class="feedback-row">
      <span class="clip">
        <bdi>{one.file}</bdi> <span class="faint small">{systemName(one.system)}</span>
      </span>
      <span class="soft">{t('feedback.answered', { n: one.counts.create })}</span>
      <span class="soft">{t(`feedback.status-${one.status}`)}</span>
      <Ago class="faint" at={one.at} />
      {one.status !== 'undone' && (
        <button
          type="button"
          class="button"
          data-size="small"
          disabled={feedbackBusy.value !== null}
          onClick={() => {
            isAsking.value = true;
          }}
        >
          {t('feedback.undo')}
        </button>
      )}
      {isAsking.value && (
        <ConfirmDialog
          title={t('feedback.undo-title')}
          action={t('feedback.undo')}
          onConfirm={() => undoFeedback(one)}
          onClose={() => {
            isAsking.value = false;
          }}
        >
          {t('feedback.undo-text')}
        </ConfirmDialog>
      )}
    </li>
  );
}

/** Answers that another tool has gathered: brought along, and taken back. */
export function Feedback() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    void loadFeedback();
  }, []);
  const all = feedbackList.data.value;
  const error = feedbackList.error.value;
  const shown = feedbackPlan.value;
  return (
    <section class="feedback">
      <h2 class="title">{t('feedback.title')}</h2>
      <p class="soft">{t('feedback.hint')}</p>
      <p class="row">
        <button
          type="button"
          class="button"
          disabled={feedbackBusy.value !== null}
          onClick={() => input.current?.click()}
        >
          <Icon name="plus" />
          {t('feedback.choose')}
        </button>
        <input
          ref={input}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-label={t('feedback.choose')}
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void planFeedback(file);
            // The same file again is a choice as well.
            event.currentTarget.value = '';
          }}
        />
      </p>
      <p class="soft feedback-said" role="status">
        {feedbackBusy.value !== null && t('feedback.reading', { name: feedbackBusy.value })}
      </p>
      {feedbackFault.value && (
        <p class="alert" role="alert">
          {feedbackFault.value}
        </p>
      )}
      {shown && <FeedbackPlanView name={shown.name} plan={shown.plan} />}
      {error && !all && <Broken error={error} onRetry={loadFeedback} />}
      {all && all.length > 0 && (
        <ul class="feedback-list" aria-label={t('feedback.title')}>
          {all.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}
