import type { Problem } from '../../../../contract/problem.ts';
import type { Survey } from '../../../../contract/survey.ts';
import type { NumberedSurvey } from '../../tables/surveys.ts';

/** Why something was not done to a survey. */
export interface SurveyRefusal {
  ok: false;
  status: 404 | 409 | 422;
  code: string;
  detail: string;
  errors?: Problem['errors'];
}

export type SurveyOutcome = { ok: true; survey: Survey } | SurveyRefusal;

export function refuse(status: 409 | 422, code: string, detail: string): SurveyRefusal {
  return { ok: false, status, code, detail };
}

export function noSuchSurvey(): SurveyRefusal {
  return { ok: false, status: 404, code: 'not-found', detail: 'There is no such survey.' };
}

/** A survey as it leaves the workspace: the number facts are packed by stays inside. */
export function presentSurvey({ number, ...survey }: NumberedSurvey): Survey {
  return survey;
}

/** The survey after something was done to it. */
export function done(survey: NumberedSurvey | undefined): SurveyOutcome {
  if (!survey) throw new Error('a survey just written is missing');
  return { ok: true, survey: presentSurvey(survey) };
}
