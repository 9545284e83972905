import { html } from 'lit/html.js';
import { below } from './below.ts';
import type { QuestionType } from './questionType.ts';
import { radios } from './radios.ts';

const thumb = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M7 10v12M15 5.9L14 10h5.8a2 2 0 0 1 2 2.6l-2.4 8a2 2 0 0 1-1.9 1.4H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.8a2 2 0 0 0 1.7-1.1L12 2a3.1 3.1 0 0 1 3 3.9z" />
</svg>`;

/** Down or up, as 0 or 1. */
export const thumbs: QuestionType = {
  meaning: (value, { frame }) => frame.thumbs?.[Number(value)] ?? '',
  render(view) {
    const { question, frame, value } = view;
    const names = [question.low ?? frame.thumbs?.[0], question.high ?? frame.thumbs?.[1]];
    return html`${radios(
      view,
      'tiles thumbs',
      names.map((name, index) => ({ value: index, content: html`${thumb}<span>${name}</span>` })),
    )}${value === undefined ? '' : below(view, names[Number(value)])}`;
  },
};
