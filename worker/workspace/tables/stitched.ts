import type { Database } from './database.ts';

export interface StitchedRecord {
  stream: 'response' | 'display';
  seq: number;
  visitor: string;
}

/** What followed a browser that two contacts used, because they were one person then. */
export class StitchedTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  ofVisitor(visitor: string): StitchedRecord[] {
    return this.#db.all<StitchedRecord & Record<string, SqlStorageValue>>(
      'SELECT stream, seq, visitor FROM stitched WHERE visitor = ? ORDER BY stream, seq',
      visitor,
    );
  }

  has(stream: StitchedRecord['stream'], seq: number, visitor: string): boolean {
    return (
      this.#db.first(
        'SELECT 1 AS one FROM stitched WHERE visitor = ? AND stream = ? AND seq = ?',
        visitor,
        stream,
        seq,
      ) !== undefined
    );
  }

  insert({ stream, seq, visitor }: StitchedRecord): void {
    this.#db.run('INSERT OR IGNORE INTO stitched (stream, seq, visitor) VALUES (?, ?, ?)', stream, seq, visitor);
  }

  remove({ stream, seq, visitor }: StitchedRecord): void {
    this.#db.run('DELETE FROM stitched WHERE visitor = ? AND stream = ? AND seq = ?', visitor, stream, seq);
  }
}
