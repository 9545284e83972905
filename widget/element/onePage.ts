import { html, nothing } from 'lit/html.js';
import type { Pages } from './pagesType.ts';
import { press } from './press.ts';
import { typeOf } from './questions/registry.ts';

/** A survey of one page: a score, and once it is there the words about it. `pages.ts` is for every other. */
export const onePage: Pages = {
  contextOf: () => ({}),
  fill: ({ texts }) => texts,
  placesOf: ({ stored, texts: { questions } }) =>
    questions[1] && questions[0] && questions[0].id in stored ? [0, 1] : [0],
  goOn: ({ texts: { questions } }, place, said) => ({ said, path: [0, 1], isLast: place > questions.length - 2 }),
  faultOf: ({ required, id }, values) => (required && values[id] === '' ? '' : undefined),
  progress: () => nothing,
  form({ isBusy }, { frame, questions }, places, send, skip) {
    const question = questions[places.at(-1) ?? 0];
    return question && typeOf(question)?.clean
      ? html`<div class="form">
          ${press('send', isBusy, isBusy ? frame.sending : frame.send, send)}
          ${question.required ? nothing : press('skip', isBusy, frame.skip, skip)}
        </div>`
      : nothing;
  },
};
