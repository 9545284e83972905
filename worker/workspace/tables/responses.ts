import type { Answer } from '../../../contract/collect.ts';
import { type Device, TRUSTS } from '../../../contract/metric.ts';
import type { Database } from './database.ts';
import { parts } from './parts.ts';

/** What was odd about a response: bits of `flags`. */
export const ODDITY = { unknownTouchpoint: 1, startReplaced: 2, identityDropped: 4 } as const;
/** State bits of a row beside its oddities. */
export const ROW = {
  complete: 8,
  test: 16,
  deleted: 32,
  withdrawn: 64,
  imported: 128,
  link: 256,
  place: 512,
  /** Nobody's for good: whose it was, and what they wrote, went. */
  anonymised: 1024,
  /** What they wrote went. */
  wordless: 2048,
} as const;

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

/** What somebody said last. */
export type LastHeard = { seq: number; at: number; metric: number; score: number | null };

const COLUMNS = `seq, id, revision, site, survey, version, touchpoint, metric, score, comment, folded, answers, trust,
  contact, visitor, page, locale, device, country, context, flags, started_at, received_at, updated_at`;

/** So many of somebody's responses are counted one by one. */
const SUMMED_MAX = 100;
const CLAIMED = TRUSTS.indexOf('claimed');

/** A bound value may have 2 MB: so many seqs, or rows with comments, stay well below. */
const SEQS_A_STATEMENT = 100_000;
const ROWS_A_STATEMENT = 200;

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

  /** Many rows a statement: it takes 100 parameters, but a JSON array holds any number, up to the size of a value. */
  insertMany(records: readonly ResponseRecord[]): void {
    for (const part of parts(records, ROWS_A_STATEMENT)) this.#insertPart(part);
  }

  #insertPart(records: readonly ResponseRecord[]): void {
    const names = COLUMNS.split(',').map((name) => name.trim());
    this.#db.run(
      `INSERT INTO response (${COLUMNS}) SELECT ${names.map((_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?)`,
      JSON.stringify(records.map(valuesOf)),
    );
  }

  /** Writes what was said over the row. The columns of indexes are not named: naming one writes its index anew. */
  revise(record: ResponseRecord): void {
    this.#db.run(
      `UPDATE response SET revision = ?, metric = ?, score = ?, comment = ?, folded = ?, answers = ?, page = ?, context = ?,
         trust = ?, flags = ?, updated_at = ? WHERE seq = ?`,
      record.revision,
      record.metric,
      record.score,
      record.comment,
      record.folded,
      JSON.stringify(record.answers),
      JSON.stringify(record.page),
      record.context && JSON.stringify(record.context),
      record.trust,
      record.flags,
      record.updatedAt,
      record.seq,
    );
  }

  /** Writes whose the response is over the row. */
  retie(record: ResponseRecord): void {
    this.#db.run(
      'UPDATE response SET contact = ?, visitor = ?, trust = ?, updated_at = ? WHERE seq = ?',
      record.contact,
      record.visitor,
      record.trust,
      record.updatedAt,
      record.seq,
    );
  }

  /** Writes a row anew, all but its place: only an erasure and the end of a retention do. */
  rewrite(record: ResponseRecord): void {
    const [seq, ...values] = valuesOf(record);
    const names = COLUMNS.split(',').slice(1);
    this.#db.run(
      `UPDATE response SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE seq = ?`,
      ...values,
      seq ?? null,
    );
  }

  /** Seqs of a visitor's responses that no contact has yet, below `before`, newest first. */
  anonymousOf(visitor: string, before: number, limit: number): number[] {
    return this.#db
      .all<{ seq: number }>(
        `SELECT seq FROM response WHERE visitor = ? AND contact IS NULL AND trust = 0 AND seq < ?
         ORDER BY seq DESC LIMIT ?`,
        visitor,
        before,
        limit,
      )
      .map((row) => row.seq);
  }

  countOfVisitor(visitor: string, before: number): number {
    return (
      this.#db.first<{ n: number }>('SELECT count(*) AS n FROM response WHERE visitor = ? AND seq < ?', visitor, before)
        ?.n ?? 0
    );
  }

  /** Seqs of some contacts' responses by when they were started, newest first, before a moment and then a seq. */
  ofContacts(contacts: readonly number[], before: { at: number; seq: number }, limit: number): number[] {
    // One contact at a time goes down the index and stops; several at once would all be read to be sorted.
    return contacts
      .flatMap((contact) =>
        this.#db.all<{ seq: number; at: number }>(
          `SELECT seq, started_at AS at FROM response WHERE contact = ? AND (started_at, seq) < (?, ?)
             AND flags & ${ROW.deleted} = 0 ORDER BY started_at DESC, seq DESC LIMIT ?`,
          contact,
          before.at,
          before.seq,
          limit,
        ),
      )
      .sort((a, b) => b.at - a.at || b.seq - a.seq)
      .slice(0, limit)
      .map((row) => row.seq);
  }

  /**
   * Per contact, tests apart: how many responses, and the latest that nobody merely claimed, with its score. Only so many
   * of the newest of each are looked at: of whoever has more, `responses` is null, and the facts know.
   */
  summaryOf(contacts: readonly number[]): Map<number, { responses: number | null; last: LastHeard | null }> {
    const found = new Map<number, { responses: number | null; last: LastHeard | null }>();
    for (const contact of new Set(contacts)) {
      const rows = this.#db.all<LastHeard & { trust: number }>(
        `SELECT seq, started_at AS at, metric, score, trust FROM response
         WHERE contact = ? AND flags & ${ROW.deleted | ROW.test} = 0 ORDER BY started_at DESC, seq DESC LIMIT ?`,
        contact,
        SUMMED_MAX + 1,
      );
      if (rows.length === 0) continue;
      const last = rows.filter(({ trust }) => trust !== CLAIMED).reduce(laterSeq, null);
      found.set(contact, { responses: rows.length > SUMMED_MAX ? null : rows.length, last });
    }
    return found;
  }

  /**
   * Seqs among `candidates` whose folded comment holds the text (or, without spaces, `compact`), or whose contact is
   * one of these; newest first.
   */
  search(folded: string, compact: string | null, contacts: readonly number[], candidates: readonly number[]): number[] {
    const found: number[] = [];
    for (const part of parts(candidates, SEQS_A_STATEMENT)) {
      const rows = this.#db.all<{ seq: number }>(
        `SELECT seq FROM response WHERE seq IN (SELECT value FROM json_each(?1))
           AND (instr(folded, ?2) > 0 OR contact IN (SELECT value FROM json_each(?3))
             OR (?4 IS NOT NULL AND instr(replace(folded, ' ', ''), ?4) > 0))
         ORDER BY seq DESC`,
        JSON.stringify(part),
        folded,
        JSON.stringify(contacts),
        compact,
      );
      for (const { seq } of rows) found.push(seq);
    }
    return found;
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

/** The one that arrived last. */
function laterSeq(a: LastHeard | null, { seq, at, metric, score }: LastHeard): LastHeard {
  return a && a.seq >= seq ? a : { seq, at, metric, score };
}
