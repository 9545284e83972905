import type { Database } from './database.ts';

/** Contacts that changed since what is derived from them was brought up to date. */
export class DirtyTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(contacts: readonly number[]): void {
    this.#db.run(
      'INSERT OR IGNORE INTO contact_dirty (contact) SELECT value FROM json_each(?)',
      JSON.stringify(contacts),
    );
  }

  /** At most `limit` of them. */
  some(limit: number): number[] {
    return this.#db
      .all<{ contact: number }>('SELECT contact FROM contact_dirty ORDER BY contact LIMIT ?', limit)
      .map(({ contact }) => contact);
  }

  isEmpty(): boolean {
    return this.some(1).length === 0;
  }

  remove(contacts: readonly number[]): void {
    this.#db.run(
      'DELETE FROM contact_dirty WHERE contact IN (SELECT value FROM json_each(?))',
      JSON.stringify(contacts),
    );
  }
}
