import * as z from 'zod';
import { day, localized } from './bounds.ts';
import { MOMENTS } from './survey.ts';

/** A share of n, as fractions of one, unrounded, with its 95% Wilson interval. */
export const share = z.object({
  n: z.int(),
  count: z.int(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** The 95% half-width is at most 15 points. */
  sufficient: z.boolean(),
});
export type Share = z.infer<typeof share>;

export const nps = z.object({
  n: z.int(),
  promoters: z.int(),
  passives: z.int(),
  detractors: z.int(),
  /** −100 … 100 */
  value: z.number(),
  low: z.number(),
  high: z.number(),
  sufficient: z.boolean(),
});
export type Nps = z.infer<typeof nps>;

export const mean = z.object({
  n: z.int(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  sufficient: z.boolean(),
});
export type Mean = z.infer<typeof mean>;

export const CHANGE_VERDICTS = [
  'clearly-worse',
  'likely-worse',
  'noise',
  'likely-better',
  'clearly-better',
  'unclear',
] as const;

/** Two shares compared: the difference with its 95% Newcombe interval, and what may be said of it. */
export const change = z.object({
  verdict: z.enum(CHANGE_VERDICTS),
  difference: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Change = z.infer<typeof change>;

export const compared = z.object({ now: share, before: share, change });

/** How displays ended. `rate` is answered of shown. */
export const funnel = z.object({
  shown: z.int(),
  answered: z.int(),
  dismissed: z.int(),
  abandoned: z.int(),
  never: z.int(),
  rate: compared,
});

export const touchpointReport = z.object({
  id: z.string(),
  name: localized,
  stage: z.object({ id: z.string(), name: localized }),
  moment: z.enum(MOMENTS).nullable(),
  target: z.number().nullable(),
  csat: share,
  /** Answers 1 to 5. */
  distribution: z.array(z.int()).length(5),
  before: share,
  change,
});
export type TouchpointReport = z.infer<typeof touchpointReport>;

export const trendPoint = z.object({ from: day, to: day, csat: share });
export type TrendPoint = z.infer<typeof trendPoint>;

export const overview = z.object({
  from: day,
  to: day,
  timeZone: z.string(),
  /** Every response of the period that is not a test. */
  responses: z.int(),
  csat: share,
  csatBefore: share,
  csatChange: change,
  distribution: z.array(z.int()).length(5),
  nps,
  ces: mean,
  funnel,
  /** Responses that say why, of all. */
  commented: compared,
  /** Responses on a known contact by proof, of all. */
  verified: compared,
  trend: z.array(trendPoint),
  touchpoints: z.array(touchpointReport),
});
export type Overview = z.infer<typeof overview>;
