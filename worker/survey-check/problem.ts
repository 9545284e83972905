import type { SurveyProblem } from '../../contract/surveyDraft.ts';

type Where = Pick<SurveyProblem, 'question' | 'locale' | 'value'>;

/** A problem that keeps a survey from being published. */
export function error(code: SurveyProblem['code'], where: Where = {}): SurveyProblem {
  return { code, severity: 'error', ...where };
}

/** A problem that its author may choose to live with. */
export function warning(code: SurveyProblem['code'], where: Where = {}): SurveyProblem {
  return { code, severity: 'warning', ...where };
}
