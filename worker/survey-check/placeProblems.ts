import { isScored } from '../../contract/questionType.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';
import type { SurveyProblem } from '../../contract/surveyDraft.ts';
import type { CheckContext } from './context.ts';
import { error, warning } from './problem.ts';

/** Whether a survey has its place: in the journey, for people there are, among the figures, on a page. */
export function placeProblems(
  { questions, touchpoint, audience }: SurveyDefinition,
  { touchpoints, segments, sites }: CheckContext,
): SurveyProblem[] {
  const problems: SurveyProblem[] = [];
  if (touchpoint !== null && !touchpoints.includes(touchpoint)) {
    problems.push(error('unknown-touchpoint', { value: touchpoint }));
  }
  for (const id of audience?.segments ?? []) {
    if (!segments.includes(id)) problems.push(error('unknown-segment', { value: id }));
  }
  if (!questions.some(({ type }) => isScored(type))) problems.push(warning('no-score'));
  if (sites === 'none') problems.push(error('no-live-site'));
  if (sites === 'quiet') problems.push(warning('no-live-site'));
  return problems;
}
