import type { Database } from './database.ts';
import { parts } from './parts.ts';

/** Bits of a display's `flags`. */
export const DISPLAY = { test: 1, claimed: 2 } as const;

export interface DisplayRecord {
  seq: number;
  id: string;
  site: number;
  survey: number;
  version: number;
  touchpoint: number;
  visitor: string | null;
  contact: number | null;
  /** Index in OUTCOMES. */
  outcome: number;
  /** Bits of DISPLAY. */
  flags: number;
  at: number;
  updatedAt: number;
}

interface DisplayRow extends Record<string, SqlStorageValue> {
  seq: number;
  id: string;
  site: number;
  survey: number;
  version: number;
  touchpoint: number;
  visitor: string | null;
  contact: number | null;
  outcome: number;
  flags: number;
  at: number;
  updated_at: number;
}

const COLUMNS = 'seq, id, site, survey, version, touchpoint, visitor, contact, outcome, flags, at, updated_at';

/**
 * Surveys shown, and how it ended. One index, by visitor and then id: whoever begins a display ends it, and takes it along
 * to the contact they turn out to be. A person's displays are found through the facts.
 */
export class DisplaysTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  lastSeq(): number {
    return this.#db.first<{ seq: number }>('SELECT seq FROM display ORDER BY seq DESC LIMIT 1')?.seq ?? 0;
  }

  /** A visitor's display; another's of the same id is another. */
  byId(visitor: string | null, id: string): DisplayRecord | undefined {
    const row = this.#db.first<DisplayRow>(`SELECT ${COLUMNS} FROM display WHERE visitor IS ? AND id = ?`, visitor, id);
    return row && toDisplay(row);
  }

  /** Seqs of a visitor's displays that are nobody's yet, by proof or claim, below `before`, newest first. */
  anonymousOf(visitor: string, before: number, limit: number): number[] {
    return this.#db
      .all<{ seq: number }>(
        `SELECT seq FROM display WHERE visitor = ? AND contact IS NULL AND flags = 0 AND seq < ?
         ORDER BY seq DESC LIMIT ?`,
        visitor,
        before,
        limit,
      )
      .map((row) => row.seq);
  }

  bySeqs(seqs: readonly number[]): DisplayRecord[] {
    return this.#db
      .all<DisplayRow>(
        `SELECT ${COLUMNS} FROM display WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC`,
        JSON.stringify(seqs),
      )
      .map(toDisplay);
  }

  after(seq: number, limit = 100_000): DisplayRecord[] {
    return this.#db
      .all<DisplayRow>(`SELECT ${COLUMNS} FROM display WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit)
      .map(toDisplay);
  }

  insert(record: DisplayRecord): void {
    this.#db.run(`INSERT INTO display (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, ...valuesOf(record));
  }

  insertMany(records: readonly DisplayRecord[]): void {
    for (const part of parts(records, 2_000)) this.#insertPart(part);
  }

  #insertPart(records: readonly DisplayRecord[]): void {
    this.#db.run(
      `INSERT INTO display (${COLUMNS}) SELECT ${COLUMNS.split(',')
        .map((_, i) => `value ->> ${i}`)
        .join(', ')} FROM json_each(?)`,
      JSON.stringify(records.map(valuesOf)),
    );
  }

  /** Writes how it ended and whose it is. The index is not touched: its columns are not named. */
  update(record: DisplayRecord): void {
    this.#db.run(
      'UPDATE display SET outcome = ?, contact = ?, flags = ?, updated_at = ? WHERE seq = ?',
      record.outcome,
      record.contact,
      record.flags,
      record.updatedAt,
      record.seq,
    );
  }
}

function valuesOf(record: DisplayRecord): (string | number | null)[] {
  return [
    record.seq,
    record.id,
    record.site,
    record.survey,
    record.version,
    record.touchpoint,
    record.visitor,
    record.contact,
    record.outcome,
    record.flags,
    record.at,
    record.updatedAt,
  ];
}

function toDisplay(row: DisplayRow): DisplayRecord {
  const { updated_at, ...rest } = row;
  return { ...rest, updatedAt: updated_at };
}
