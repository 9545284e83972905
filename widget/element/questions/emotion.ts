import { html } from 'lit/html.js';
import { EMOTIONS, type Emotion } from '../../../contract/metric.ts';
import { otherWords } from '../../../contract/questionType.ts';
import { oneOf } from './oneOf.ts';
import type { QuestionType } from './questionType.ts';

const CLOUD = 'M4 14.9A7 7 0 1 1 15.7 8h1.8a4.5 4.5 0 0 1 2.5 8.2';

/** Weather and signs, not faces: none of them leans on the answer. */
const SIGNS: Record<string, string> = {
  calm: 'M2 5q2.5 2 5 0t5 0 5 0 5 0M2 12q2.5 2 5 0t5 0 5 0 5 0M2 19q2.5 2 5 0t5 0 5 0 5 0',
  relieved: 'M12.8 19.6A2 2 0 1 0 14 16H2M17.5 8a2.5 2.5 0 1 1 2 4H2M9.8 4.4A2 2 0 1 1 11 8H2',
  delighted:
    'M12 3l1.9 5.7a2 2 0 0 0 1.4 1.4L21 12l-5.7 1.9a2 2 0 0 0-1.4 1.4L12 21l-1.9-5.7a2 2 0 0 0-1.4-1.4L3 12l5.7-1.9a2 2 0 0 0 1.4-1.4zM20 2v4M22 4h-4M4 20h.01',
  surprised: 'M15 3L4 14h7l-2 7L20 10h-7z',
  confused: 'M12 2a10 10 0 1 0 .01 0M9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17h.01',
  impatient:
    'M5 22h14M5 2h14M17 22v-4.2a2 2 0 0 0-.6-1.4L12 12l-4.4 4.4a2 2 0 0 0-.6 1.4V22M7 2v4.2a2 2 0 0 0 .6 1.4L12 12l4.4-4.4A2 2 0 0 0 17 6.2V2',
  'let-down': `${CLOUD}M8 19v1M8 14v1M16 19v1M16 14v1M12 21v1M12 16v1`,
  worried: 'M4 14.9A7 7 0 1 1 15.7 8h1.8a4.5 4.5 0 0 1 2.5 8.2M16 17H7M17 21H9',
  angry: `${CLOUD}M13 12l-3 5h4l-3 5`,
};

/** How it felt, named by the visitor. */
export const emotion: QuestionType = {
  meaning: (value, { frame }) => otherWords(String(value)) || (frame.emotions?.[nameOf(value)] ?? ''),
  render(view) {
    const { frame, value } = view;
    return oneOf(
      view,
      'tiles',
      Object.keys(EMOTIONS).map((name) => ({
        value: name,
        content: html`${
          SIGNS[name] && html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${SIGNS[name]} /></svg>`
        }<span>${frame.emotions?.[name as Emotion]}</span>`,
      })),
      value === undefined ? '' : emotion.meaning?.(value, view),
    );
  },
};

function nameOf(value: unknown): Emotion {
  return String(value).split(':', 1)[0] as Emotion;
}
