import type { SurveyEstimate } from '../../../contract/surveyDraft.ts';
import { Phrase } from '../../components/Phrase.tsx';
import { t } from '../../messages/translate.ts';
import { surveyName } from '../../models/reference.ts';

interface EstimateProps {
  estimate: SurveyEstimate;
}

const KEPT = ['resting', 'outside', 'unsampled'] as const;

/** How many would have been asked last week, and what that goes by. */
export function Estimate({ estimate }: EstimateProps) {
  const { basis, moments, asked, surveys } = estimate;
  if (basis === 'none' || moments === 0) return <p class="soft">{t('builder.estimate-none')}</p>;
  const kept = KEPT.filter((name) => estimate[name] > 0);
  return (
    <>
      <p>
        <Phrase text="builder.estimate" with={{ n: asked }} />{' '}
        <span class="soft">
          {basis === 'own'
            ? t('builder.estimate-own', { n: moments })
            : t('builder.estimate-touchpoint', { n: moments, surveys: surveys.map(surveyName).join(', ') })}
        </span>
      </p>
      {kept.length > 0 && (
        <p class="faint small">
          {kept.map((name) => t(`builder.estimate-${name}`, { n: estimate[name] })).join(' · ')}
        </p>
      )}
    </>
  );
}
