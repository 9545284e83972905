import type { SurveyDefinition } from '../../../contract/survey.ts';
import type { SurveyEstimate } from '../../../contract/surveyDraft.ts';
import type { WorkspaceState } from '../state.ts';
import type { NumberedSurvey } from '../tables/surveys.ts';

const WEEK = 7 * 86_400_000;

/** How many would have been asked last week. */
export function estimateSurvey(
  _state: WorkspaceState,
  _survey: NumberedSurvey,
  _definition: SurveyDefinition,
  now: number,
): SurveyEstimate {
  return {
    basis: 'none',
    surveys: [],
    from: new Date(now - WEEK).toISOString(),
    to: new Date(now).toISOString(),
    moments: 0,
    asked: 0,
    resting: 0,
    outside: 0,
    unsampled: 0,
  };
}
