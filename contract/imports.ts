import * as z from 'zod';
import { instant, key, text } from './bounds.ts';
import { contact, contactCreate } from './contact.ts';
import { COLUMN_FIELDS, CONFLICT_RULES, INTAKE_VERDICTS } from './importTerms.ts';
import { SYSTEM_MAX } from './limits.ts';

export const IMPORT_STATUSES = [
  'reading',
  'planning',
  'planned',
  'running',
  'done',
  'cancelled',
  'undoing',
  'undone',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export type IntakeVerdict = (typeof INTAKE_VERDICTS)[number];

/** Why a record was refused or skipped, or what was odd about it. */
export const INTAKE_WHYS = [
  'erased',
  'nothing-usable',
  'unchanged',
  'deleted-there',
  'deleted-unknown',
  'master-missing',
  'master-named-otherwise',
  'shared-email',
  'vcard-21',
  'vcard-broken',
] as const;
export type IntakeWhy = (typeof INTAKE_WHYS)[number];

/** Why something of a record was left out. */
export const NOTE_WHYS = [
  'unusable',
  'taken',
  'too-long',
  'not-a-date',
  'not-a-number',
  'not-a-channel',
  'too-many',
  'formula',
] as const;

/** Why what is known stays where a record has it otherwise. */
export const STAYS_WHYS = [
  /** The record is older. */
  'newer',
  /** Both are equally new. */
  'first',
  /** It comes from where is trusted more. */
  'source',
  /** What is known stays, as was chosen, or as becomes a record merged into another. */
  'rule',
  /** A name of more letters. */
  'fuller',
] as const;
export type StaysWhy = (typeof STAYS_WHYS)[number];

export const intakeNote = z.object({ field: z.string(), why: z.enum(NOTE_WHYS) });
export type IntakeNote = z.infer<typeof intakeNote>;

export type ConflictRule = (typeof CONFLICT_RULES)[number];

export type ColumnField = (typeof COLUMN_FIELDS)[number];
/** A field, or `attribute:` and the name it is kept under. */
export type Column = ColumnField | `attribute:${string}`;

// A string in the document of the API; its type here says which.
const column = text(70).regex(
  new RegExp(`^(?:${COLUMN_FIELDS.join('|')}|attribute:\\S.{0,59})$`, 'su'),
  'must be a field, or attribute: and a name',
) as unknown as z.ZodType<Column, Column>;

const sources = z.array(text(80).min(1)).max(20);

export const importChoice = z.object({
  /** Whose ids the file's are. */
  system: key.max(SYSTEM_MAX),
  columns: z.array(column).max(300),
  conflict: z.enum(CONFLICT_RULES),
  perField: z.record(text(60).min(1), z.enum(CONFLICT_RULES)).optional(),
  order: sources.optional(),
});
export type ImportChoice = z.infer<typeof importChoice>;

export const importEdit = importChoice.partial();

const counts = z.object({
  create: z.int(),
  update: z.int(),
  merge: z.int(),
  skip: z.int(),
  refuse: z.int(),
  /** Rows that went in with something left out. */
  noted: z.int(),
});

export const KEPT_WHYS = ['answered', 'invited', 'event', 'edited', 'joined', 'identified'] as const;

/** A file brought in, or about to be. */
export const importSummary = z.object({
  id: z.string(),
  status: z.enum(IMPORT_STATUSES),
  name: z.string(),
  bytes: z.int(),
  /** Whose export it was recognised as; null when nobody's known. */
  preset: z.string().nullable(),
  by: z.string(),
  rows: z.int(),
  /** How many rows are planned, done or undone by now. */
  progress: z.object({ done: z.int(), of: z.int() }),
  planned: counts.nullable(),
  done: counts.nullable(),
  /** The run came out otherwise than planned: the workspace had changed meanwhile. */
  differs: z.boolean(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});
export type ImportSummary = z.infer<typeof importSummary>;

export const importDetail = importSummary.extend({
  header: z.array(z.string()),
  /** A few values of each column. */
  samples: z.array(z.array(z.string())),
  choice: importChoice,
  undo: z
    .object({
      removed: z.int(),
      restored: z.int(),
      parted: z.int(),
      keptTotal: z.int(),
      kept: z.array(z.object({ id: z.string(), name: z.string(), why: z.enum(KEPT_WHYS) })),
    })
    .nullable(),
  /** What an undo would take back by now; null where there is nothing to undo. */
  undoable: z.object({ made: z.int(), changed: z.int(), answered: z.int() }).nullable(),
});
export type ImportDetail = z.infer<typeof importDetail>;

export const importRow = z.object({
  line: z.int(),
  name: z.string(),
  email: z.string(),
  verdict: z.enum(INTAKE_VERDICTS),
  why: z.enum(INTAKE_WHYS).nullable(),
  changed: z.array(z.string()),
  notes: z.array(intakeNote),
  /** What it has otherwise and does not change: what stays, and which line of the file had it; null where not known any more. */
  stays: z.array(
    z.object({ field: z.string(), why: z.enum(STAYS_WHYS), value: z.string().nullable(), ofLine: z.int().nullable() }),
  ),
  /** Whom it changes, joins or made; null where it will make somebody, or nobody. */
  contact: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The line of the same file that makes whom it changes. */
  ofLine: z.int().nullable(),
});
export type ImportRow = z.infer<typeof importRow>;

/** A person to be made or brought up to date, by any identifier. */
export const contactUpsert = z.object({
  ...contactCreate.shape,
  createdAt: instant.optional(),
  /** When this was so: what is newer already stays. Now, when left out. */
  updatedAt: instant.optional(),
  conflict: z.enum(CONFLICT_RULES).default('newest'),
});
export type ContactUpsert = z.infer<typeof contactUpsert>;

export const taken = z.object({
  verdict: z.enum(INTAKE_VERDICTS),
  why: z.enum(INTAKE_WHYS).nullable(),
  changed: z.array(z.string()),
  notes: z.array(intakeNote),
});
export const contactTaken = taken.extend({ contact });

export const BATCH_MAX = 1_000;
/** Each is checked by itself, so that one that is wrong does not reject the others. */
export const contactBatch = z.object({ contacts: z.array(z.unknown()).min(1).max(BATCH_MAX) });
export const batchItem = taken.extend({
  index: z.int(),
  id: z.string().nullable(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })),
});
export type BatchItem = z.infer<typeof batchItem>;
