import type { Answer } from '../../../contract/collect.ts';
import type { Device } from '../../../contract/metric.ts';
import type { Database } from './database.ts';

/** What was odd about a response; bits of `oddities`. */
export const ODDITY = { unknownTouchpoint: 1, startReplaced: 2, identityDropped: 4 } as const;
/** State bits of a row beside its oddities. */
export const ROW = { complete: 8, test: 16, deleted: 32, withdrawn: 64, imported: 128 } as const;

export interface ResponseRecord {
  seq: number;
  id: string;
  revision: number;
  /** Numbers of the word table, the survey and the touchpoint (0: none). */
  site: number;
  survey: number;
  version: number;
  touchpoint: number;
  /** Index in METRICS. */
  metric: number;
  score: number | null;
  comment: string | null;
  folded: string | null;
  answers: Answer[];
  /** Index in TRUSTS. */
  trust: number;
  contact: number | null;
  visitor: string | null;
  page: { url: string; title: string | null; referrer: string | null };
  locale: string | null;
  device: { type: Device; browser: string | null; os: string | null };
  country: string | null;
  context: Record<string, string | number | boolean> | null;
  /** Bits of ODDITY and ROW. */
  flags: number;
  startedAt: number;
  receivedAt: number;
  updatedAt: number;
}

interface ResponseRow extends Record<string, SqlStorageValue> {
  seq: number;
  id: string;
  revision: number;
  site: number;
  survey: number;
  version: number;
  touchpoint: number;
  metric: number;
  score: number | null;
  comment: string | null;
  folded: string | null;
  answers: string;
  trust: number;
  contact: number | null;
  visitor: string | null;
  page: string;
  locale: string | null;
  device: string;
  country: string | null;
  context: string | null;
  flags: number;
  started_at: number;
  received_at: number;
  updated_at: number;
}

const COLUMNS = `seq, id, revision, site, survey, version, touchpoint, metric, score, comment, folded, answers, trust,
  contact, visitor, page, locale, device, country, context, flags, started_at, received_at, updated_at`;

