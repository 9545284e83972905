/**
 * The object's SQLite, with a meter: rows read and written are the bill, so every statement is counted here.
 * Statements live in the table files beside this one and nowhere else.
 */
export class Database {
  /** Rows read and written since the object woke up. */
  readonly rows = { read: 0, written: 0 };
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** All rows of a statement. */
  all<Row extends Record<string, SqlStorageValue>>(query: string, ...bindings: SqlStorageValue[]): Row[] {
    const cursor = this.#sql.exec<Row>(query, ...bindings);
    const rows = cursor.toArray();
    this.#count(cursor);
    return rows;
  }

  /** The first row, if there is one. */
  first<Row extends Record<string, SqlStorageValue>>(query: string, ...bindings: SqlStorageValue[]): Row | undefined {
    return this.all<Row>(query, ...bindings)[0];
  }

  /** Rows one by one, so that a scan of many blobs never holds more than one. */
  *each<Row extends Record<string, SqlStorageValue>>(query: string, ...bindings: SqlStorageValue[]): Generator<Row> {
    const cursor = this.#sql.exec<Row>(query, ...bindings);
    try {
      yield* cursor;
    } finally {
      this.#count(cursor);
    }
  }

  /** Runs a statement for its effect. */
  run(query: string, ...bindings: SqlStorageValue[]): void {
    this.all(query, ...bindings);
  }

  #count(cursor: { rowsRead: number; rowsWritten: number }): void {
    this.rows.read += cursor.rowsRead;
    this.rows.written += cursor.rowsWritten;
  }
}
