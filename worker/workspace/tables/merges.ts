import type { IdentityEvidence, MergeMethod } from '../../../contract/identity.ts';
import type { Database } from './database.ts';

/** One contact absorbed by another. It is in force until it is undone. */
export interface MergeRecord {
  number: number;
  id: string;
  /** Both were survivors of their own families then. */
  survivor: number;
  absorbed: number;
  /** Fields shown from the absorbed: `name`, `company`, `attributes.…`. */
  taken: string[];
  /** Those of them that were written on the survivor since, and so are its own again. */
  released: string[];
  method: MergeMethod;
  evidence: IdentityEvidence[];
  /** Of an import. */
  batch: number | null;
  suggestion: number | null;
  at: number;
  by: string;
  undoneAt: number | null;
  undoneBy: string | null;
  /** One of the two is erased, so that there is nobody to give anything back to. */
  erased: boolean;
}

interface MergeRow extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  survivor: number;
  absorbed: number;
  taken: string;
  released: string;
  method: string;
  evidence: string;
  batch: number | null;
  suggestion: number | null;
  at: number;
  by: string;
  undone_at: number | null;
  undone_by: string | null;
  erased: number;
}

const COLUMNS = `number, id, survivor, absorbed, taken, released, method, evidence, batch, suggestion, at, by, undone_at,
  undone_by, erased`;

/** Who was joined with whom: rows are added and undone, never taken away. */
export class MergesTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  byId(id: string): MergeRecord | undefined {
    const row = this.#db.first<MergeRow>(`SELECT ${COLUMNS} FROM merge WHERE id = ?`, id);
    return row && toMerge(row);
  }

  byNumber(number: number): MergeRecord | undefined {
    const row = this.#db.first<MergeRow>(`SELECT ${COLUMNS} FROM merge WHERE number = ?`, number);
    return row && toMerge(row);
  }

  /** Newest first, below `before`. */
  list(before: number, limit: number, withErased = true): MergeRecord[] {
    return this.#db
      .all<MergeRow>(
        `SELECT ${COLUMNS} FROM merge WHERE number < ? AND erased <= ? ORDER BY number DESC LIMIT ?`,
        before,
        Number(withErased),
        limit,
      )
      .map(toMerge);
  }

  /** All a contact of these took part in, in force or not, oldest first. */
  ofContacts(contacts: readonly number[]): MergeRecord[] {
    return this.#db
      .all<MergeRow>(
        `SELECT ${COLUMNS} FROM merge WHERE survivor IN (SELECT value FROM json_each(?1))
         UNION SELECT ${COLUMNS} FROM merge WHERE absorbed IN (SELECT value FROM json_each(?1)) ORDER BY number`,
        JSON.stringify(contacts),
      )
      .map(toMerge);
  }

  /** Those in force whose survivor is one of these, in order. */
  inForce(survivors: readonly number[]): MergeRecord[] {
    return this.#db
      .all<MergeRow>(
        `SELECT ${COLUMNS} FROM merge WHERE survivor IN (SELECT value FROM json_each(?)) AND undone_at IS NULL ORDER BY number`,
        JSON.stringify(survivors),
      )
      .map(toMerge);
  }

  /** Those an import made and nobody has undone, newest first: the order to undo them in. */
  ofBatch(batch: number): MergeRecord[] {
    return this.#db
      .all<MergeRow>(`SELECT ${COLUMNS} FROM merge WHERE batch = ? AND undone_at IS NULL ORDER BY number DESC`, batch)
      .map(toMerge);
  }

  insert(record: Omit<MergeRecord, 'number' | 'released' | 'undoneAt' | 'undoneBy' | 'erased'>): number {
    const row = this.#db.first<{ number: number }>(
      `INSERT INTO merge (id, survivor, absorbed, taken, released, method, evidence, batch, suggestion, at, by, erased)
       VALUES (?, ?, ?, ?, '[]', ?, ?, ?, ?, ?, ?, 0) RETURNING number`,
      record.id,
      record.survivor,
      record.absorbed,
      JSON.stringify(record.taken),
      record.method,
      JSON.stringify(record.evidence),
      record.batch,
      record.suggestion,
      record.at,
      record.by,
    );
    if (!row) throw new Error('insert answered no row');
    return row.number;
  }

  undo(number: number, at: number, by: string): void {
    this.#db.run('UPDATE merge SET undone_at = ?, undone_by = ? WHERE number = ?', at, by, number);
  }

  release({ number, released }: MergeRecord): void {
    this.#db.run('UPDATE merge SET released = ? WHERE number = ?', JSON.stringify(released), number);
  }

  /** Takes what is said of erased contacts out of their merges, which cannot be undone any more; answers how many. */
  erase(contacts: readonly number[]): number {
    return this.#db.all(
      `UPDATE merge SET erased = 1, taken = '[]', released = '[]', evidence = '[]'
       WHERE survivor IN (SELECT value FROM json_each(?1)) OR absorbed IN (SELECT value FROM json_each(?1))
       RETURNING number`,
      JSON.stringify(contacts),
    ).length;
  }
}

function toMerge(row: MergeRow): MergeRecord {
  return {
    number: row.number,
    id: row.id,
    survivor: row.survivor,
    absorbed: row.absorbed,
    taken: JSON.parse(row.taken) as string[],
    released: JSON.parse(row.released) as string[],
    method: row.method as MergeMethod,
    evidence: JSON.parse(row.evidence) as IdentityEvidence[],
    batch: row.batch,
    suggestion: row.suggestion,
    at: row.at,
    by: row.by,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
    erased: row.erased === 1,
  };
}
