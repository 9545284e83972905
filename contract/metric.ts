/**
 * What is measured, and on which scale. Free of zod.
 * CSAT 1–5 (satisfied = 4, 5), NPS 0–10, CES 1–7 (7 = very easy).
 */
export const METRICS = ['none', 'csat', 'nps', 'ces', 'emotion', 'gap'] as const;
export type Metric = (typeof METRICS)[number];

/** Inclusive ends of a scored question's scale. */
export const SCALES = {
  csat: { metric: 'csat', low: 1, high: 5 },
} as const satisfies Record<string, { metric: Metric; low: number; high: number }>;

/** CSAT answers from here up count as satisfied. */
export const CSAT_SATISFIED_FROM = 4;

export const TRUSTS = ['anonymous', 'claimed', 'verified'] as const;
/** How a response was tied, weakest first. */
export type Trust = (typeof TRUSTS)[number];

export const OUTCOMES = ['shown', 'dismissed', 'answered', 'abandoned', 'never'] as const;
/** How a display ended. `never` is "don't ask me again". */
export type Outcome = (typeof OUTCOMES)[number];

export const DEVICES = ['unknown', 'phone', 'tablet', 'desktop'] as const;
export type Device = (typeof DEVICES)[number];
