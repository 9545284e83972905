import type { Database } from './database.ts';

/** Surveys that something has made due for a leaf contact, by number, each until it was asked or its time is over. */
export class DueSurveysTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(contact: number, survey: number, at: number, until: number): void {
    this.#db.run(
      `INSERT INTO due_survey (contact, survey, at, until) VALUES (?, ?, ?, ?)
       ON CONFLICT (contact, survey) DO UPDATE SET at = excluded.at, until = excluded.until`,
      contact,
      survey,
      at,
      until,
    );
  }

  /** Numbers of surveys that are due for any of these. */
  of(contacts: readonly number[], now: number): Set<number> {
    const rows = this.#db.all<{ survey: number }>(
      'SELECT survey FROM due_survey WHERE contact IN (SELECT value FROM json_each(?)) AND until > ?',
      JSON.stringify(contacts),
      now,
    );
    return new Set(rows.map(({ survey }) => survey));
  }

  /** They are forgotten; answers how many rows that was. */
  forget(contacts: readonly number[]): number {
    return this.#db.all(
      'DELETE FROM due_survey WHERE contact IN (SELECT value FROM json_each(?)) RETURNING survey',
      JSON.stringify(contacts),
    ).length;
  }

  /** They were asked. */
  remove(contacts: readonly number[], survey: number): void {
    this.#db.run(
      'DELETE FROM due_survey WHERE contact IN (SELECT value FROM json_each(?)) AND survey = ?',
      JSON.stringify(contacts),
      survey,
    );
  }
}
