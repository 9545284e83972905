import type { RetainedKind } from '../../../contract/retained.ts';
import type { RetentionDays } from '../../../contract/retention.ts';
import type { Database } from './database.ts';
import { ROW } from './responses.ts';

/** How far the rows of a stream are through with: those before a moment, among the first so many. */
export interface Mark {
  before: number;
  seq: number;
}

export type RetentionCounts = Partial<Record<RetainedKind, number>>;

/** What a workspace keeps for how long, and how far the clock is with it. */
export interface RetentionState {
  days: RetentionDays;
  nextRun: number | null;
  lastRun: { at: number; counts: RetentionCounts } | null;
  /** The run that goes on. */
  running: { at: number; counts: RetentionCounts } | null;
  marks: Partial<Record<RetainedKind, Mark>>;
}

const KEEP_ALL: RetentionState = {
  days: {
    responses: null,
    comments: null,
    displays: null,
    events: null,
    contacts: null,
    audit: null,
    syncs: null,
    imports: null,
  },
  nextRun: null,
  lastRun: null,
  running: null,
  marks: {},
};

/** Rows by place, from and to, inclusive. */
export type Range = readonly [number, number];

interface Aged {
  seq: number;
  at: number;
  what: string;
}

type AgedRow = Aged & Record<string, SqlStorageValue>;

/** What an answer has before it becomes nobody's, or loses its words; what was emptied already has neither. */
const UNTOUCHED = {
  responses: `flags & ${ROW.anonymised} = 0 AND NOT (flags & ${ROW.deleted} <> 0 AND answers = '[]' AND contact IS NULL)`,
  comments: `flags & ${ROW.anonymised | ROW.wordless} = 0 AND flags & ${ROW.deleted} = 0`,
} as const;

/** The audit entries that prove what is gone keep what they say. */
const PROOFS = `verb NOT IN ('contact.erased', 'erasure.lifted', 'retention.run')`;

/** Imports that nothing goes on with. */
const AT_REST = "status IN ('planned', 'done', 'cancelled', 'undone')";

/** Rows that are older than they may be. */
export class RetentionTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  read(): RetentionState {
    const row = this.#db.first<{ value: string }>("SELECT value FROM setting WHERE key = 'retention'");
    return row ? (JSON.parse(row.value) as RetentionState) : KEEP_ALL;
  }

  write(state: RetentionState): void {
    this.#db.run(
      "INSERT INTO setting (key, value) VALUES ('retention', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      JSON.stringify(state),
    );
  }

  /** How many rows of each kind are there that could ever go. */
  totals(): Record<RetainedKind, number> {
    const counted = this.#db.first<Record<RetainedKind, number>>(
      `SELECT (SELECT count(*) FROM response WHERE ${UNTOUCHED.responses}) AS responses,
         (SELECT count(*) FROM response WHERE ${UNTOUCHED.comments}) AS comments,
         (SELECT count(*) FROM display WHERE visitor IS NOT NULL OR contact IS NOT NULL) AS displays,
         (SELECT count(*) FROM event) AS events,
         (SELECT count(*) FROM contact WHERE parent IS NULL) AS contacts,
         (SELECT count(*) FROM audit WHERE payload IS NOT NULL AND ${PROOFS}) AS audit,
         (SELECT count(*) FROM sync_log) AS syncs,
         (SELECT count(*) FROM import WHERE ${AT_REST}) AS imports`,
    );
    if (!counted) throw new Error('a count answered no row');
    return counted;
  }

  /** Answers in some ranges that are older and untouched, oldest first. */
  responses(kind: 'responses' | 'comments', ranges: readonly Range[], before: number, limit: number): Aged[] {
    return this.#inRanges(
      `SELECT response.seq AS seq, started_at AS at, coalesce(survey.id, '') AS what
       FROM response LEFT JOIN survey ON survey.number = response.survey
       WHERE seq BETWEEN ? AND ? AND started_at < ? AND ${UNTOUCHED[kind]} ORDER BY seq LIMIT ?`,
      ranges,
      before,
      limit,
    );
  }

  displays(ranges: readonly Range[], before: number, limit: number): Aged[] {
    return this.#inRanges(
      `SELECT display.seq AS seq, at, coalesce(survey.id, '') AS what
       FROM display LEFT JOIN survey ON survey.number = display.survey
       WHERE seq BETWEEN ? AND ? AND at < ? AND (visitor IS NOT NULL OR contact IS NOT NULL) ORDER BY seq LIMIT ?`,
      ranges,
      before,
      limit,
    );
  }

  events(before: number, limit: number): Aged[] {
    return this.#db.all<AgedRow>(
      'SELECT seq, at, name AS what FROM event WHERE at < ? ORDER BY at LIMIT ?',
      before,
      limit,
    );
  }

  removeEvents(seqs: readonly number[]): void {
    this.#db.run('DELETE FROM event WHERE seq IN (SELECT value FROM json_each(?))', JSON.stringify(seqs));
  }

  audit(before: number, limit: number): Aged[] {
    return this.#db.all<AgedRow>(
      `SELECT seq, at, verb AS what FROM audit WHERE at < ? AND payload IS NOT NULL AND ${PROOFS} ORDER BY seq LIMIT ?`,
      before,
      limit,
    );
  }

  forgetAudit(seqs: readonly number[]): void {
    this.#db.run(
      'UPDATE audit SET payload = NULL, salt = NULL WHERE seq IN (SELECT value FROM json_each(?))',
      JSON.stringify(seqs),
    );
  }

  syncs(before: number, limit: number): Aged[] {
    return this.#db.all<AgedRow>(
      `SELECT sync_log.number AS seq, at, coalesce(connection.name, '') AS what
       FROM sync_log LEFT JOIN connection ON connection.id = sync_log.connection WHERE at < ?
       ORDER BY sync_log.number LIMIT ?`,
      before,
      limit,
    );
  }

  removeSyncs(numbers: readonly number[]): void {
    this.#db.run('DELETE FROM sync_log WHERE number IN (SELECT value FROM json_each(?))', JSON.stringify(numbers));
  }

  imports(before: number, limit: number): Aged[] {
    return this.#db.all<AgedRow>(
      `SELECT number AS seq, updated_at AS at, file ->> 'name' AS what FROM import
       WHERE updated_at < ? AND ${AT_REST} ORDER BY updated_at LIMIT ?`,
      before,
      limit,
    );
  }

  #inRanges(statement: string, ranges: readonly Range[], before: number, limit: number): Aged[] {
    const found: Aged[] = [];
    for (const [from, to] of ranges) {
      if (found.length >= limit) break;
      found.push(...this.#db.all<AgedRow>(statement, from, to, before, limit - found.length));
    }
    return found;
  }
}
