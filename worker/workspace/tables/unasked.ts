import type { Database } from './database.ts';

/** "Don't ask me again", as a leaf contact said it. */
export interface UnaskedRecord {
  contact: number;
  /** Seq of the display it was said at. */
  display: number;
  survey: number;
  at: number;
}

/** Who never wants to be asked again. */
export class UnaskedTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The first time one of these leaves said so. */
  ofContacts(contacts: readonly number[]): UnaskedRecord | undefined {
    return this.#db.first<UnaskedRecord & Record<string, SqlStorageValue>>(
      `SELECT contact, display, survey, at FROM unasked WHERE contact IN (SELECT value FROM json_each(?)) ORDER BY at`,
      JSON.stringify(contacts),
    );
  }

  /** What was said at a display is not this contact's after all. */
  remove(contact: number, display: number): void {
    this.#db.run('DELETE FROM unasked WHERE contact = ? AND display = ?', contact, display);
  }

  insert({ contact, display, survey, at }: UnaskedRecord): void {
    this.#db.run(
      'INSERT OR IGNORE INTO unasked (contact, display, survey, at) VALUES (?, ?, ?, ?)',
      contact,
      display,
      survey,
      at,
    );
  }
}
