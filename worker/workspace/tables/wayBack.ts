import type { Database } from './database.ts';

export type WayBackState = 'waiting' | 'sending' | 'sent' | 'unknown' | 'failed';

/** One response on its way to one connection, or there already. */
export interface WayBackRecord {
  connection: string;
  /** Its seq. */
  response: number;
  contact: number | null;
  state: WayBackState;
  due: number;
  tries: number;
  version: number;
  remote: string | null;
  remoteContact: string | null;
  digest: string | null;
  fault: string | null;
}

interface WayBackRow extends Record<string, SqlStorageValue> {
  connection: string;
  response: number;
  contact: number | null;
  state: string;
  due: number;
  tries: number;
  version: number;
  remote: string | null;
  remote_contact: string | null;
  digest: string | null;
  fault: string | null;
}

const COLUMNS = 'connection, response, contact, state, due, tries, version, remote, remote_contact, digest, fault';
/** Nobody needs to know exactly how many more there are. */
const COUNTED_MAX = 10_000;

/** Responses that are to stand on their contacts in other systems. */
export class WayBackTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  find(connection: string, response: number): WayBackRecord | undefined {
    const row = this.#db.first<WayBackRow>(
      `SELECT ${COLUMNS} FROM way_back WHERE connection = ? AND response = ?`,
      connection,
      response,
    );
    return row && toRecord(row);
  }

  save(record: WayBackRecord): void {
    this.#db.run(
      `INSERT INTO way_back (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (connection, response) DO UPDATE SET contact = excluded.contact, state = excluded.state,
         due = excluded.due, tries = excluded.tries, version = excluded.version, remote = excluded.remote,
         remote_contact = excluded.remote_contact, digest = excluded.digest, fault = excluded.fault`,
      record.connection,
      record.response,
      record.contact,
      record.state,
      record.due,
      record.tries,
      record.version,
      record.remote,
      record.remoteContact,
      record.digest,
      record.fault,
    );
  }

  remove(connection: string, response: number): void {
    this.#db.run('DELETE FROM way_back WHERE connection = ? AND response = ?', connection, response);
  }

  removeAll(connection: string): void {
    this.#db.run('DELETE FROM way_back WHERE connection = ?', connection);
  }

  /** The next to be done by `now`. */
  next(connection: string, now: number): WayBackRecord | undefined {
    const row = this.#db.first<WayBackRow>(
      `SELECT ${COLUMNS} FROM way_back WHERE connection = ?1 AND state <> 'sent' AND state IN ('waiting', 'sending') AND due <= ?2
       ORDER BY due LIMIT 1`,
      connection,
      now,
    );
    return row && toRecord(row);
  }

  /** When the next is due; null when none is. */
  nextDue(connection: string): number | null {
    return (
      this.#db.first<{ due: number | null }>(
        `SELECT min(due) AS due FROM way_back WHERE connection = ? AND state <> 'sent' AND state IN ('waiting', 'sending')`,
        connection,
      )?.due ?? null
    );
  }

  /** Rows of some contacts (leaves). */
  ofContacts(contacts: readonly number[]): WayBackRecord[] {
    return this.#db
      .all<WayBackRow>(
        `SELECT ${COLUMNS} FROM way_back WHERE contact IN (SELECT value FROM json_each(?))`,
        JSON.stringify(contacts),
      )
      .map(toRecord);
  }

  /**
   * Lets go of some responses, by seq. What stands elsewhere is named until it is taken away there, by the name of the note
   * alone; what may stand there, by whom it was to stand on, until that is known. Answers how many there were.
   */
  forget(responses: readonly number[]): number {
    const seqs = JSON.stringify(responses);
    const IN = 'response IN (SELECT value FROM json_each(?)) AND connection IN (SELECT id FROM connection)';
    const gone = this.#db.all(
      `DELETE FROM way_back WHERE ${IN} AND remote IS NULL AND state <> 'sending' RETURNING 1 AS one`,
      seqs,
    );
    const named = this.#db.all(
      `UPDATE way_back SET remote_contact = CASE WHEN remote IS NULL THEN remote_contact END, digest = NULL
       WHERE ${IN} RETURNING 1 AS one`,
      seqs,
    );
    return gone.length + named.length;
  }

  /** Has what could not be sent tried once more. */
  retryFailed(connection: string, now: number): void {
    this.#db.run(
      `UPDATE way_back SET state = 'waiting', due = ?, tries = 0, fault = NULL
       WHERE connection = ? AND state <> 'sent' AND state = 'failed'`,
      now,
      connection,
    );
  }

  /** How many rows are in some states, up to ten thousand. */
  count(connection: string, states: readonly Exclude<WayBackState, 'sent'>[]): number {
    return (
      this.#db.first<{ n: number }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM way_back WHERE connection = ? AND state <> 'sent'
           AND state IN (SELECT value FROM json_each(?)) LIMIT ${COUNTED_MAX})`,
        connection,
        JSON.stringify(states),
      )?.n ?? 0
    );
  }
}

function toRecord(row: WayBackRow): WayBackRecord {
  return {
    connection: row.connection,
    response: row.response,
    contact: row.contact,
    state: row.state as WayBackState,
    due: row.due,
    tries: row.tries,
    version: row.version,
    remote: row.remote,
    remoteContact: row.remote_contact,
    digest: row.digest,
    fault: row.fault,
  };
}
