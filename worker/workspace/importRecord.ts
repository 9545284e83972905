import type {
  ImportChoice,
  ImportDetail,
  ImportStatus,
  IntakeNote,
  IntakeVerdict,
  IntakeWhy,
} from '../../contract/imports.ts';
import type { StayingField } from '../identity/settleFields.ts';
import type { Actor } from './auditTrail.ts';

/** How many rows got which verdict. `noted` are those that went in with something left out. */
export type VerdictCounts = Record<IntakeVerdict, number> & { noted: number };

export const NO_COUNTS: VerdictCounts = { create: 0, update: 0, merge: 0, skip: 0, refuse: 0, noted: 0 };

/** So much of a cell is shown as an example of its column. */
export const EXAMPLE_MAX = 60;

/** The file as it came. */
export interface ImportFile {
  name: string;
  bytes: number;
  preset: string | null;
  header: string[];
  delimiter: string;
  /** The first few values of each column. */
  samples: string[][];
  /** Who brought it. */
  actor: Actor;
}

export type KeptWhy = NonNullable<ImportDetail['undo']>['kept'][number]['why'];

/** How far it is. */
export interface ImportProgress {
  rows: number;
  packs: number;
  /** Packs that hold rows their source has deleted: they come after all others. */
  later: number[];
  /** Steps of the plan and of the run that are done: packs, and then `later`. */
  plannedSteps: number;
  doneSteps: number;
  planned: VerdictCounts;
  done: VerdictCounts;
  /** Contact numbers that it made, from and to, inclusive. */
  made: [number, number][];
  startedAt: number | null;
  finishedAt: number | null;
  undo: (NonNullable<ImportDetail['undo']> & { steps: number }) | null;
}

export interface ImportRecord {
  number: number;
  id: string;
  status: ImportStatus;
  file: ImportFile;
  choice: ImportChoice;
  progress: ImportProgress;
  createdAt: number;
  updatedAt: number;
}

/** A row's verdict, as it is kept. */
export interface RowVerdict {
  verdict: IntakeVerdict;
  why?: IntakeWhy;
  /** The survivor's number; negative while it is only planned: the row that makes it, as `placeOf` numbers it. */
  contact?: number;
  changed?: string[];
  notes?: IntakeNote[];
  /** Fields that differ and stay as they are. Their values are read when they are shown, so that nothing of them is kept. */
  stays?: StayingField[];
  /** Where its source merged it through others: the place of the row of the last. */
  into?: number;
}

/** A row's letter; capital when something of it was left out. `-` is a row of the other pass. */
const LETTERS: Record<IntakeVerdict, string> = { create: 'c', update: 'u', merge: 'm', skip: 's', refuse: 'r' };
export const OTHER_PASS = '-';

export function letterOf(row: RowVerdict | null): string {
  if (!row) return OTHER_PASS;
  return row.notes?.length ? LETTERS[row.verdict].toUpperCase() : LETTERS[row.verdict];
}

/** The letters of a verdict, or of rows with notes. */
export function lettersOf(filter: IntakeVerdict | 'noted'): string[] {
  if (filter === 'noted') return Object.values(LETTERS).map((letter) => letter.toUpperCase());
  return [LETTERS[filter], LETTERS[filter].toUpperCase()];
}

export function addCounts(counts: VerdictCounts, rows: readonly (RowVerdict | null)[]): VerdictCounts {
  const sum = { ...counts };
  for (const row of rows) {
    if (!row) continue;
    sum[row.verdict] += 1;
    if (row.notes?.length) sum.noted += 1;
  }
  return sum;
}

/** A pack holds at most so many rows; the clock does one pack at a time, in some milliseconds. */
export const PACK_ROWS = 7;

/** A row's place as one number. */
export function placeOf(pack: number, index: number): number {
  return pack * 128 + index;
}

export function packOf(place: number): { pack: number; index: number } {
  return { pack: Math.floor(place / 128), index: place % 128 };
}
