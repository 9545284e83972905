import type { Database } from './database.ts';

/** A person as tables know them, once they are to be forgotten. */
export interface Traces {
  /** Numbers of the leaves. */
  contacts: readonly number[];
  /** Browsers that nobody else was seen with. */
  visitors: readonly string[];
  /** What a claim to be them looks like. */
  claims: readonly string[];
  /** What proves somebody to be them, as it stands in JSON. */
  proofs: readonly string[];
  /** Whatever names them and nobody else, as it stands in JSON. */
  needles: readonly string[];
}

interface InvitationTimes extends Record<string, SqlStorageValue> {
  id: string;
  survey: number;
  created_at: number;
  expires_at: number;
  revoked_at: number | null;
}

/** Where a person is found across tables, and how they are taken out: the statements only an erasure makes. */
export class PersonalTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Seqs of a person's answers, deleted ones too: theirs, nobody's from their browsers, and nobody's in their name. */
  responses({ contacts, visitors, claims, proofs }: Omit<Traces, 'needles'>): number[] {
    return this.#db
      .all<{ seq: number }>(
        `SELECT seq FROM response WHERE contact IN (SELECT value FROM json_each(?1))
         UNION SELECT seq FROM response WHERE visitor IN (SELECT value FROM json_each(?2)) AND contact IS NULL
         UNION SELECT seq FROM match JOIN response ON seq = response
           WHERE match.method = 'claim' AND response.contact IS NULL AND (claim IN (SELECT value FROM json_each(?3))
             OR EXISTS (SELECT 1 FROM json_each(?4) WHERE instr(lower(match.evidence), lower(value)) > 0))
         ORDER BY seq`,
        JSON.stringify(contacts),
        JSON.stringify(visitors),
        JSON.stringify(claims),
        JSON.stringify(proofs),
      )
      .map(({ seq }) => seq);
  }

  /** Takes a person's browsers out of answers that are somebody else's. */
  forgetVisitors(visitors: readonly string[]): number {
    return this.#changed(
      'UPDATE response SET visitor = NULL WHERE visitor IN (SELECT value FROM json_each(?)) RETURNING 1 AS one',
      JSON.stringify(visitors),
    );
  }

  /** Takes every decision on these answers out, by seq. */
  removeMatches(responses: readonly number[]): number {
    this.#db.run(
      'DELETE FROM match_left WHERE response IN (SELECT value FROM json_each(?))',
      JSON.stringify(responses),
    );
    return this.#changed(
      'DELETE FROM match WHERE response IN (SELECT value FROM json_each(?)) RETURNING 1 AS one',
      JSON.stringify(responses),
    );
  }

  /** Takes a person out of decisions on answers of others: a tie to them becomes a tie to nobody. */
  forgetMatches({ contacts, claims, needles }: Traces): number {
    return this.#changed(
      `UPDATE match SET evidence = '[]', claim = NULL,
         state = CASE WHEN contact IN (SELECT value FROM json_each(?1)) AND state = 'tied' THEN 'untied' ELSE state END,
         contact = CASE WHEN contact IN (SELECT value FROM json_each(?1)) THEN NULL ELSE contact END
       WHERE contact IN (SELECT value FROM json_each(?1)) OR claim IN (SELECT value FROM json_each(?2))
         OR (evidence <> '[]' AND EXISTS (SELECT 1 FROM json_each(?3) WHERE instr(lower(match.evidence), lower(value)) > 0))
       RETURNING 1 AS one`,
      JSON.stringify(contacts),
      JSON.stringify(claims),
      JSON.stringify(needles),
    );
  }

  /** Takes out that answers once were theirs, and what followed their browsers. */
  removeTies(contacts: readonly number[], visitors: readonly string[]): void {
    this.#ofContacts('match_left', contacts);
    this.#db.run('DELETE FROM stitched WHERE visitor IN (SELECT value FROM json_each(?))', JSON.stringify(visitors));
  }

  /** Seqs of the displays of some browsers. */
  displaysOf(visitors: readonly string[]): number[] {
    return this.#db
      .all<{ seq: number }>(
        'SELECT seq FROM display WHERE visitor IN (SELECT value FROM json_each(?))',
        JSON.stringify(visitors),
      )
      .map(({ seq }) => seq);
  }

  /** Makes displays nobody's. */
  forgetDisplays(seqs: readonly number[]): void {
    this.#db.run(
      `UPDATE display SET visitor = NULL, contact = NULL, at = at - at % 60000, updated_at = at - at % 60000
       WHERE seq IN (SELECT value FROM json_each(?))`,
      JSON.stringify(seqs),
    );
  }

  removeEvents(contacts: readonly number[]): number {
    return this.#ofContacts('event', contacts);
  }

  removeConsents(contacts: readonly number[]): number {
    return this.#ofContacts('consent', contacts);
  }

  /** What was decided about asking them. */
  removeDecisions(contacts: readonly number[]): number {
    const tables = ['decision', 'unasked', 'due_survey'];
    return tables.reduce((sum, table) => sum + this.#ofContacts(table, contacts), 0);
  }

  /** Seqs of answers that are a contact's by nothing but a claim. */
  claimed(contact: number): number[] {
    return this.#db
      .all<{ seq: number }>(
        `SELECT DISTINCT response AS seq FROM match WHERE contact = ? AND method = 'claim' AND state = 'tied'`,
        contact,
      )
      .map(({ seq }) => seq);
  }

  /** Links made for them. */
  invitations(contacts: readonly number[]): InvitationTimes[] {
    return this.#db.all<InvitationTimes>(
      `SELECT id, survey, created_at, expires_at, revoked_at FROM invitation
       WHERE contact IN (SELECT value FROM json_each(?)) ORDER BY id`,
      JSON.stringify(contacts),
    );
  }

  /** Ends links made for them; that there were links stays. */
  revokeInvitations(contacts: readonly number[], now: number): number {
    return this.#changed(
      `UPDATE invitation SET contact = NULL, response = NULL, revoked_at = coalesce(revoked_at, ?1)
       WHERE contact IN (SELECT value FROM json_each(?2)) RETURNING 1 AS one`,
      now,
      JSON.stringify(contacts),
    );
  }

  removeIdentifiers(contacts: readonly number[]): number {
    return this.#ofContacts('identifier', contacts);
  }

  /** Takes the people themselves out. Their numbers are not given again. */
  removeContacts(contacts: readonly number[]): number {
    const removed = this.#changed(
      'DELETE FROM contact WHERE number IN (SELECT value FROM json_each(?)) RETURNING 1 AS one',
      JSON.stringify(contacts),
    );
    this.#ofContacts('contact_dirty', contacts);
    return removed;
  }

  /** Companies that only they were of, and nothing else is known of: a name of one's own is a name. */
  removeCompanies(folded: readonly string[]): number {
    return this.#changed(
      `DELETE FROM company WHERE folded IN (SELECT value FROM json_each(?)) AND attributes = '{}'
         AND NOT EXISTS (SELECT 1 FROM contact WHERE company_folded = company.folded)
         AND NOT EXISTS (SELECT 1 FROM company_identifier WHERE company_identifier.company = company.number)
       RETURNING 1 AS one`,
      JSON.stringify(folded),
    );
  }

  /** Folded names of their companies. */
  companiesOf(contacts: readonly number[]): string[] {
    return this.#db
      .all<{ folded: string }>(
        `SELECT DISTINCT company_folded AS folded FROM contact
         WHERE number IN (SELECT value FROM json_each(?)) AND company_folded IS NOT NULL`,
        JSON.stringify(contacts),
      )
      .map(({ folded }) => folded);
  }

  /** Answers to calls, kept in case they are made twice, that name them. */
  removeAnswers(needles: readonly string[]): number {
    return this.#changed(
      `DELETE FROM idempotency WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE instr(lower(answer), lower(value)) > 0)
       RETURNING 1 AS one`,
      JSON.stringify(needles),
    );
  }

  /** Jobs whose key names them. */
  removeJobs(keys: readonly string[]): number {
    return this.#changed(
      'DELETE FROM job WHERE key IN (SELECT value FROM json_each(?)) RETURNING 1 AS one',
      JSON.stringify(keys),
    );
  }

  /** Takes out what audit entries say that are about these subjects or name them; the chain goes on over their digests. */
  forgetAudit(subjects: readonly string[], needles: readonly string[]): number {
    return this.#changed(
      `UPDATE audit SET payload = NULL, salt = NULL WHERE payload IS NOT NULL AND (
         subject IN (SELECT value FROM json_each(?1))
         OR EXISTS (SELECT 1 FROM json_each(?2) WHERE instr(audit.payload, value) > 0)
       ) RETURNING 1 AS one`,
      JSON.stringify(subjects),
      JSON.stringify(needles),
    );
  }

  /** Contacts by number, of at most `limit` people nobody heard of or saw since a moment and nobody changed. */
  unheard(before: number, limit: number): { seq: number; at: number; what: string }[] {
    return this.#db.all<{ seq: number; at: number; what: string }>(
      `SELECT number AS seq, updated_at AS at, name AS what FROM contact WHERE parent IS NULL AND updated_at < ?1
         AND NOT EXISTS (SELECT 1 FROM contact AS leaf WHERE leaf.parent = contact.number)
         AND NOT EXISTS (SELECT 1 FROM response WHERE response.contact = contact.number)
         AND NOT EXISTS (SELECT 1 FROM identifier WHERE identifier.contact = contact.number AND last_seen >= ?1)
         AND NOT EXISTS (SELECT 1 FROM event WHERE event.contact = contact.number AND event.at >= ?1)
       ORDER BY updated_at LIMIT ?2`,
      before,
      limit,
    );
  }

  #ofContacts(table: string, contacts: readonly number[]): number {
    return this.#changed(
      `DELETE FROM ${table} WHERE contact IN (SELECT value FROM json_each(?)) RETURNING 1 AS one`,
      JSON.stringify(contacts),
    );
  }

  #changed(statement: string, ...bindings: SqlStorageValue[]): number {
    return this.#db.all(statement, ...bindings).length;
  }
}
