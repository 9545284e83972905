import type { Database } from './database.ts';

export interface AuditRow {
  at: number;
  actor: string;
  verb: string;
  subject: string;
  payload: string;
  salt: Uint8Array;
  digest: Uint8Array;
  chain: Uint8Array;
}

/** The audit trail: only ever added to. */
export class AuditTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  lastChain(): Uint8Array {
    const row = this.#db.first<{ chain: ArrayBuffer }>('SELECT chain FROM audit ORDER BY seq DESC LIMIT 1');
    return row ? new Uint8Array(row.chain) : new Uint8Array(32);
  }

  /** Adds an entry and answers its place. */
  insert(row: AuditRow): number {
    const written = this.#db.first<{ seq: number }>(
      `INSERT INTO audit (at, actor, verb, subject, payload, salt, digest, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       RETURNING seq`,
      row.at,
      row.actor,
      row.verb,
      row.subject,
      row.payload,
      row.salt.slice().buffer,
      row.digest.slice().buffer,
      row.chain.slice().buffer,
    );
    if (!written) throw new Error('insert answered no row');
    return written.seq;
  }

  /** One entry, and the chain before it. */
  at(seq: number): { entry: AuditLink; before: Uint8Array } | undefined {
    const [entry] = this.chain(seq, 1);
    const row = this.#db.first<{ chain: ArrayBuffer }>(
      'SELECT chain FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT 1',
      seq,
    );
    return entry && { entry, before: row ? new Uint8Array(row.chain) : new Uint8Array(32) };
  }

  /** Entries newest first, before `before` (exclusive); of one verb or some subjects, where these are named. */
  list(
    before: number,
    limit: number,
    about: { verb: string | null; subjects: readonly string[] | null },
  ): { seq: number; at: number; actor: string; verb: string; subject: string; payload: string | null }[] {
    return this.#db.all(
      `SELECT seq, at, actor, verb, subject, payload FROM audit
       WHERE seq < ?1 AND (?3 IS NULL OR verb = ?3) AND (?4 IS NULL OR subject IN (SELECT value FROM json_each(?4)))
       ORDER BY seq DESC LIMIT ?2`,
      before,
      limit,
      about.verb,
      about.subjects && JSON.stringify(about.subjects),
    );
  }

  /** How many entries there are, how many of them are erased, and of which verbs. */
  summary(): { entries: number; erased: number; verbs: string[] } {
    const rows = this.#db.all<{ verb: string; n: number; erased: number }>(
      'SELECT verb, count(*) AS n, sum(payload IS NULL) AS erased FROM audit GROUP BY verb ORDER BY verb',
    );
    return {
      entries: rows.reduce((sum, { n }) => sum + n, 0),
      erased: rows.reduce((sum, { erased }) => sum + erased, 0),
      verbs: rows.map(({ verb }) => verb),
    };
  }

  /** Entries oldest first from a place on, with what verifying them takes. */
  *chain(from = 0, limit = -1): Generator<AuditLink> {
    const rows = this.#db.each<{
      at: number;
      actor: string;
      verb: string;
      subject: string;
      digest: ArrayBuffer;
      chain: ArrayBuffer;
      payload: string | null;
      salt: ArrayBuffer | null;
    }>(
      'SELECT at, actor, verb, subject, digest, chain, payload, salt FROM audit WHERE seq >= ? ORDER BY seq LIMIT ?',
      from,
      limit,
    );
    for (const row of rows) {
      yield {
        ...row,
        digest: new Uint8Array(row.digest),
        chain: new Uint8Array(row.chain),
        salt: row.salt ? new Uint8Array(row.salt) : null,
      };
    }
  }
}

export interface AuditLink {
  at: number;
  actor: string;
  verb: string;
  subject: string;
  digest: Uint8Array;
  chain: Uint8Array;
  /** Null once erased. */
  payload: string | null;
  salt: Uint8Array | null;
}
