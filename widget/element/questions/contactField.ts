import { html, nothing } from 'lit/html.js';
import { EMAIL_MAX, PHONE_MAX } from '../../../contract/limits.ts';
import { cleanText } from '../../loader/cleanText.ts';
import { agree } from './agree.ts';
import { line } from './line.ts';
import type { QuestionType } from './questionType.ts';

/** Under which name among a survey's values it is marked that a question's words were consented to. */
const consentTo = (id: string) => `${id}?`;

/** Where the visitor can be reached. It leaves the page only with the consent that is asked for under it. */
function contactField(
  type: 'email' | 'tel',
  max: number,
  form: RegExp,
  wrong: 'emailWrong' | 'phoneWrong',
): QuestionType {
  return {
    clean: (value) => cleanText(String(value ?? ''), max).trim(),
    fault(value, { question: { id, consent }, frame, values }) {
      if (!value) return undefined;
      if (!form.test(String(value))) return frame[wrong];
      return consent && !values[consentTo(id)] ? (frame.consentNeeded ?? consent) : undefined;
    },
    render(view) {
      const { question, values, isBusy, change } = view;
      const name = consentTo(question.id);
      return html`${line(view, max, type)}
      ${question.consent ? agree(question.consent, !!values[name], isBusy, (isOn) => change(isOn, name)) : nothing}`;
    },
  };
}

/** What a typing mistake would not pass; whether there is such an address nobody can tell here. */
export const email = contactField('email', EMAIL_MAX, /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, 'emailWrong');

/** Digits of any script, with what people write between them. */
export const phone = contactField('tel', PHONE_MAX, /^\+?(?:[\s()./-]*\p{Nd}){5,15}[\s.]*$/u, 'phoneWrong');
