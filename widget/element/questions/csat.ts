import { html } from 'lit/html.js';
import { below } from './below.ts';
import type { QuestionType } from './questionType.ts';
import { radios } from './radios.ts';

/** Per score from 1, what a face is drawn with beside its eyes. Ink only, so that none is favoured. */
const FACES = [
  'M8.6 11.4l4.2-1.8M23.4 11.4l-4.2-1.8M10.4 23.4q5.6-8 11.2 0',
  'M10.8 21.9q5.2-4.2 10.4 0',
  'M10.8 20.6h10.4',
  'M10.8 19.2q5.2 4.2 10.4 0',
  'M9.6 18.2h12.8q-.9 6-6.4 6t-6.4-6z',
];

/** Satisfaction from 1 to 5 as faces. */
export const csat: QuestionType = {
  meaning: (value, { frame }) => frame.csat[Number(value) - 1] ?? '',
  render(view) {
    const names = view.frame.csat;
    const faces = FACES.map((lines, index) => ({
      value: index + 1,
      label: names[index],
      content: html`<svg viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="14" />
        <path d=${lines} />
        <path class="eyes" d=${index ? 'M11.4 13.2h.01M20.6 13.2h.01' : 'M11.4 14.6h.01M20.6 14.6h.01'} />
      </svg>`,
    }));
    return html`${radios(view, 'faces', faces)}${below(view, names[Number(view.value) - 1], [names[0], names[4]])}`;
  },
};
