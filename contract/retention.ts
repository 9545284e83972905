import * as z from 'zod';
import { instant } from './bounds.ts';
import { RETAINED_KINDS, RETENTION_MAX_DAYS, RETENTION_MIN_DAYS, type RetainedKind } from './retained.ts';

const days = z.int().min(RETENTION_MIN_DAYS).max(RETENTION_MAX_DAYS).nullable();

/** Days that each kind is kept; null keeps it. */
export const retentionDays = z.object({
  responses: days,
  comments: days,
  displays: days,
  events: days,
  contacts: days,
  audit: days,
  syncs: days,
  imports: days,
} satisfies Record<RetainedKind, typeof days>);
export type RetentionDays = z.infer<typeof retentionDays>;

/** What one kind would lose by a moment. */
export const retentionLoss = z.object({
  kind: z.enum(RETAINED_KINDS),
  /** Older than this goes; null: kept. */
  before: instant.nullable(),
  count: z.int(),
  /** Of how many that are there now. */
  total: z.int(),
  /** The oldest few: when they are from, and what of theirs is no secret. */
  sample: z.array(z.object({ at: instant, what: z.string() })),
});
export type RetentionLoss = z.infer<typeof retentionLoss>;

/** `GET /api/retention` */
export const retention = z.object({
  days: retentionDays,
  /** When the clock removes next; null while everything is kept. */
  nextRun: instant.nullable(),
  /** What the last run took out. */
  lastRun: z.object({ at: instant, counts: z.record(z.string(), z.int()) }).nullable(),
});
export type Retention = z.infer<typeof retention>;

/** `POST /api/retention/preview`: what these days would take out now, and by the next run. */
export const retentionPreview = z.object({ now: z.array(retentionLoss), nextRun: z.array(retentionLoss) });
export type RetentionPreview = z.infer<typeof retentionPreview>;
