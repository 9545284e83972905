import type { IdentityEvidence, SuggestionState } from '../../../contract/identity.ts';
import type { Database } from './database.ts';

export type SuggestionVerb = 'suggested' | 'accepted' | 'rejected' | 'reopened';

/** Two leaves, a < b, whose people may be one. */
export interface SuggestionRecord {
  number: number;
  id: string;
  a: number;
  b: number;
  weight: number | null;
  evidence: IdentityEvidence[];
  state: SuggestionState;
  /** The merge that accepting it made. */
  merge: number | null;
  at: number;
  updatedAt: number;
}

export interface SuggestionDecision {
  suggestion: number;
  n: number;
  decision: SuggestionVerb;
  at: number;
  by: string;
}

interface SuggestionRow extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  a: number;
  b: number;
  weight: number | null;
  evidence: string;
  state: string;
  merge: number | null;
  at: number;
  updated_at: number;
}

const COLUMNS = 'number, id, a, b, weight, evidence, state, merge, at, updated_at';

/** Pairs for a human to decide about, and what was decided. */
export class SuggestionsTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  byId(id: string): SuggestionRecord | undefined {
    const row = this.#db.first<SuggestionRow>(`SELECT ${COLUMNS} FROM suggestion WHERE id = ?`, id);
    return row && toSuggestion(row);
  }

  byNumber(number: number): SuggestionRecord | undefined {
    const row = this.#db.first<SuggestionRow>(`SELECT ${COLUMNS} FROM suggestion WHERE number = ?`, number);
    return row && toSuggestion(row);
  }

  /** Suggestions with one leaf among these and the other among those. */
  between(these: readonly number[], those: readonly number[]): SuggestionRecord[] {
    return this.#db
      .all<SuggestionRow>(
        `SELECT ${COLUMNS} FROM suggestion
           WHERE a IN (SELECT value FROM json_each(?1)) AND b IN (SELECT value FROM json_each(?2))
         UNION SELECT ${COLUMNS} FROM suggestion
           WHERE a IN (SELECT value FROM json_each(?2)) AND b IN (SELECT value FROM json_each(?1)) ORDER BY number`,
        JSON.stringify(these),
        JSON.stringify(those),
      )
      .map(toSuggestion);
  }

  /** All that name one of these leaves. */
  ofContacts(contacts: readonly number[]): SuggestionRecord[] {
    return this.#db
      .all<SuggestionRow>(
        `SELECT ${COLUMNS} FROM suggestion WHERE a IN (SELECT value FROM json_each(?1))
         UNION SELECT ${COLUMNS} FROM suggestion WHERE b IN (SELECT value FROM json_each(?1)) ORDER BY number`,
        JSON.stringify(contacts),
      )
      .map(toSuggestion);
  }

  /** Of one state: open ones the surest first, others the latest decided first; after `skip` of them. */
  list(state: SuggestionState, skip: number, limit: number): SuggestionRecord[] {
    const order = state === 'open' ? 'coalesce(weight, 1e9) DESC, number' : 'updated_at DESC, number DESC';
    return this.#db
      .all<SuggestionRow>(
        `SELECT ${COLUMNS} FROM suggestion WHERE state = ? ORDER BY ${order} LIMIT ? OFFSET ?`,
        state,
        limit,
        skip,
      )
      .map(toSuggestion);
  }

  /** Open ones after a number, in the order they were made. */
  openAfter(after: number, limit: number): SuggestionRecord[] {
    return this.#db
      .all<SuggestionRow>(
        `SELECT ${COLUMNS} FROM suggestion WHERE state = 'open' AND number > ? ORDER BY number LIMIT ?`,
        after,
        limit,
      )
      .map(toSuggestion);
  }

  /** How many of each state there are. */
  counts(): Record<SuggestionState, number> {
    const counts = { open: 0, accepted: 0, rejected: 0 };
    for (const { state, n } of this.#db.all<{ state: string; n: number }>(
      'SELECT state, count(*) AS n FROM suggestion GROUP BY state',
    )) {
      counts[state as SuggestionState] = n;
    }
    return counts;
  }

  insert(record: Omit<SuggestionRecord, 'number' | 'merge' | 'updatedAt' | 'state'>): number {
    const row = this.#db.first<{ number: number }>(
      `INSERT INTO suggestion (id, a, b, weight, evidence, state, at, updated_at)
       VALUES (?, ?, ?, ?, ?, 'open', ?, ?) RETURNING number`,
      record.id,
      record.a,
      record.b,
      record.weight,
      JSON.stringify(record.evidence),
      record.at,
      record.at,
    );
    if (!row) throw new Error('insert answered no row');
    return row.number;
  }

  /** Writes what speaks for a pair now. */
  weigh({ number, weight, evidence }: Pick<SuggestionRecord, 'number' | 'weight' | 'evidence'>): void {
    this.#db.run(
      'UPDATE suggestion SET weight = ?, evidence = ? WHERE number = ?',
      weight,
      JSON.stringify(evidence),
      number,
    );
  }

  /** Decides about a pair; every decision stays in the journal. */
  decide(
    number: number,
    state: SuggestionState,
    merge: number | null,
    decision: Omit<SuggestionDecision, 'n' | 'suggestion'>,
  ): void {
    this.#db.run(
      'UPDATE suggestion SET state = ?, merge = ?, updated_at = ? WHERE number = ?',
      state,
      merge,
      decision.at,
      number,
    );
    this.note(number, decision);
  }

  note(number: number, { decision, at, by }: Omit<SuggestionDecision, 'n' | 'suggestion'>): void {
    this.#db.run(
      `INSERT INTO suggestion_decision (suggestion, n, decision, at, by)
       VALUES (?1, (SELECT coalesce(max(n), 0) + 1 FROM suggestion_decision WHERE suggestion = ?1), ?2, ?3, ?4)`,
      number,
      decision,
      at,
      by,
    );
  }

  /** What was decided about some pairs, oldest first. */
  decisions(numbers: readonly number[]): SuggestionDecision[] {
    return this.#db.all<SuggestionDecision & Record<string, SqlStorageValue>>(
      `SELECT suggestion, n, decision, at, by FROM suggestion_decision
       WHERE suggestion IN (SELECT value FROM json_each(?)) ORDER BY suggestion, n`,
      JSON.stringify(numbers),
    );
  }

  /** Takes an open pair away that nothing speaks for any more. */
  withdraw(number: number): void {
    this.#db.run('DELETE FROM suggestion_decision WHERE suggestion = ?', number);
    this.#db.run('DELETE FROM suggestion WHERE number = ?', number);
  }

  /** Takes every pair away that an erased contact is in; answers how many. */
  erase(contacts: readonly number[]): number {
    const pairs = this.ofContacts(contacts);
    for (const { number } of pairs) this.withdraw(number);
    return pairs.length;
  }
}

function toSuggestion(row: SuggestionRow): SuggestionRecord {
  return {
    number: row.number,
    id: row.id,
    a: row.a,
    b: row.b,
    weight: row.weight,
    evidence: JSON.parse(row.evidence) as IdentityEvidence[],
    state: row.state as SuggestionState,
    merge: row.merge,
    at: row.at,
    updatedAt: row.updated_at,
  };
}
