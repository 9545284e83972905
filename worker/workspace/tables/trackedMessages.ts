import type { Database } from './database.ts';

const DAY = 86_400_000;
/** Ids of today and of so many days before are known. */
const DAYS_BEFORE = 2;

/** Ids of messages that were taken lately: at least 48 hours, at most 72. */
export class TrackedMessagesTable {
  readonly #db: Database;
  #tidied = -1;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Those of a site's ids that were not taken lately; from now on they are. */
  takeNew(site: number, ids: readonly string[], now: number): Set<string> {
    const day = Math.floor(now / DAY);
    const json = JSON.stringify([...new Set(ids)]);
    this.#tidy(day - DAYS_BEFORE);
    const rows = this.#db.all<{ id: string }>(
      `INSERT INTO tracked_message (day, site, id) SELECT ?1, ?2, value FROM json_each(?3)
         WHERE NOT EXISTS (SELECT 1 FROM tracked_message WHERE day BETWEEN ?1 - ${DAYS_BEFORE} AND ?1 AND site = ?2 AND id = value)
       RETURNING id`,
      day,
      site,
      json,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Once a day, days that are over go. */
  #tidy(first: number): void {
    if (this.#tidied === first) return;
    this.#db.run('DELETE FROM tracked_message WHERE day < ?', first);
    this.#tidied = first;
  }
}
