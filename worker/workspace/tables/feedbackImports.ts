import type { FeedbackImport } from '../../../contract/feedback.ts';
import type { Actor } from '../auditTrail.ts';
import type { UndoStep } from '../intake.ts';
import type { Database } from './database.ts';

const PACKS = 1_000_000;

/** A file of past feedback that was brought in. */
export interface FeedbackImportRecord {
  number: number;
  id: string;
  file: string;
  system: string;
  status: FeedbackImport['status'];
  counts: FeedbackImport['counts'];
  /** The survey that holds each part's answers, by the part's key. */
  surveys: { part: string; id: string; version: number }[];
  actor: Actor;
  at: number;
}

/** What some of its rows made. */
export interface FeedbackPack {
  seqs: number[];
  sources: string[];
  undo: UndoStep[];
}

interface Row extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  file: string;
  system: string;
  status: string;
  counts: string;
  surveys: string;
  by_id: string;
  by_name: string;
  at: number;
}

const COLUMNS = 'number, id, file, system, status, counts, surveys, by_id, by_name, at';

/** Imports of past feedback. */
export class FeedbackImportsTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  byId(id: string): FeedbackImportRecord | undefined {
    const row = this.#db.first<Row>(`SELECT ${COLUMNS} FROM feedback_import WHERE id = ?`, id);
    return row && toRecord(row);
  }

  /** The latest first. */
  list(limit: number): FeedbackImportRecord[] {
    return this.#db
      .all<Row>(`SELECT ${COLUMNS} FROM feedback_import ORDER BY number DESC LIMIT ?`, limit)
      .map(toRecord);
  }

  insert(record: Omit<FeedbackImportRecord, 'number'>): void {
    this.#db.run(
      `INSERT INTO feedback_import (id, file, system, status, counts, surveys, by_id, by_name, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.id,
      record.file,
      record.system,
      record.status,
      JSON.stringify(record.counts),
      JSON.stringify(record.surveys),
      record.actor.id,
      record.actor.name,
      record.at,
    );
  }

  update({ number, status, counts }: Pick<FeedbackImportRecord, 'number' | 'status' | 'counts'>): void {
    this.#db.run(
      'UPDATE feedback_import SET status = ?, counts = ? WHERE number = ?',
      status,
      JSON.stringify(counts),
      number,
    );
  }

  /** Which of these sources are here already. */
  known(sources: readonly string[]): Set<string> {
    const rows = this.#db.all<{ source: string }>(
      'SELECT source FROM feedback_known WHERE source IN (SELECT value FROM json_each(?))',
      JSON.stringify(sources),
    );
    return new Set(rows.map(({ source }) => source));
  }

  /** Keeps what a pack of rows made. */
  addPack(number: number, pack: FeedbackPack): void {
    this.#db.run(
      'INSERT OR IGNORE INTO feedback_known (source, import) SELECT value, ? FROM json_each(?)',
      number,
      JSON.stringify(pack.sources),
    );
    const last = this.#db.first<{ key: number | null }>(
      'SELECT max(key) AS key FROM feedback_pack WHERE key >= ? AND key < ?',
      number * PACKS,
      (number + 1) * PACKS,
    );
    this.#db.run(
      'INSERT INTO feedback_pack (key, made) VALUES (?, ?)',
      (last?.key ?? number * PACKS) + 1,
      JSON.stringify(pack),
    );
  }

  /** Forgets what undoing would bring back of these contacts; answers how many packs told of them. */
  forget(isTheirs: (step: UndoStep) => boolean): number {
    let changed = 0;
    for (const { key } of this.#db.all<{ key: number }>('SELECT key FROM feedback_pack')) {
      const row = this.#db.first<{ made: string }>('SELECT made FROM feedback_pack WHERE key = ?', key);
      const pack = JSON.parse(row?.made ?? '{"undo":[]}') as FeedbackPack;
      const undo = pack.undo.filter((step) => !isTheirs(step));
      if (undo.length === pack.undo.length) continue;
      this.#db.run('UPDATE feedback_pack SET made = ? WHERE key = ?', JSON.stringify({ ...pack, undo }), key);
      changed += 1;
    }
    return changed;
  }

  /** Takes the last pack of an import off, its sources forgotten. */
  takePack(number: number): FeedbackPack | null {
    const row = this.#db.first<{ key: number; made: string }>(
      'SELECT key, made FROM feedback_pack WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT 1',
      number * PACKS,
      (number + 1) * PACKS,
    );
    if (!row) return null;
    const pack = JSON.parse(row.made) as FeedbackPack;
    this.#db.run(
      'DELETE FROM feedback_known WHERE source IN (SELECT value FROM json_each(?))',
      JSON.stringify(pack.sources),
    );
    this.#db.run('DELETE FROM feedback_pack WHERE key = ?', row.key);
    return pack;
  }
}

function toRecord({ counts, surveys, by_id, by_name, status, ...row }: Row): FeedbackImportRecord {
  return {
    ...row,
    status: status as FeedbackImportRecord['status'],
    counts: JSON.parse(counts) as FeedbackImportRecord['counts'],
    surveys: JSON.parse(surveys) as FeedbackImportRecord['surveys'],
    actor: { id: by_id, name: by_name },
  };
}
