import type { Database } from './database.ts';

/** What the scorer learnt, and how far its run is: one JSON value a key. */
export class LinkTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  read<T>(key: 'model' | 'run'): T | null {
    const row = this.#db.first<{ value: string }>('SELECT value FROM link_model WHERE key = ?', key);
    return row ? (JSON.parse(row.value) as T) : null;
  }

  write(key: 'model' | 'run', value: unknown): void {
    this.#db.run(
      'INSERT INTO link_model (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      JSON.stringify(value),
    );
  }
}
