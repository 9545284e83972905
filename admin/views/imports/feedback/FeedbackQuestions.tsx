import type { FeedbackKind, FeedbackQuestion } from '../../../../contract/feedback.ts';
import { FEEDBACK_KINDS } from '../../../../contract/feedbackKinds.ts';
import { t } from '../../../messages/translate.ts';
import { chooseKind, feedbackBusy } from '../../../models/feedback.ts';

interface EndProps {
  label: string;
  value: number;
  onNumber: (value: number) => void;
}

function End({ label, value, onNumber }: EndProps) {
  return (
    <input
      class="input count"
      type="number"
      aria-label={label}
      min={-10}
      max={100}
      dir="ltr"
      defaultValue={String(value)}
      disabled={feedbackBusy.value !== null}
      onChange={(event) => {
        const { valueAsNumber } = event.currentTarget;
        if (Number.isInteger(valueAsNumber)) onNumber(valueAsNumber);
      }}
    />
  );
}

function Question({ one }: { one: FeedbackQuestion }) {
  const { text, kind, low, high, answered, unreadable, rescaled, samples } = one;
  return (
    <li class="feedback-question">
      <div>
        <p>
          <bdi>{text}</bdi>
        </p>
        <p class="faint small">
          {t('feedback.answered', { n: answered })} · <bdi>{samples.join(' · ')}</bdi>
        </p>
        {rescaled && <p class="soft small">{t('feedback.rescaled', { low: low ?? 0, high: high ?? 0 })}</p>}
        {unreadable > 0 && <p class="alert small">{t('feedback.unreadable', { n: unreadable })}</p>}
      </div>
      <div class="row">
        <select
          class="input"
          aria-label={`${t('feedback.becomes')}: ${text}`}
          value={kind}
          disabled={feedbackBusy.value !== null}
          onChange={(event) => void chooseKind(one, event.currentTarget.value as FeedbackKind)}
        >
          {FEEDBACK_KINDS.map((value) => (
            <option key={value} value={value}>
              {t(`feedback.kind-${value}`)}
            </option>
          ))}
        </select>
        {low !== null && high !== null && kind !== 'nps' && (
          <>
            <End label={t('feedback.low')} value={low} onNumber={(value) => void chooseKind(one, kind, value, high)} />
            <End label={t('feedback.high')} value={high} onNumber={(value) => void chooseKind(one, kind, low, value)} />
          </>
        )}
      </div>
    </li>
  );
}

/** What each question of a file becomes, to be chosen otherwise. */
export function FeedbackQuestions({ questions }: { questions: readonly FeedbackQuestion[] }) {
  return (
    <ul class="feedback-questions" aria-label={t('feedback.questions')}>
      {questions.map((one) => (
        <Question key={`${one.part} ${one.key}`} one={one} />
      ))}
    </ul>
  );
}
