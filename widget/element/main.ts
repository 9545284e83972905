import type { SurveyRule } from '../../contract/rules.ts';
import type { OpenOptions, Session } from '../session.ts';
import { TouchstoneSurvey } from './survey.ts';

const NAME = 'touchstone-survey';

export function start(session: Session): void {
  TouchstoneSurvey.session ??= session;
  if (!customElements.get(NAME)) customElements.define(NAME, TouchstoneSurvey);
}

export function open(rule: SurveyRule, { touchpoint }: OpenOptions, focus: boolean): Element {
  const survey = new TouchstoneSurvey();
  survey.setAttribute('survey', rule.id);
  if (touchpoint) survey.setAttribute('touchpoint', touchpoint);
  survey.popup = true;
  survey.takesFocus = focus;
  document.body.append(survey);
  return survey;
}