/** Responses, in the order of their arrival. */
export class ResponsesTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  lastSeq(): number {
    return this.#db.first<{ seq: number }>('SELECT seq FROM response ORDER BY seq DESC LIMIT 1')?.seq ?? 0;
  }

  byId(id: string): ResponseRecord | undefined {
    const row = this.#db.first<ResponseRow>(`SELECT ${COLUMNS} FROM response WHERE id = ?`, id);
    return row && toResponse(row);
  }

  bySeq(seq: number): ResponseRecord | undefined {
    const row = this.#db.first<ResponseRow>(`SELECT ${COLUMNS} FROM response WHERE seq = ?`, seq);
    return row && toResponse(row);
  }

  /** A page of rows, in the order asked for. */
  bySeqs(seqs: readonly number[]): ResponseRecord[] {
    const rows = this.#db
      .all<ResponseRow>(
        `SELECT ${COLUMNS} FROM response WHERE seq IN (SELECT value FROM json_each(?))`,
        JSON.stringify(seqs),
      )
      .map(toResponse);
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
  }

  /** Rows after `seq`, oldest first: what is not sealed yet. */
  after(seq: number, limit = 100_000): ResponseRecord[] {
    return this.#db
      .all<ResponseRow>(`SELECT ${COLUMNS} FROM response WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit)
      .map(toResponse);
  }

  insert(record: ResponseRecord): void {
    this.#db.run(
      `INSERT INTO response (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...valuesOf(record),
    );
  }

  /** Many rows in one statement: a statement takes 100 parameters, a JSON array takes any number. */
  insertMany(records: readonly ResponseRecord[]): void {
    const names = COLUMNS.split(',').map((name) => name.trim());
    this.#db.run(
      `INSERT INTO response (${COLUMNS}) SELECT ${names.map((_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?)`,
      JSON.stringify(records.map(valuesOf)),
    );
  }

  /** Writes a revision, or a new tie, over the row. */
  update(record: ResponseRecord): void {
    this.#db.run(
      `UPDATE response SET revision = ?, metric = ?, score = ?, comment = ?, folded = ?, answers = ?, trust = ?, contact = ?,
         page = ?, context = ?, flags = ?, updated_at = ? WHERE seq = ?`,
      record.revision,
      record.metric,
      record.score,
      record.comment,
      record.folded,
      JSON.stringify(record.answers),
      record.trust,
      record.contact,
      JSON.stringify(record.page),
      record.context && JSON.stringify(record.context),
      record.flags,
      record.updatedAt,
      record.seq,
    );
  }

  /** Seqs of a visitor's responses that no contact has yet, newest first, received after `since`. */
  anonymousOf(visitor: string, since: number): number[] {
    return this.#db
      .all<{ seq: number }>(
        `SELECT seq FROM response WHERE visitor = ? AND contact IS NULL AND trust = 0 AND received_at >= ?
         ORDER BY seq DESC LIMIT 1000`,
        visitor,
        since,
      )
      .map((row) => row.seq);
  }

  countOfVisitor(visitor: string, before: number): number {
    return (
      this.#db.first<{ n: number }>('SELECT count(*) AS n FROM response WHERE visitor = ? AND seq < ?', visitor, before)
        ?.n ?? 0
    );
  }

  /** Seqs of some contacts' responses, newest first. */
  ofContacts(contacts: readonly number[], before: number, limit: number): number[] {
    return this.#db
      .all<{ seq: number }>(
        `SELECT seq FROM response WHERE contact IN (SELECT value FROM json_each(?1)) AND seq < ?2 AND flags & ${ROW.deleted} = 0
         ORDER BY seq DESC LIMIT ?3`,
        JSON.stringify(contacts),
        before,
        limit,
      )
      .map((row) => row.seq);
  }

  /** Per contact: how many responses, and the latest score with its time. */
  summaryOf(contacts: readonly number[]): Map<number, { responses: number; lastScore: number | null; lastAt: number }> {
    const rows = this.#db.all<{ contact: number; n: number; last: number; score: number | null; at: number }>(
      `SELECT contact, count(*) AS n, max(seq) AS last, score, started_at AS at FROM response
       WHERE contact IN (SELECT value FROM json_each(?)) AND flags & ${ROW.deleted} = 0 GROUP BY contact`,
      JSON.stringify(contacts),
    );
    return new Map(rows.map((row) => [row.contact, { responses: row.n, lastScore: row.score, lastAt: row.at }]));
  }

  /** Seqs whose folded comment holds the text or whose contact is one of these, newest first, among `candidates`. */
  search(folded: string, contacts: readonly number[], candidates: readonly number[], limit: number): number[] {
    return this.#db
      .all<{ seq: number }>(
        `SELECT seq FROM response WHERE seq IN (SELECT value FROM json_each(?1))
           AND (instr(folded, ?2) > 0 OR contact IN (SELECT value FROM json_each(?3)))
         ORDER BY seq DESC LIMIT ?4`,
        JSON.stringify(candidates),
        folded,
        JSON.stringify(contacts),
        limit,
      )
      .map((row) => row.seq);
  }
}

function valuesOf(record: ResponseRecord): (string | number | null)[] {
  return [
    record.seq,
    record.id,
    record.revision,
    record.site,
    record.survey,
    record.version,
    record.touchpoint,
    record.metric,
    record.score,
    record.comment,
    record.folded,
    JSON.stringify(record.answers),
    record.trust,
    record.contact,
    record.visitor,
    JSON.stringify(record.page),
    record.locale,
    JSON.stringify(record.device),
    record.country,
    record.context && JSON.stringify(record.context),
    record.flags,
    record.startedAt,
    record.receivedAt,
    record.updatedAt,
  ];
}

function toResponse(row: ResponseRow): ResponseRecord {
  return {
    seq: row.seq,
    id: row.id,
    revision: row.revision,
    site: row.site,
    survey: row.survey,
    version: row.version,
    touchpoint: row.touchpoint,
    metric: row.metric,
    score: row.score,
    comment: row.comment,
    folded: row.folded,
    answers: JSON.parse(row.answers) as Answer[],
    trust: row.trust,
    contact: row.contact,
    visitor: row.visitor,
    page: JSON.parse(row.page) as ResponseRecord['page'],
    locale: row.locale,
    device: JSON.parse(row.device) as ResponseRecord['device'],
    country: row.country,
    context: row.context ? (JSON.parse(row.context) as ResponseRecord['context']) : null,
    flags: row.flags,
    startedAt: row.started_at,
    receivedAt: row.received_at,
    updatedAt: row.updated_at,
  };
}
