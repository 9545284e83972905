import type { Evidence, Match } from '../../../contract/response.ts';
import type { Database } from './database.ts';
import { parts } from './parts.ts';

/** A decision that tied a response to a contact, or left it alone. */
export interface MatchRecord {
  /** The response's seq. */
  response: number;
  /** 1, 2, …: the last one is in force. */
  n: number;
  method: Match['method'];
  state: Match['state'];
  contact: number | null;
  /** The response's trust under this decision: index in TRUSTS. */
  trust: number;
  evidence: Evidence[];
  /** What was claimed, as `claimKey` writes it, while it may still be resolved. */
  claim: string | null;
  /** The n of the decision this one took back. */
  undoes: number | null;
  at: number;
  /** `rule`, or the name of who decided. */
  by: string;
}

interface MatchRow extends Record<string, SqlStorageValue> {
  response: number;
  n: number;
  method: string;
  state: string;
  contact: number | null;
  trust: number;
  evidence: string;
  claim: string | null;
  undoes: number | null;
  at: number;
  by: string;
}

const COLUMNS = 'response, n, method, state, contact, trust, evidence, claim, undoes, at, by';

/** The journal of matches: decisions are added, never rewritten, but for a claim's own resolution. */
export class MatchesTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** All decisions on a response, oldest first. */
  of(response: number): MatchRecord[] {
    return this.#db.all<MatchRow>(`SELECT ${COLUMNS} FROM match WHERE response = ? ORDER BY n`, response).map(toMatch);
  }

  insert(record: MatchRecord): void {
    this.#db.run(
      `INSERT INTO match (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.response,
      record.n,
      record.method,
      record.state,
      record.contact,
      record.trust,
      JSON.stringify(record.evidence),
      record.claim,
      record.undoes,
      record.at,
      record.by,
    );
  }

  /** Notes that a decision took a response away from a contact, whose journal says so. */
  left({ contact, at, response, n }: { contact: number; at: number; response: number; n: number }): void {
    this.#db.run(
      'INSERT OR IGNORE INTO match_left (contact, at, response, n) VALUES (?, ?, ?, ?)',
      contact,
      at,
      response,
      n,
    );
  }

  /** Decisions that tied a response to one of these leaves or took one away, the latest first, before a moment. */
  ofContacts(contacts: readonly number[], before: number, limit: number): (MatchRecord & { away: boolean })[] {
    return this.#db
      .all<MatchRow & { away: number }>(
        `SELECT * FROM (SELECT ${COLUMNS}, 0 AS away FROM match
           WHERE contact IN (SELECT value FROM json_each(?1)) AND at < ?2 ORDER BY at DESC LIMIT ?3)
         UNION ALL SELECT * FROM (SELECT ${COLUMNS.replaceAll(/\w+/g, 'match.$&')}, 1 AS away FROM match_left
           JOIN match ON match.response = match_left.response AND match.n = match_left.n
           WHERE match_left.contact IN (SELECT value FROM json_each(?1)) AND match_left.at < ?2
           ORDER BY match_left.at DESC LIMIT ?3)
         ORDER BY at DESC, response DESC, n DESC LIMIT ?3`,
        JSON.stringify(contacts),
        before,
        limit,
      )
      .map(({ away, ...row }) => ({ ...toMatch(row), away: away === 1 }));
  }

  insertMany(records: readonly MatchRecord[]): void {
    const columns = COLUMNS.split(',').map((_, index) => `value ->> ${index}`);
    for (const part of parts(records, 500)) {
      this.#db.run(
        `INSERT INTO match (${COLUMNS}) SELECT ${columns.join(', ')} FROM json_each(?)`,
        JSON.stringify(
          part.map((r) => [
            r.response,
            r.n,
            r.method,
            r.state,
            r.contact,
            r.trust,
            JSON.stringify(r.evidence),
            r.claim,
            r.undoes,
            r.at,
            r.by,
          ]),
        ),
      );
    }
  }

  /** A claim found its contact, or found none. */
  resolve(record: MatchRecord): void {
    this.#db.run(
      'UPDATE match SET state = ?, contact = ?, evidence = ?, claim = ?, at = ? WHERE response = ? AND n = ?',
      record.state,
      record.contact,
      JSON.stringify(record.evidence),
      record.claim,
      record.at,
      record.response,
      record.n,
    );
  }

  /** Claims that wait to be resolved. */
  pending(limit: number): MatchRecord[] {
    return this.#db
      .all<MatchRow>(`SELECT ${COLUMNS} FROM match WHERE state = 'pending' AND claim IS NOT NULL LIMIT ?`, limit)
      .map(toMatch);
  }

  /** Claims of an identifier that no contact had. */
  waitingFor(claim: string, limit: number): MatchRecord[] {
    return this.#db
      .all<MatchRow>(
        `SELECT ${COLUMNS} FROM match WHERE state IN ('pending', 'unmatched') AND claim = ? LIMIT ?`,
        claim,
        limit,
      )
      .map(toMatch);
  }

  /** Takes what people said of themselves out of a response's decisions; that there were decisions stays. */
  scrub(response: number): void {
    this.#db.run("UPDATE match SET evidence = '[]', claim = NULL WHERE response = ?", response);
  }
}

function toMatch(row: MatchRow): MatchRecord {
  return {
    response: row.response,
    n: row.n,
    method: row.method as MatchRecord['method'],
    state: row.state as MatchRecord['state'],
    contact: row.contact,
    trust: row.trust,
    evidence: JSON.parse(row.evidence) as Evidence[],
    claim: row.claim,
    undoes: row.undoes,
    at: row.at,
    by: row.by,
  };
}
