import type { Database } from './database.ts';

const CURSOR = 'derived-contacts';

/**
 * Contacts that changed since what is derived from them was brought up to date: those after a cursor are all new, so
 * that making somebody costs no row here; of those before it each has a row.
 */
export class DirtyTable {
  readonly #db: Database;
  #cursor: number | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  add(contacts: readonly number[]): void {
    const old = contacts.filter((contact) => contact <= this.#until());
    if (old.length === 0) return;
    this.#db.run('INSERT OR IGNORE INTO contact_dirty (contact) SELECT value FROM json_each(?)', JSON.stringify(old));
  }

  /** At most `limit` of them, in the order of their numbers. */
  some(limit: number): number[] {
    return this.#db
      .all<{ contact: number }>(
        `SELECT contact FROM (SELECT contact FROM contact_dirty ORDER BY contact LIMIT ?1)
         UNION ALL SELECT number FROM (SELECT number FROM contact WHERE number > ?2 ORDER BY number LIMIT ?1)
         LIMIT ?1`,
        limit,
        this.#until(),
      )
      .map(({ contact }) => contact);
  }

  /** At most `limit` of them, those known for the shortest time first. */
  latest(limit: number): number[] {
    return this.#db
      .all<{ contact: number }>(
        `SELECT contact FROM (SELECT number AS contact FROM contact WHERE number > ?2 ORDER BY number DESC LIMIT ?1)
         UNION ALL SELECT contact FROM (SELECT contact FROM contact_dirty ORDER BY contact DESC LIMIT ?1)
         LIMIT ?1`,
        limit,
        this.#until(),
      )
      .map(({ contact }) => contact);
  }

  isEmpty(): boolean {
    return this.some(1).length === 0;
  }

  /** These, the lowest that there are, are up to date. */
  remove(contacts: readonly number[]): void {
    const last = contacts.reduce((a, b) => Math.max(a, b), 0);
    if (contacts.some((contact) => contact <= this.#until())) {
      this.#db.run(
        'DELETE FROM contact_dirty WHERE contact IN (SELECT value FROM json_each(?))',
        JSON.stringify(contacts),
      );
    }
    if (last <= this.#until()) return;
    this.#db.run(
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      CURSOR,
      String(last),
    );
    this.#cursor = last;
  }

  #until(): number {
    this.#cursor ??= Number(
      this.#db.first<{ value: string }>('SELECT value FROM setting WHERE key = ?', CURSOR)?.value ?? 0,
    );
    return this.#cursor;
  }
}
