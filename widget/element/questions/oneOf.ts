import { html } from 'lit/html.js';
import { OTHER } from '../../../contract/questionType.ts';
import { below } from './below.ts';
import { choiceOf, cleanChoice, ownWords } from './ownWords.ts';
import type { QuestionView } from './questionType.ts';
import { type Choice, radios } from './radios.ts';

/** One of several by name, or what the visitor says it was instead: then the words wait for their Send. */
export function oneOf(view: QuestionView, className: string, choices: Choice[], word: string | undefined) {
  const { value, change } = view;
  const commit = (next: unknown) => view.commit(cleanChoice(String(next)));
  return html`${radios(view, className, choices, choiceOf(value), (next) =>
    next === OTHER ? change(next) : commit(next),
  )}
  ${ownWords(view, value, change, () => commit(value))}
  ${value === undefined ? '' : below({ ...view, commit }, word)}`;
}
