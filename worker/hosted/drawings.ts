import { html, raw } from 'hono/html';

/** Per score from 1, what a face is drawn with beside its eyes. Ink only, so that none is favoured. */
const FACES = [
  'M8.6 11.4l4.2-1.8M23.4 11.4l-4.2-1.8M10.4 23.4q5.6-8 11.2 0',
  'M10.8 21.9q5.2-4.2 10.4 0',
  'M10.8 20.6h10.4',
  'M10.8 19.2q5.2 4.2 10.4 0',
  'M9.6 18.2h12.8q-.9 6-6.4 6t-6.4-6z',
];

const CLOUD = 'M4 14.9A7 7 0 1 1 15.7 8h1.8a4.5 4.5 0 0 1 2.5 8.2';

/** Weather and signs, not faces: none of them leans on the answer. */
const SIGNS: Partial<Record<string, string>> = {
  calm: 'M2 5q2.5 2 5 0t5 0 5 0 5 0M2 12q2.5 2 5 0t5 0 5 0 5 0M2 19q2.5 2 5 0t5 0 5 0 5 0',
  relieved: 'M12.8 19.6A2 2 0 1 0 14 16H2M17.5 8a2.5 2.5 0 1 1 2 4H2M9.8 4.4A2 2 0 1 1 11 8H2',
  delighted:
    'M12 3l1.9 5.7a2 2 0 0 0 1.4 1.4L21 12l-5.7 1.9a2 2 0 0 0-1.4 1.4L12 21l-1.9-5.7a2 2 0 0 0-1.4-1.4L3 12l5.7-1.9a2 2 0 0 0 1.4-1.4zM20 2v4M22 4h-4M4 20h.01',
  surprised: 'M15 3L4 14h7l-2 7L20 10h-7z',
  confused: 'M12 2a10 10 0 1 0 .01 0M9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17h.01',
  impatient:
    'M5 22h14M5 2h14M17 22v-4.2a2 2 0 0 0-.6-1.4L12 12l-4.4 4.4a2 2 0 0 0-.6 1.4V22M7 2v4.2a2 2 0 0 0 .6 1.4L12 12l4.4-4.4A2 2 0 0 0 17 6.2V2',
  'let-down': `${CLOUD}M8 19v1M8 14v1M16 19v1M16 14v1M12 21v1M12 16v1`,
  worried: `${CLOUD}M16 17H7M17 21H9`,
  angry: `${CLOUD}M13 12l-3 5h4l-3 5`,
  other: 'M4 12h2M11 12h2M18 12h2',
};

const draw = (size: number, parts: string) =>
  html`<svg viewBox="0 0 ${size} ${size}" aria-hidden="true">${raw(parts)}</svg>`;
const line = (path: string, name = '') => `<path d="${path}"${name && ` class="${name}"`}/>`;

/** The face of a score from 1 to 5. */
export const face = (score: number) =>
  draw(
    32,
    `<circle cx="16" cy="16" r="14"/>${line(FACES[score - 1] ?? '')}${line(
      score > 1 ? 'M11.4 13.2h.01M20.6 13.2h.01' : 'M11.4 14.6h.01M20.6 14.6h.01',
      'eyes',
    )}`,
  );

export const star = draw(32, line('M16 4.5l3.5 7.4 8.1 1-6 5.6 1.6 8-7.2-4-7.2 4 1.6-8-6-5.6 8.1-1z'));

/** A thumb up; turned over for down. */
export const thumb = draw(
  24,
  line(
    'M7 10v12M15 5.9L14 10h5.8a2 2 0 0 1 2 2.6l-2.4 8a2 2 0 0 1-1.9 1.4H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.8a2 2 0 0 0 1.7-1.1L12 2a3.1 3.1 0 0 1 3 3.9z',
  ),
);

/** The sign beside a feeling's name. */
export const sign = (emotion: string) => draw(24, line(SIGNS[emotion] ?? ''));

export const tick = draw(48, `<circle cx="24" cy="24" r="21"/>${line('m16 24.5 5.5 5.5 11-12')}`);

/** The page's own icon: a speech bubble in ink. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#151a21" d="M6 4h20a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z"/></svg>';
