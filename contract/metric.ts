/**
 * What is measured, and on which scale. Free of zod.
 * CSAT 1–5 (satisfied = 4, 5), NPS 0–10, CES 1–7 (7 = very easy), thumbs 0 or 1, emotions by how they feel (−2 to 2),
 * gap = experience − expectation (−4 to 4). A metric's place here is kept in facts: new ones go to the end.
 */
export const METRICS = ['none', 'csat', 'nps', 'ces', 'emotion', 'gap', 'thumbs'] as const;
export type Metric = (typeof METRICS)[number];

/** Inclusive ends of a scored question's scale, by the question's type. */
export const SCALES = {
  csat: { metric: 'csat', low: 1, high: 5 },
  nps: { metric: 'nps', low: 0, high: 10 },
  ces: { metric: 'ces', low: 1, high: 7 },
  thumbs: { metric: 'thumbs', low: 0, high: 1 },
  emotion: { metric: 'emotion', low: -2, high: 2 },
  gap: { metric: 'gap', low: -4, high: 4 },
} as const satisfies Record<string, { metric: Metric; low: number; high: number }>;

/** CSAT answers from here up count as satisfied. */
export const CSAT_SATISFIED_FROM = 4;

/**
 * What a visitor may name, and its score; `other` has none. A name's place here, from 1, is kept in facts: new ones go
 * to the end.
 */
export const EMOTIONS = {
  calm: 1,
  relieved: 1,
  delighted: 2,
  surprised: 0,
  confused: -1,
  impatient: -1,
  worried: -1,
  'let-down': -2,
  angry: -2,
  other: null,
} as const satisfies Record<string, number | null>;
export type Emotion = keyof typeof EMOTIONS;

export const TRUSTS = ['anonymous', 'claimed', 'verified'] as const;
/** How a response was tied, weakest first. */
export type Trust = (typeof TRUSTS)[number];

export const OUTCOMES = ['shown', 'dismissed', 'answered', 'abandoned', 'never'] as const;
/** How a display ended. `never` is "don't ask me again". */
export type Outcome = (typeof OUTCOMES)[number];

/** How a response came: from a page of the site, by a link made for one person, by one that hangs at a place. */
export const CHANNELS = ['site', 'link', 'place'] as const;
export type Channel = (typeof CHANNELS)[number];

export const DEVICES = ['unknown', 'phone', 'tablet', 'desktop'] as const;
export type Device = (typeof DEVICES)[number];
