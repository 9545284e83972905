import type { SurveyRule } from '../../contract/rules.ts';
import { outboxOf } from '../outbox/outboxOf.ts';
import type { OpenOptions, Session } from '../session.ts';
import { lend, TouchstoneSurvey } from './survey.ts';

const NAME = 'touchstone-survey';

export function start(session: Session): void {
  lend(session);
  if (!customElements.get(NAME)) customElements.define(NAME, TouchstoneSurvey);
}

/** Sends what earlier visits left behind. */
export function flush(session: Session): void {
  outboxOf(session).flush();
}

export function open(rule: SurveyRule, { touchpoint, context }: OpenOptions, focus: boolean): TouchstoneSurvey {
  const survey = new TouchstoneSurvey();
  survey.setAttribute('survey', rule.id);
  if (touchpoint) survey.setAttribute('touchpoint', touchpoint);
  Object.assign(survey, { popup: true, takesFocus: focus, context, popover: 'manual' });
  // What a page's open dialog makes inert could be seen and not pressed. Unknown to a browser, `:modal` matches nothing in `:is()`.
  (document.querySelector('dialog:is(:modal)') ?? document.body).append(survey);
  // Above everything, whatever stacks and transforms the page has; where the browser is too old, as high as it goes.
  survey.showPopover?.();
  return survey;
}
