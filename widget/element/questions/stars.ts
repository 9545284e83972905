import { html } from 'lit/html.js';
import { below } from './below.ts';
import type { QuestionType } from './questionType.ts';
import { radios } from './radios.ts';

const star = html`<svg viewBox="0 0 32 32" aria-hidden="true">
  <path d="M16 4.5l3.5 7.4 8.1 1-6 5.6 1.6 8-7.2-4-7.2 4 1.6-8-6-5.6 8.1-1z" />
</svg>`;

/** Satisfaction from 1 to 5 as stars, filled up to the one chosen. */
export const stars: QuestionType = {
  meaning: (value, { frame }) => frame.csat[Number(value) - 1] ?? '',
  render(view) {
    const names = view.frame.csat;
    return html`${radios(
      view,
      'faces stars',
      names.map((label, index) => ({ value: index + 1, label, content: star })),
    )}${below(view, names[Number(view.value) - 1], [names[0], names[4]])}`;
  },
};
