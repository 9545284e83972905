import type { SyncLogEntry } from '../../../contract/connection.ts';
import type { Database } from './database.ts';

export type LoggedEntry = Omit<SyncLogEntry, 'at'>;

/** So many lines are kept of each connection. */
const KEPT = 200;

/** What connections did, the newest lines of each. */
export class SyncLogTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(connection: string, at: number, entry: LoggedEntry): void {
    this.#db.run(
      'INSERT INTO sync_log (connection, at, entry) VALUES (?, ?, ?)',
      connection,
      at,
      JSON.stringify(entry),
    );
    this.#db.run(
      `DELETE FROM sync_log WHERE connection = ?1 AND number <= (
         SELECT number FROM sync_log WHERE connection = ?1 ORDER BY number DESC LIMIT 1 OFFSET ${KEPT})`,
      connection,
    );
  }

  /** Newest first, below `before`. */
  list(connection: string, before: number, limit: number): { number: number; at: number; entry: LoggedEntry }[] {
    return this.#db
      .all<{ number: number; at: number; entry: string }>(
        'SELECT number, at, entry FROM sync_log WHERE connection = ? AND number < ? ORDER BY number DESC LIMIT ?',
        connection,
        before,
        limit,
      )
      .map(({ entry, ...row }) => ({ ...row, entry: JSON.parse(entry) as LoggedEntry }));
  }

  remove(connection: string): void {
    this.#db.run('DELETE FROM sync_log WHERE connection = ?', connection);
  }

  /** Takes the newest line away. */
  removeLast(connection: string): void {
    this.#db.run(
      'DELETE FROM sync_log WHERE number = (SELECT max(number) FROM sync_log WHERE connection = ?)',
      connection,
    );
  }
}
