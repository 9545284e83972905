import type { Database } from './database.ts';

export type WordKind = 'language' | 'country' | 'site';

/** One byte holds 255 words; the rest share this one, which no filter names. */
const OTHER = 255;

/** Dictionaries behind a fact's one-byte columns. 0 stands for nothing. */
export class WordsTable {
  readonly #db: Database;
  #numbers: Map<string, number> | undefined;
  #values: Map<string, string> | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The number of a word, given to it on first sight. */
  number(kind: WordKind, value: string | null): number {
    if (!value) return 0;
    const numbers = this.#load();
    const known = numbers.get(`${kind} ${value}`);
    if (known !== undefined) return known;
    let taken = 0;
    for (const key of numbers.keys()) if (key.startsWith(`${kind} `)) taken++;
    if (taken >= OTHER - 1) return OTHER;
    const number = taken + 1;
    this.#db.run('INSERT INTO word (kind, value, number) VALUES (?, ?, ?)', kind, value, number);
    this.#remember(kind, value, number);
    return number;
  }

  /** The number of a word somebody filters by; a word never seen matches nothing. */
  known(kind: WordKind, value: string): number | undefined {
    return this.#load().get(`${kind} ${value}`);
  }

  value(kind: WordKind, number: number): string | null {
    this.#load();
    return this.#values?.get(`${kind} ${number}`) ?? null;
  }

  #load(): Map<string, number> {
    if (!this.#numbers) {
      this.#numbers = new Map();
      this.#values = new Map();
      const rows = this.#db.all<{ kind: WordKind; value: string; number: number }>(
        'SELECT kind, value, number FROM word',
      );
      for (const row of rows) this.#remember(row.kind, row.value, row.number);
    }
    return this.#numbers;
  }

  #remember(kind: WordKind, value: string, number: number): void {
    this.#numbers?.set(`${kind} ${value}`, number);
    this.#values?.set(`${kind} ${number}`, value);
  }
}
