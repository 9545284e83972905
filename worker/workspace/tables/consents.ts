import type { Consent } from '../../../contract/consent.ts';
import type { Database } from './database.ts';

export interface ConsentRecord {
  seq: number;
  id: string;
  /** A leaf's number. */
  contact: number;
  purpose: string;
  state: Consent['state'];
  at: number;
  recordedAt: number;
  source: Consent['source'];
  evidence: string;
  by: string;
  /** Of an answer: the survey's number, its version and the response's seq. */
  survey: number | null;
  version: number | null;
  response: number | null;
}

interface ConsentRow extends Record<string, SqlStorageValue> {
  seq: number;
  id: string;
  contact: number;
  purpose: string;
  state: string;
  at: number;
  recorded_at: number;
  source: string;
  evidence: string;
  by: string;
  survey: number | null;
  version: number | null;
  response: number | null;
}

const COLUMNS = 'id, contact, purpose, state, at, recorded_at, source, evidence, by, survey, version, response';

/** What people consented to, and took back: only ever added to. */
export class ConsentsTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  insert(record: Omit<ConsentRecord, 'seq'>): void {
    this.#db.run(
      `INSERT INTO consent (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.id,
      record.contact,
      record.purpose,
      record.state,
      record.at,
      record.recordedAt,
      record.source,
      record.evidence,
      record.by,
      record.survey,
      record.version,
      record.response,
    );
  }

  /** Newest first, by when they were said and then by when they were written down. */
  ofContacts(contacts: readonly number[]): ConsentRecord[] {
    return this.#db
      .all<ConsentRow>(
        `SELECT seq, ${COLUMNS} FROM consent WHERE contact IN (SELECT value FROM json_each(?))
         ORDER BY at DESC, seq DESC`,
        JSON.stringify(contacts),
      )
      .map(toConsent);
  }

  /** The latest that one answer recorded for a purpose. */
  ofResponse(response: number, purpose: string): ConsentRecord | undefined {
    const row = this.#db.first<ConsentRow>(
      `SELECT seq, ${COLUMNS} FROM consent WHERE response = ? AND purpose = ? ORDER BY seq DESC LIMIT 1`,
      response,
      purpose,
    );
    return row && toConsent(row);
  }
}

function toConsent({ recorded_at, ...row }: ConsentRow): ConsentRecord {
  return {
    seq: row.seq,
    id: row.id,
    contact: row.contact,
    purpose: row.purpose,
    state: row.state as ConsentRecord['state'],
    at: row.at,
    recordedAt: recorded_at,
    source: row.source as ConsentRecord['source'],
    evidence: row.evidence,
    by: row.by,
    survey: row.survey,
    version: row.version,
    response: row.response,
  };
}
