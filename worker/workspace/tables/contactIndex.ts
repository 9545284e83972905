import { SHORT_WORD, wordStarts } from '../../identity/wordStarts.ts';
import type { Database } from './database.ts';

/** Before the first letters of a word, so that one or two of them make a three as well. Folded text has no such sign. */
const START = '\u0002';

/** What a root is found by: how its family is called, and its identifiers apart, which not everybody may search by. */
export interface IndexEntry {
  root: number;
  called: string;
  known: string;
}

/** The index behind the search for people. What it holds of a text can be found, and not read. */
export class ContactIndexTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Writes entries over those of the same roots. Many at once cost about a row each, one alone costs several. */
  write(entries: readonly IndexEntry[]): void {
    this.#db.run(
      `INSERT OR REPLACE INTO contact_index (rowid, called, known)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
      JSON.stringify(entries.map(({ root, called, known }) => [root, withStarts(called), withStarts(known)])),
    );
  }

  remove(numbers: readonly number[]): void {
    this.#db.run('DELETE FROM contact_index WHERE rowid IN (SELECT value FROM json_each(?))', JSON.stringify(numbers));
  }

  /** Takes out for good what was removed: until then it is only passed over. */
  purge(): void {
    this.#db.run("INSERT INTO contact_index (contact_index) VALUES ('optimize')");
  }

  /** Roots that hold every word, newest first, below `before`; none of `except`. */
  find(
    words: readonly string[],
    inIdentifiers: boolean,
    page: { before: number; except: readonly number[]; limit: number },
  ): number[] {
    return this.#db
      .all<{ number: number }>(
        `SELECT rowid AS number FROM contact_index WHERE contact_index MATCH ?1 AND rowid < ?2
           AND rowid NOT IN (SELECT value FROM json_each(?3)) ORDER BY rowid DESC LIMIT ?4`,
        matching(words, inIdentifiers),
        page.before,
        JSON.stringify(page.except),
        page.limit,
      )
      .map((row) => row.number);
  }

  /** How many roots hold every word, counted up to `limit`; `except` as above. */
  count(words: readonly string[], inIdentifiers: boolean, except: readonly number[], limit: number): number {
    return this.#db.all(
      `SELECT rowid FROM contact_index WHERE contact_index MATCH ?1
         AND rowid NOT IN (SELECT value FROM json_each(?2)) LIMIT ?3`,
      matching(words, inIdentifiers),
      JSON.stringify(except),
      limit,
    ).length;
  }
}

function withStarts(text: string): string {
  return (
    text +
    wordStarts(text)
      .map((start) => START + START + start)
      .join('')
  );
}

/** The words as a full-text query. Each is a phrase of threes, which is a part of a word to the letter. */
function matching(words: readonly string[], inIdentifiers: boolean): string {
  const phrases = words.map((word) => {
    const { length } = [...word];
    return `"${(length > SHORT_WORD ? word : START.repeat(3 - length) + word).replaceAll('"', '""')}"`;
  });
  return `${inIdentifiers ? '' : '{called} : '}(${phrases.join(' AND ')})`;
}
