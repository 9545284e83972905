import { html } from 'lit/html.js';
import { press } from '../press.ts';
import type { QuestionView } from './questionType.ts';

/**
 * The line under a scale: what its ends mean; the word for a choice that arrows have moved, with a Send beside until it
 * is the stored one again; then what became of it.
 */
export function below(
  { frame, question, value, stored, note, commit }: QuestionView,
  word: string | undefined,
  [low, high]: readonly [string?, string?] = [],
): unknown {
  if (value === undefined)
    return html`<div class="ends"><span>${question.low ?? low}</span><span>${question.high ?? high}</span></div>`;
  if (value === stored) return note;
  return html`<div class="ends">
    <b>${word}</b>
    ${press('send', false, frame.send, () => commit(value))}
  </div>`;
}
