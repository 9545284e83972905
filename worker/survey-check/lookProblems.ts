import type { Look } from '../../contract/survey.ts';
import type { SurveyProblem } from '../../contract/surveyDraft.ts';
import { contrast } from './contrast.ts';
import { warning } from './problem.ts';

/** WCAG 2.2, 1.4.3: text of ordinary size. */
const READABLE = 4.5;

/** Colours of a survey's own that are too alike to be read. What the frame brings itself is readable. */
export function lookProblems(look: Look | undefined): SurveyProblem[] {
  const pairs = [
    { value: 'surface', text: look?.ink, back: look?.surface },
    { value: 'onInk', text: look?.onInk, back: look?.ink },
  ];
  return pairs
    .filter(({ text, back }) => text !== undefined && back !== undefined && contrast(text, back) < READABLE)
    .map(({ value }) => warning('low-contrast', { value }));
}
