import type { SurveyDefinition } from '../../contract/survey.ts';
import type { SurveyProblem } from '../../contract/surveyDraft.ts';
import type { CheckContext } from './context.ts';
import { limitProblems } from './limitProblems.ts';
import { lookProblems } from './lookProblems.ts';
import { pathProblems } from './pathProblems.ts';
import { pipeProblems } from './pipeProblems.ts';
import { placeProblems } from './placeProblems.ts';
import { textProblems } from './textProblems.ts';
import { triggerProblems } from './triggerProblems.ts';

/**
 * What keeps a survey from being published, and what its author may have overlooked. Errors first, each kind in the order
 * of the definition.
 */
export function findProblems(definition: SurveyDefinition, context: CheckContext): SurveyProblem[] {
  const problems = [
    ...pathProblems(definition.questions, context.shownAttributes),
    ...textProblems(definition),
    ...pipeProblems(definition, context.shownAttributes),
    ...limitProblems(definition.questions),
    ...triggerProblems(definition, context.now),
    ...placeProblems(definition, context),
    ...lookProblems(definition.look),
  ];
  return [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...problems.filter(({ severity }) => severity === 'warning'),
  ];
}
