import * as z from 'zod';
import { instant, key, text } from './bounds.ts';
import { FEEDBACK_KINDS } from './feedbackKinds.ts';
import { CHOICES_MAX, COMMENT_MAX, KEY_MAX, NAME_MAX } from './limits.ts';

/** Past feedback brought along from another tool: a dry run first, then the same in earnest, and back again. */

export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

const place = text(KEY_MAX * 2).min(1);

/** What somebody wants a question to become. A score is read on the scale from `low` to `high`, and moved to its own. */
export const feedbackChoice = z.object({
  part: text(KEY_MAX),
  key: place,
  kind: z.enum(FEEDBACK_KINDS),
  low: z.int().min(-10).max(100).optional(),
  high: z.int().min(-10).max(100).optional(),
});
export type FeedbackChoice = z.infer<typeof feedbackChoice>;

export const feedbackQuestion = z.object({
  part: z.string(),
  key: z.string(),
  text: z.string(),
  kind: z.enum(FEEDBACK_KINDS),
  low: z.int().nullable(),
  high: z.int().nullable(),
  /** Scores are moved from the file's scale to ours. */
  rescaled: z.boolean(),
  /** How many answered it, and how many of the answers cannot be read as this. */
  answered: z.int(),
  unreadable: z.int(),
  /** Some of what was answered, as written. */
  samples: z.array(z.string()).max(5),
});
export type FeedbackQuestion = z.infer<typeof feedbackQuestion>;

export const FEEDBACK_VERDICTS = ['create', 'skip', 'refuse'] as const;
/** `known`: it was brought in before. */
export const FEEDBACK_WHYS = [
  'known',
  'preview',
  'no-time',
  'in-future',
  'no-answer',
  'no-id',
  'twice',
  'erased',
] as const;
export type FeedbackWhy = (typeof FEEDBACK_WHYS)[number];

export const feedbackVerdict = z.object({
  part: z.string(),
  line: z.int(),
  verdict: z.enum(FEEDBACK_VERDICTS),
  why: z.enum(FEEDBACK_WHYS).nullable(),
  at: instant.nullable(),
  /** Whose it is: known by an identifier of theirs, new, or nobody's. */
  person: z.enum(['known', 'new', 'nobody']),
});
export type FeedbackVerdict = z.infer<typeof feedbackVerdict>;

export const feedbackCounts = z.object({ create: z.int(), skip: z.int(), refuse: z.int() });

/** What a file would become. */
export const feedbackPlan = z.object({
  system: z.string(),
  questions: z.array(feedbackQuestion),
  counts: feedbackCounts,
  people: z.object({ known: z.int(), new: z.int(), nobody: z.int() }),
  /** The first rows, and all that are not taken. */
  rows: z.array(feedbackVerdict),
});
export type FeedbackPlan = z.infer<typeof feedbackPlan>;

export const feedbackImport = z.object({
  id: z.string(),
  file: z.string(),
  system: z.string(),
  status: z.enum(['running', 'done', 'undone']),
  counts: feedbackCounts,
  /** The surveys that hold the answers. */
  surveys: z.array(z.string()),
  by: z.string(),
  at: instant,
});
export type FeedbackImport = z.infer<typeof feedbackImport>;

/** What goes with a file: its name, and what somebody chose otherwise than was guessed. */
export const feedbackBody = z.object({
  name: text(NAME_MAX).min(1),
  /** The file's bytes in base64. */
  file: z
    .string()
    .min(1)
    .max(16_000_000)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64'),
  touchpoint: key.nullable().default(null),
  choices: z.array(feedbackChoice).max(200).default([]),
});
export type FeedbackBody = z.infer<typeof feedbackBody>;

export const FEEDBACK_ROWS_MAX = 50_000;
export const FEEDBACK_OPTIONS_MAX = CHOICES_MAX;
export const FEEDBACK_WORDS_MAX = COMMENT_MAX;
