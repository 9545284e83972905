import type { Question } from '../../contract/survey.ts';
import type { SurveyProblem } from '../../contract/surveyDraft.ts';
import { error } from './problem.ts';

/** Multiple choices of which more must be taken than may be, or than there are. */
export function limitProblems(questions: readonly Question[]): SurveyProblem[] {
  return questions
    .filter(({ type, options, other, min = 0, max }) => {
      const choices = (options?.length ?? 0) + (other ? 1 : 0);
      return type === 'multiple' && min > Math.min(max ?? choices, choices);
    })
    .map(({ id }) => error('bad-limits', { question: id }));
}
