import type { GroupName, Groups } from '../../facts/groups.ts';
import type { Database } from './database.ts';

export type Stream = 'response' | 'display';

/** What is known of a sealed block without opening it. `first` and `last` are seqs, inclusive; times are minutes. */
export interface BlockHead {
  first: number;
  last: number;
  count: number;
  /** UTC day of arrival, as days since 1970. */
  day: number;
  fromMinute: number;
  untilMinute: number;
}

interface HeadRow extends Record<string, SqlStorageValue> {
  first: number;
  last: number;
  count: number;
  day: number;
  from_minute: number;
  until_minute: number;
}

const HEAD = 'first, last, count, day, from_minute, until_minute';

/** Sealed facts of one stream: one row a block, one BLOB a group of fields, so that a view reads what it needs. */
export class BlocksTable {
  readonly #db: Database;
  readonly #table: string;

  constructor(db: Database, stream: Stream) {
    this.#db = db;
    this.#table = `${stream}_block`;
  }

  last(): BlockHead | undefined {
    const row = this.#db.first<HeadRow>(`SELECT ${HEAD} FROM ${this.#table} ORDER BY first DESC LIMIT 1`);
    return row && toHead(row);
  }

  /** All of them without their contents, oldest first. */
  heads(): BlockHead[] {
    return this.#db.all<HeadRow>(`SELECT ${HEAD} FROM ${this.#table} ORDER BY first`).map(toHead);
  }

  /** The block a seq was sealed into. */
  holding(seq: number): BlockHead | undefined {
    const row = this.#db.first<HeadRow>(
      `SELECT ${HEAD} FROM ${this.#table} WHERE first <= ? ORDER BY first DESC LIMIT 1`,
      seq,
    );
    return row && row.last >= seq ? toHead(row) : undefined;
  }

  /** Some groups of the blocks that may hold facts of a period (minutes, `until` exclusive), oldest first. */
  *between(from: number, until: number, groups: readonly GroupName[]): Generator<Partial<Groups>> {
    // The covering index finds them; without the detour the order of `first` would make it scan every block there is.
    for (const row of this.#db.each(
      `SELECT ${groups.join(', ')} FROM ${this.#table} WHERE first IN (
         SELECT first FROM ${this.#table} INDEXED BY ${this.#table}_until WHERE until_minute >= ? AND from_minute < ?
       ) ORDER BY first`,
      from,
      until,
    )) {
      yield toGroups(row, groups);
    }
  }

  /** Blocks of one UTC day of arrival, newest first; reads one block more to know that it is over. */
  *ofDay(day: number, groups: readonly GroupName[]): Generator<Partial<Groups>> {
    for (const row of this.#db.each(`SELECT day, ${groups.join(', ')} FROM ${this.#table} ORDER BY first DESC`)) {
      if (row['day'] !== day) return;
      yield toGroups(row, groups);
    }
  }

  read(first: number, groups: readonly GroupName[]): Partial<Groups> {
    const row = this.#db.first(`SELECT ${groups.join(', ')} FROM ${this.#table} WHERE first = ?`, first);
    return row ? toGroups(row, groups) : {};
  }

  insert(head: BlockHead, groups: Groups): void {
    this.#db.run(
      `INSERT INTO ${this.#table} (${HEAD}, time, figure, who, context) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      head.first,
      head.last,
      head.count,
      head.day,
      head.fromMinute,
      head.untilMinute,
      toBlob(groups.time),
      toBlob(groups.figure),
      toBlob(groups.who),
      toBlob(groups.context),
    );
  }

  /** Grows a block that is still open. */
  replace(head: BlockHead, groups: Groups): void {
    this.#db.run(
      `UPDATE ${this.#table} SET last = ?, count = ?, from_minute = ?, until_minute = ?, time = ?, figure = ?, who = ?, context = ?
       WHERE first = ?`,
      head.last,
      head.count,
      head.fromMinute,
      head.untilMinute,
      toBlob(groups.time),
      toBlob(groups.figure),
      toBlob(groups.who),
      toBlob(groups.context),
      head.first,
    );
  }

  /** Writes changed groups of a block: one row, however many. */
  patch(first: number, groups: Partial<Groups>): void {
    const names = Object.keys(groups) as GroupName[];
    this.#db.run(
      `UPDATE ${this.#table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE first = ?`,
      ...names.map((name) => toBlob(groups[name] ?? new Uint8Array())),
      first,
    );
  }
}

function toBlob(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer;
}

function toHead(row: HeadRow): BlockHead {
  return {
    first: row.first,
    last: row.last,
    count: row.count,
    day: row.day,
    fromMinute: row.from_minute,
    untilMinute: row.until_minute,
  };
}

function toGroups(row: Record<string, SqlStorageValue>, groups: readonly GroupName[]): Partial<Groups> {
  const result: Partial<Groups> = {};
  for (const name of groups) {
    const blob = row[name];
    if (blob instanceof ArrayBuffer) result[name] = new Uint8Array(blob);
  }
  return result;
}
