import type { ErasedAnswers, ErasedKind } from '../../../contract/erased.ts';
import type { Database } from './database.ts';

/** An erasure as its certificate tells it: rows by kind, nobody's name. */
export interface ErasureRecord {
  number: number;
  id: string;
  at: number;
  by: string;
  responses: ErasedAnswers;
  counts: Partial<Record<ErasedKind, number>>;
  /** The audit entry it was recorded with. */
  entry: number;
  liftedAt: number | null;
  liftedBy: string | null;
}

interface ErasureRow extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  at: number;
  by: string;
  responses: string;
  counts: string;
  entry: number;
  lifted_at: number | null;
  lifted_by: string | null;
}

const COLUMNS = 'number, id, at, by, responses, counts, entry, lifted_at, lifted_by';

/** Who was erased is known by number alone, which nothing else has and nobody gets again. */
export class ErasuresTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The number the next erasure gets. */
  next(): number {
    return (this.#db.first<{ last: number | null }>('SELECT max(number) AS last FROM erasure')?.last ?? 0) + 1;
  }

  insert(record: ErasureRecord, contacts: readonly number[]): void {
    this.#db.run(
      `INSERT INTO erasure (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.number,
      record.id,
      record.at,
      record.by,
      record.responses,
      JSON.stringify(record.counts),
      record.entry,
      record.liftedAt,
      record.liftedBy,
    );
    this.#db.run(
      'INSERT INTO erased (contact, erasure) SELECT value, ? FROM json_each(?)',
      record.number,
      JSON.stringify(contacts),
    );
  }

  byId(id: string): ErasureRecord | undefined {
    const row = this.#db.first<ErasureRow>(`SELECT ${COLUMNS} FROM erasure WHERE id = ?`, id);
    return row && toErasure(row);
  }

  byNumber(number: number): ErasureRecord | undefined {
    const row = this.#db.first<ErasureRow>(`SELECT ${COLUMNS} FROM erasure WHERE number = ?`, number);
    return row && toErasure(row);
  }

  /** Newest first, below a number. */
  list(before: number, limit: number): ErasureRecord[] {
    return this.#db
      .all<ErasureRow>(`SELECT ${COLUMNS} FROM erasure WHERE number < ? ORDER BY number DESC LIMIT ?`, before, limit)
      .map(toErasure);
  }

  lift(number: number, at: number, by: string): void {
    this.#db.run('UPDATE erasure SET lifted_at = ?, lifted_by = ? WHERE number = ?', at, by, number);
  }

  /** Whether one of these contacts, by number, was erased: what was merged with them cannot be parted any more. */
  touches(contacts: readonly number[]): boolean {
    return (
      this.#db.first(
        'SELECT 1 AS one FROM erased WHERE contact IN (SELECT value FROM json_each(?)) LIMIT 1',
        JSON.stringify(contacts),
      ) !== undefined
    );
  }
}

function toErasure(row: ErasureRow): ErasureRecord {
  return {
    number: row.number,
    id: row.id,
    at: row.at,
    by: row.by,
    responses: row.responses as ErasedAnswers,
    counts: JSON.parse(row.counts) as ErasureRecord['counts'],
    entry: row.entry,
    liftedAt: row.lifted_at,
    liftedBy: row.lifted_by,
  };
}
