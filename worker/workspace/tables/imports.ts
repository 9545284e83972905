import type { ImportStatus } from '../../../contract/imports.ts';
import type { FileRow } from '../../contact-files/openFile.ts';
import type { ImportRecord, RowVerdict } from '../importRecord.ts';
import type { UndoStep } from '../intake.ts';
import type { Database } from './database.ts';

interface ImportRow extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  status: string;
  file: string;
  choice: string;
  progress: string;
  created_at: number;
  updated_at: number;
}

const COLUMNS = 'number, id, status, file, choice, progress, created_at, updated_at';
const PACKS = 1_000_000;

/** Files brought in. */
export class ImportsTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  byId(id: string): ImportRecord | undefined {
    const row = this.#db.first<ImportRow>(`SELECT ${COLUMNS} FROM import WHERE id = ?`, id);
    return row && toImport(row);
  }

  byNumber(number: number): ImportRecord | undefined {
    const row = this.#db.first<ImportRow>(`SELECT ${COLUMNS} FROM import WHERE number = ?`, number);
    return row && toImport(row);
  }

  /** Newest first, below `before`. */
  list(before: number, limit: number): ImportRecord[] {
    return this.#db
      .all<ImportRow>(`SELECT ${COLUMNS} FROM import WHERE number < ? ORDER BY number DESC LIMIT ?`, before, limit)
      .map(toImport);
  }

  /** Those of a status that nothing has happened to since a moment. */
  idle(status: ImportStatus, since: number): number[] {
    return this.#db
      .all<{ number: number }>('SELECT number FROM import WHERE status = ? AND updated_at < ?', status, since)
      .map(({ number }) => number);
  }

  insert(record: Omit<ImportRecord, 'number'>): number {
    const row = this.#db.first<{ number: number }>(
      `INSERT INTO import (id, status, file, choice, progress, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number`,
      record.id,
      record.status,
      JSON.stringify(record.file),
      JSON.stringify(record.choice),
      JSON.stringify(record.progress),
      record.createdAt,
      record.updatedAt,
    );
    if (!row) throw new Error('insert answered no row');
    return row.number;
  }

  update(record: ImportRecord): void {
    this.#db.run(
      'UPDATE import SET status = ?, file = ?, choice = ?, progress = ?, updated_at = ? WHERE number = ?',
      record.status,
      JSON.stringify(record.file),
      JSON.stringify(record.choice),
      JSON.stringify(record.progress),
      record.updatedAt,
      record.number,
    );
  }

  /** Takes an import away with everything it kept. */
  remove(number: number): void {
    this.#db.run('DELETE FROM import WHERE number = ?', number);
    for (const table of ['import_rows', 'import_plan', 'import_done'] as const) this.#clear(table, number);
  }

  addRows(number: number, pack: number, rows: readonly FileRow[]): void {
    this.#db.run('INSERT INTO import_rows (key, rows) VALUES (?, ?)', number * PACKS + pack, JSON.stringify(rows));
  }

  rows(number: number, pack: number): FileRow[] {
    const row = this.#db.first<{ rows: string }>('SELECT rows FROM import_rows WHERE key = ?', number * PACKS + pack);
    return row ? (JSON.parse(row.rows) as FileRow[]) : [];
  }

  /** What is planned for a pack, or was done with it, in both passes. */
  verdicts(from: 'plan' | 'done', number: number, pack: number): (RowVerdict | null)[] {
    const rows = this.#db.all<{ verdicts: string }>(
      `SELECT verdicts FROM import_${from} WHERE key IN (?, ?) ORDER BY key`,
      number * PACKS + pack,
      number * PACKS + LATER + pack,
    );
    const [first = [], later = []] = rows.map(({ verdicts }) => JSON.parse(verdicts) as (RowVerdict | null)[]);
    return first.map((verdict, index) => verdict ?? later[index] ?? null);
  }

  /** The first pack from `pack` on that has a row with one of these letters. */
  packWith(from: 'plan' | 'done', number: number, pack: number, letters: readonly string[]): number | null {
    const anyOf = letters.map(() => 'instr(kinds, ?) > 0').join(' OR ') || 'TRUE';
    const find = (offset: number) =>
      this.#db.first<{ key: number }>(
        `SELECT key FROM import_${from} WHERE key >= ? AND key < ? AND (${anyOf}) ORDER BY key LIMIT 1`,
        number * PACKS + offset + pack,
        number * PACKS + offset + LATER,
        ...letters,
      )?.key;
    const places = [find(0), find(LATER)].flatMap((key) => (key === undefined ? [] : [(key % PACKS) % LATER]));
    return places.length > 0 ? Math.min(...places) : null;
  }

  addPlan(
    number: number,
    pack: number,
    isLater: boolean,
    kinds: string,
    verdicts: readonly (RowVerdict | null)[],
  ): void {
    this.#db.run(
      'INSERT OR REPLACE INTO import_plan (key, kinds, verdicts) VALUES (?, ?, ?)',
      number * PACKS + (isLater ? LATER : 0) + pack,
      kinds,
      JSON.stringify(verdicts),
    );
  }

  clearPlan(number: number): void {
    this.#clear('import_plan', number);
  }

  addDone(
    number: number,
    pack: number,
    isLater: boolean,
    done: {
      kinds: string;
      verdicts: readonly (RowVerdict | null)[];
      contacts: readonly number[];
      undo: readonly UndoStep[];
    },
  ): void {
    this.#db.run(
      'INSERT INTO import_done (key, kinds, verdicts, contacts, undo) VALUES (?, ?, ?, ?, ?)',
      number * PACKS + (isLater ? LATER : 0) + pack,
      done.kinds,
      JSON.stringify(done.verdicts),
      JSON.stringify(done.contacts),
      JSON.stringify(done.undo),
    );
  }

  /** The last pack done whose changes are still to be taken back, in the order they were made. */
  lastDone(number: number): { key: number; undo: UndoStep[] } | null {
    const row = this.#db.first<{ key: number; undo: string }>(
      `SELECT key, undo FROM import_done WHERE key >= ? AND key < ? AND undo <> '' ORDER BY key DESC LIMIT 1`,
      number * PACKS,
      (number + 1) * PACKS,
    );
    return row ? { key: row.key, undo: JSON.parse(row.undo) as UndoStep[] } : null;
  }

  /** Whom the packs that are undone by now had brought up to date or joined. */
  undoneOf(number: number): number[] {
    return this.#db
      .all<{ contact: number }>(
        `SELECT DISTINCT value ->> 'contact' AS contact FROM import_done AS done, json_each(done.verdicts)
         WHERE done.key >= ? AND done.key < ? AND undo = '' AND value ->> 'verdict' IN ('update', 'merge')`,
        number * PACKS,
        (number + 1) * PACKS,
      )
      .map(({ contact }) => contact);
  }

  /** A pack's changes are taken back: there is nothing more to undo in it. */
  undone(key: number): void {
    this.#db.run("UPDATE import_done SET undo = '' WHERE key = ?", key);
  }

  /** Packs of any import that touched one of these contacts. */
  packsTouching(contacts: readonly number[]): { key: number }[] {
    return this.#db.all<{ key: number }>(
      `SELECT key FROM import_done
       WHERE EXISTS (SELECT 1 FROM json_each(contacts) WHERE value IN (SELECT value FROM json_each(?)))`,
      JSON.stringify(contacts),
    );
  }

  /** What undoing takes of packs where that names one of these contacts, or weighs a pair. */
  *undoNaming(contacts: readonly number[]): Generator<{ key: number; undo: UndoStep[] }> {
    const needles = contacts.flatMap((number) => [`"contact":${number},`, `"contact":${number}}`]);
    const keys = this.#db.all<{ key: number }>(
      `SELECT key FROM import_done WHERE undo <> '' AND (instr(undo, '"step":"weighed"') > 0
         OR EXISTS (SELECT 1 FROM json_each(?) WHERE instr(undo, value) > 0))`,
      JSON.stringify(needles),
    );
    for (const { key } of keys) {
      const row = this.#db.first<{ undo: string }>('SELECT undo FROM import_done WHERE key = ?', key);
      yield { key, undo: JSON.parse(row?.undo || '[]') as UndoStep[] };
    }
  }

  /** Numbers of all imports. */
  numbers(): number[] {
    return this.#db.all<{ number: number }>('SELECT number FROM import ORDER BY number').map(({ number }) => number);
  }

  /** Writes a pack's rows again, without what is to be forgotten. */
  writeRows(number: number, pack: number, rows: readonly FileRow[]): void {
    this.#db.run('UPDATE import_rows SET rows = ? WHERE key = ?', JSON.stringify(rows), number * PACKS + pack);
  }

  /** Writes again what undoing a pack takes, unless it has been undone. */
  writeUndo(key: number, undo: readonly UndoStep[]): void {
    this.#db.run("UPDATE import_done SET undo = ? WHERE key = ? AND undo <> ''", JSON.stringify(undo), key);
  }

  /** The number of the import that a pack is of. */
  numberOf(key: number): number {
    return Math.floor(key / PACKS);
  }

  /** What the newest contact, company and suggestion are numbered. */
  newest(table: 'contact' | 'company'): number {
    return this.#db.first<{ number: number | null }>(`SELECT max(number) AS number FROM ${table}`)?.number ?? 0;
  }

  /** Which of these contacts something is tied to that an import does not bring. */
  tied(contacts: readonly number[]): Map<number, 'answered' | 'invited' | 'event'> {
    const found = new Map<number, 'answered' | 'invited' | 'event'>();
    const list = JSON.stringify(contacts);
    const look = (table: 'response' | 'invitation' | 'event', why: 'answered' | 'invited' | 'event') => {
      for (const { contact } of this.#db.all<{ contact: number }>(
        `SELECT DISTINCT contact FROM ${table} WHERE contact IN (SELECT value FROM json_each(?))`,
        list,
      )) {
        found.set(contact, why);
      }
    };
    look('event', 'event');
    look('invitation', 'invited');
    look('response', 'answered');
    return found;
  }

  /** How many contacts of a run of numbers have answers: what an undo would keep. */
  answered(from: number, to: number): number {
    return (
      this.#db.first<{ n: number }>(
        'SELECT count(DISTINCT contact) AS n FROM response WHERE contact BETWEEN ? AND ?',
        from,
        to,
      )?.n ?? 0
    );
  }

  /** An answer to a call made before under the same key; what is older than a day is forgotten. */
  answerTo(key: string, since: number): { digest: string; answer: string; at: number } | undefined {
    return this.#db.first<{ digest: string; answer: string; at: number }>(
      'SELECT digest, answer, at FROM idempotency WHERE key = ? AND at >= ?',
      key,
      since,
    );
  }

  keepAnswer(key: string, digest: string, answer: string, at: number, since: number): void {
    this.#db.run('DELETE FROM idempotency WHERE at < ?', since);
    this.#db.run(
      'INSERT OR REPLACE INTO idempotency (key, digest, answer, at) VALUES (?, ?, ?, ?)',
      key,
      digest,
      answer,
      at,
    );
  }

  forgetAnswer(key: string): void {
    this.#db.run('DELETE FROM idempotency WHERE key = ?', key);
  }

  #clear(table: 'import_rows' | 'import_plan' | 'import_done', number: number): void {
    this.#db.run(`DELETE FROM ${table} WHERE key >= ? AND key < ?`, number * PACKS, (number + 1) * PACKS);
  }
}

/** Packs of the second pass come after all of the first. */
const LATER = 500_000;

function toImport(row: ImportRow): ImportRecord {
  return {
    number: row.number,
    id: row.id,
    status: row.status as ImportStatus,
    file: JSON.parse(row.file) as ImportRecord['file'],
    choice: JSON.parse(row.choice) as ImportRecord['choice'],
    progress: JSON.parse(row.progress) as ImportRecord['progress'],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
