import { html } from 'lit/html.js';
import { OTHER } from '../../../contract/questionType.ts';
import { offered } from './offered.ts';
import { choiceOf, cleanChoice, ownWords } from './ownWords.ts';
import type { AnswerValue, QuestionType } from './questionType.ts';

const listOf = (value: AnswerValue | undefined) => (Array.isArray(value) ? value : []);

/** Several of several options, within limits. */
export const multiple: QuestionType = {
  clean(value) {
    const list = listOf(value).map(cleanChoice);
    return list.length ? list : '';
  },
  fault(value, { question: { min = 0, max = 99 }, frame, locale }) {
    const { length } = listOf(value);
    const [words, limit] = length > max ? [frame.atMost, max] : [frame.atLeast, min];
    return length > max || (length && length < min) ? words?.replace('{n}', limit.toLocaleString(locale)) : undefined;
  },
  render(view) {
    const { labelledBy, isBusy, change, send } = view;
    const list = listOf(view.value);
    const without = (id: string) => list.filter((one) => choiceOf(one) !== id);
    const words = list.find((one) => choiceOf(one) === OTHER);
    return html`<div class="list" role="group" part="choices" aria-labelledby=${labelledBy}>
        ${offered(view).map(({ id, text }) => {
          const rest = without(id);
          const isIn = rest.length < list.length;
          return html`<button
            type="button"
            role="checkbox"
            part="choice"
            aria-checked=${isIn}
            aria-disabled=${isBusy}
            @click=${() => isBusy || change(isIn ? rest : [...list, id])}
          >
            <span>${text}</span>
          </button>`;
        })}
      </div>
      ${ownWords(view, words, (own) => change([...without(OTHER), own]), send)}`;
  },
};
