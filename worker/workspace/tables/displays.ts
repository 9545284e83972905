import type { Database } from './database.ts';
import { parts } from './parts.ts';

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
  at: number;
  updated_at: number;
}

const COLUMNS = 'seq, id, site, survey, version, touchpoint, visitor, contact, outcome, at, updated_at';

/** Surveys shown, and how it ended. No index but the id: a person's displays are found through the facts. */
export class DisplaysTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  lastSeq(): number {
    return this.#db.first<{ seq: number }>('SELECT seq FROM display ORDER BY seq DESC LIMIT 1')?.seq ?? 0;
  }

  byId(id: string): DisplayRecord | undefined {
    const row = this.#db.first<DisplayRow>(`SELECT ${COLUMNS} FROM display WHERE id = ?`, id);
    return row && toDisplay(row);
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
    this.#db.run(`INSERT INTO display (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, ...valuesOf(record));
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

  update(record: DisplayRecord): void {
    this.#db.run(
      'UPDATE display SET outcome = ?, contact = ?, updated_at = ? WHERE seq = ?',
      record.outcome,
      record.contact,
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
    record.at,
    record.updatedAt,
  ];
}

function toDisplay(row: DisplayRow): DisplayRecord {
  const { updated_at, ...rest } = row;
  return { ...rest, updatedAt: updated_at };
}
