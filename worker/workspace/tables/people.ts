import type { Database } from './database.ts';

/** What a root is packed and judged by, besides its attributes. */
export interface KnownPerson {
  number: number;
  companyFolded: string | null;
  createdAt: number;
}

interface KnownRow extends Record<string, SqlStorageValue> {
  number: number;
  company_folded: string | null;
  created_at: number;
}

/** People by the thousand: packed columns, and the rows they are made from. */
export class PeopleTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Every pack, one at a time. */
  *packs(): Generator<{ pack: number; people: Uint8Array }> {
    for (const row of this.#db.each<{ pack: number; people: ArrayBuffer }>(
      'SELECT pack, people FROM people_pack ORDER BY pack',
    )) {
      yield { pack: row.pack, people: new Uint8Array(row.people) };
    }
  }

  writePack(pack: number, people: Uint8Array): void {
    this.#db.run(
      'INSERT INTO people_pack (pack, people) VALUES (?, ?) ON CONFLICT (pack) DO UPDATE SET people = excluded.people',
      pack,
      people.slice().buffer,
    );
  }

  stages(): { code: number; folded: string; name: string }[] {
    return this.#db.all('SELECT code, folded, name FROM people_stage ORDER BY code');
  }

  addStage(code: number, folded: string, name: string): void {
    this.#db.run('INSERT INTO people_stage (code, folded, name) VALUES (?, ?, ?)', code, folded, name);
  }

  /** Numbers of roots after a number, ascending. */
  rootsAfter(number: number, limit: number): number[] {
    return this.#db
      .all<{ number: number }>(
        'SELECT number FROM contact WHERE number > ? AND parent IS NULL ORDER BY number LIMIT ?',
        number,
        limit,
      )
      .map((row) => row.number);
  }

  known(roots: readonly number[]): KnownPerson[] {
    return this.#db
      .all<KnownRow>(
        'SELECT number, company_folded, created_at FROM contact WHERE number IN (SELECT value FROM json_each(?))',
        JSON.stringify(roots),
      )
      .map(({ number, company_folded, created_at }) => ({
        number,
        companyFolded: company_folded,
        createdAt: created_at,
      }));
  }

  /** Who brought each of these leaves. */
  sources(leaves: readonly number[]): Map<number, string> {
    const rows = this.#db.all<{ number: number; source: string }>(
      'SELECT number, source FROM contact WHERE number IN (SELECT value FROM json_each(?))',
      JSON.stringify(leaves),
    );
    return new Map(rows.map(({ number, source }) => [number, source]));
  }

  /** By which kinds of identifiers leaves are known, without their values. */
  identifierKinds(leaves: readonly number[]): { contact: number; kind: string; system: string }[] {
    return this.#db.all(
      'SELECT DISTINCT contact, kind, system FROM identifier WHERE contact IN (SELECT value FROM json_each(?))',
      JSON.stringify(leaves),
    );
  }

  /** Company numbers by folded name. */
  companies(folded: readonly string[]): Map<string, number> {
    const rows = this.#db.all<{ folded: string; number: number }>(
      'SELECT folded, number FROM company WHERE folded IN (SELECT value FROM json_each(?))',
      JSON.stringify(folded),
    );
    return new Map(rows.map(({ folded, number }) => [folded, number]));
  }

  /** Which of these leaves gave any response. */
  answered(leaves: readonly number[]): number[] {
    return this.#db
      .all<{ contact: number }>(
        `SELECT value AS contact FROM json_each(?)
         WHERE EXISTS (SELECT 1 FROM response WHERE response.contact = json_each.value)`,
        JSON.stringify(leaves),
      )
      .map(({ contact }) => contact);
  }

  events(leaves: readonly number[]): { contact: number; at: number; name: string }[] {
    return this.#db.all(
      'SELECT contact, at, name FROM event WHERE contact IN (SELECT value FROM json_each(?))',
      JSON.stringify(leaves),
    );
  }

  /** Which of these leaves said "don't ask me again". */
  unasked(leaves: readonly number[]): Set<number> {
    const rows = this.#db.all<{ contact: number }>(
      'SELECT contact FROM unasked WHERE contact IN (SELECT value FROM json_each(?))',
      JSON.stringify(leaves),
    );
    return new Set(rows.map(({ contact }) => contact));
  }

  /** Companies' names by number. */
  companyNames(numbers: readonly number[]): Map<number, string> {
    const rows = this.#db.all<{ number: number; name: string }>(
      'SELECT number, name FROM company WHERE number IN (SELECT value FROM json_each(?))',
      JSON.stringify(numbers),
    );
    return new Map(rows.map(({ number, name }) => [number, name]));
  }

  /** Numbers of companies whose folded name holds every word. */
  companiesHolding(words: readonly string[]): number[] {
    return this.#db
      .all<{ number: number }>(
        `SELECT number FROM company
         WHERE NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(company.folded, json_each.value) = 0)`,
        JSON.stringify(words),
      )
      .map(({ number }) => number);
  }

  /** What other systems call a company. */
  companyIds(number: number): { system: string; value: string }[] {
    return this.#db.all(
      'SELECT system, value FROM company_identifier WHERE company = ? ORDER BY system, value',
      number,
    );
  }
}
