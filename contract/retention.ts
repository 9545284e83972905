import * as z from 'zod';
import { instant } from './bounds.ts';

/** Kinds of data that may be kept for a time only. */
export const RETAINED_KINDS = [
  /** Answers: after it they are nobody's, without words; scores, choices and the day stay. */
  'responses',
  /** What people wrote, with the address and title of the page they wrote it on. */
  'comments',
  /** Whom a survey was shown to; that it was shown stays. */
  'displays',
  'events',
  /** People who never answered, were never seen, and have not changed. */
  'contacts',
  /** What entries of the audit trail say; that they were made stays. */
  'audit',
  /** Logs of CRM connections. */
  'syncs',
  /** Rows of imported files, with what undoing them takes. */
  'imports',
] as const;
export type RetainedKind = (typeof RETAINED_KINDS)[number];

/** A response may be revised for a day; and nobody means to lose what came this week. */
export const RETENTION_MIN_DAYS = 7;

const days = z.int().min(RETENTION_MIN_DAYS).max(36_500).nullable();

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
  lastRun: z.object({ at: instant, counts: z.partialRecord(z.enum(RETAINED_KINDS), z.int()) }).nullable(),
});
export type Retention = z.infer<typeof retention>;

/** `POST /api/retention/preview`: what these days would take out now, and by the next run. */
export const retentionPreview = z.object({ now: z.array(retentionLoss), nextRun: z.array(retentionLoss) });
export type RetentionPreview = z.infer<typeof retentionPreview>;
