import type { SurveyDefinition } from '../../contract/survey.ts';
import type { SurveyProblem } from '../../contract/surveyDraft.ts';
import { error, warning } from './problem.ts';
import { selectorFault } from './selectorFault.ts';

/** Patterns no address can be held against, selectors that name nothing, and a schedule that never comes. */
export function triggerProblems({ triggers, schedule }: SurveyDefinition, now: number): SurveyProblem[] {
  const patterns = [...(triggers.url ?? []), ...(triggers.notUrl ?? [])];
  const selectors = [triggers.click, triggers.visible].filter((selector) => selector !== undefined);
  const from = schedule?.from === undefined ? undefined : Date.parse(schedule.from);
  const until = schedule?.until === undefined ? undefined : Date.parse(schedule.until);
  return [
    ...patterns.filter((pattern) => !isPattern(pattern)).map((value) => error('bad-url-pattern', { value })),
    // Only a browser can tell for certain.
    ...selectors.filter(selectorFault).map((value) => warning('bad-selector', { value })),
    ...(from !== undefined && until !== undefined && from >= until ? [error('bad-schedule')] : []),
    ...(until !== undefined && until <= now ? [warning('bad-schedule', { value: 'until' })] : []),
  ];
}

/** Whether a page's address can be held against it, as the loader does. */
function isPattern(pattern: string): boolean {
  if (pattern.trim() === '') return false;
  try {
    new URLPattern(pattern, 'https://page.example');
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
