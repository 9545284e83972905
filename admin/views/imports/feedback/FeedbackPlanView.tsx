import type { FeedbackPlan } from '../../../../contract/feedback.ts';
import { formatNumber } from '../../../format/number.ts';
import { systemName } from '../../../format/system.ts';
import { t } from '../../../messages/translate.ts';
import { discardFeedback, feedbackBusy, runFeedback } from '../../../models/feedback.ts';
import { FeedbackQuestions } from './FeedbackQuestions.tsx';

interface FeedbackPlanViewProps {
  name: string;
  plan: FeedbackPlan;
}

/** What a file would become, before anything is changed. */
export function FeedbackPlanView({ name, plan }: FeedbackPlanViewProps) {
  const { counts, people, rows, questions, system } = plan;
  const left = rows.filter(({ verdict }) => verdict !== 'create');
  const isBusy = feedbackBusy.value !== null;
  return (
    <div class="feedback-plan">
      <h3 class="title">{t('feedback.recognised', { file: name, system: systemName(system) })}</h3>
      <FeedbackQuestions questions={questions} />
      <p role="status">
        <strong>{t('feedback.create', { n: counts.create })}</strong>
        <span class="soft">
          {' '}
          · {t('feedback.skip', { n: counts.skip })} · {t('feedback.refuse', { n: counts.refuse })}
        </span>
      </p>
      <p class="soft">
        {t('feedback.people', {
          known: formatNumber(people.known),
          new: formatNumber(people.new),
          nobody: formatNumber(people.nobody),
        })}
      </p>
      {left.length > 0 && (
        <details>
          <summary>{t('feedback.not-taken')}</summary>
          <ul class="feedback-left">
            {left.map(({ line, part, why }) => (
              <li key={`${part} ${line}`}>
                {t('feedback.line', { line: formatNumber(line) })}{' '}
                <span class="soft">{why && t(`feedback.why-${why}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="row">
        <button
          type="button"
          class="button"
          data-kind="primary"
          disabled={isBusy || counts.create === 0}
          onClick={() => void runFeedback()}
        >
          {t('feedback.run')}
        </button>
        <button type="button" class="button" disabled={isBusy} onClick={discardFeedback}>
          {t('feedback.discard')}
        </button>
      </p>
    </div>
  );
}
