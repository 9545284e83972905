import type { NoReason } from '../../../contract/decision.ts';
import type { Cause } from '../../fatigue/verdict.ts';
import type { Database } from './database.ts';

/** What was decided last about asking a leaf contact a survey. */
export interface DecisionRecord {
  contact: number;
  survey: number;
  at: number;
  /** Null when it was shown. */
  reason: NoReason | null;
  cause: Cause;
}

interface DecisionRow extends Record<string, SqlStorageValue> {
  contact: number;
  survey: number;
  at: number;
  reason: string | null;
  detail: string;
}

/** The last decision for each contact and survey: one row each, so that asking often does not fill anything. */
export class DecisionsTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  ofContacts(contacts: readonly number[]): DecisionRecord[] {
    return this.#db
      .all<DecisionRow>(
        `SELECT contact, survey, at, reason, detail FROM decision
         WHERE contact IN (SELECT value FROM json_each(?)) ORDER BY at`,
        JSON.stringify(contacts),
      )
      .map(({ detail, reason, ...row }) => ({
        ...row,
        reason: reason as NoReason | null,
        cause: JSON.parse(detail) as Cause,
      }));
  }

  write({ contact, survey, at, reason, cause }: DecisionRecord): void {
    this.#db.run(
      `INSERT INTO decision (contact, survey, at, reason, detail) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (contact, survey) DO UPDATE SET at = excluded.at, reason = excluded.reason, detail = excluded.detail`,
      contact,
      survey,
      at,
      reason,
      JSON.stringify(cause),
    );
  }
}
