import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

type Row = Record<string, unknown>;

/** As much of an object's `SqlStorage` as the tables use, over SQLite in this process. */
export function sqlStorageOf(db: DatabaseSync) {
  return {
    exec<T extends Row>(query: string, ...bindings: SQLInputValue[]) {
      let rows: T[] = [];
      // Several statements in one text come without bindings; one that answers rows comes alone.
      if (bindings.length > 0 || /^\s*(SELECT|PRAGMA)/i.test(query)) rows = db.prepare(query).all(...bindings) as T[];
      else db.exec(query);
      return {
        toArray: () => rows,
        [Symbol.iterator]: () => rows[Symbol.iterator](),
        rowsRead: rows.length,
        rowsWritten: 0,
      };
    },
  };
}

/** Runs work in a transaction that is rolled back when it throws, as an object's storage does. */
export function transactionOf(db: DatabaseSync): (work: () => void) => void {
  return (work) => {
    db.exec('BEGIN');
    try {
      work();
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
    db.exec('COMMIT');
  };
}
