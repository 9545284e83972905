import type { Attributes } from '../../../contract/contact.ts';
import type { Database } from './database.ts';

/**
 * A contact. `parent` names the survivor it was merged into. Read by its own number or id it is as its row was written;
 * read as a root it is as merges have it shown.
 */
export interface ContactRecord {
  number: number;
  id: string;
  parent: number | null;
  name: string;
  company: string | null;
  attributes: Attributes;
  provenance: Record<string, { source: string; at: string }>;
  source: string;
  createdAt: number;
  updatedAt: number;
}

export interface NewContact extends Omit<ContactRecord, 'number' | 'parent'> {
  companyFolded: string | null;
  texts: SearchTexts;
}

/** What a search for people looks in: how they are called, and the same with every identifier. */
export interface SearchTexts {
  called: string;
  search: string;
}

interface ContactRow extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  parent: number | null;
  name: string;
  company: string | null;
  attributes: string;
  provenance: string;
  source: string;
  created_at: number;
  updated_at: number;
  shown: string | null;
}

/** What a survivor is presented as under the merges in force. */
export type ShownAs = Pick<ContactRecord, 'name' | 'company' | 'attributes' | 'provenance'>;

const COLUMNS = 'number, id, parent, name, company, attributes, provenance, source, created_at, updated_at, shown';

/** People known to the CRM. */
export class ContactsTable {
  readonly #db: Database;
  /** How many rows there are, once somebody has asked. */
  #known: number | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  byNumber(number: number): ContactRecord | undefined {
    const row = this.#db.first<ContactRow>(`SELECT ${COLUMNS} FROM contact WHERE number = ?`, number);
    return row && toContact(row);
  }

  byId(id: string): ContactRecord | undefined {
    const row = this.#db.first<ContactRow>(`SELECT ${COLUMNS} FROM contact WHERE id = ?`, id);
    return row && toContact(row);
  }

  /** Contacts as their rows were written, in order of their numbers. */
  rows(numbers: readonly number[]): ContactRecord[] {
    return this.#db
      .all<ContactRow>(
        `SELECT ${COLUMNS} FROM contact WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number`,
        JSON.stringify(numbers),
      )
      .map(toContact);
  }

  /** The survivor a leaf belongs to, following merges, as it is shown. */
  root(number: number): ContactRecord | undefined {
    const row = this.#db.first<ContactRow>(
      `WITH RECURSIVE up (number, parent) AS (
         SELECT number, parent FROM contact WHERE number = ?1
         UNION ALL SELECT contact.number, contact.parent FROM contact JOIN up ON contact.number = up.parent
       ) SELECT ${COLUMNS} FROM contact WHERE number = (SELECT number FROM up WHERE parent IS NULL)`,
      number,
    );
    return row && toShown(row);
  }

  /** Moves a contact under a survivor, or back to be one itself. */
  setParent(number: number, parent: number | null): void {
    this.#db.run('UPDATE contact SET parent = ? WHERE number = ?', parent, number);
  }

  /** Writes what a survivor is shown as under its merges, and whose colleague that makes it. */
  setShown(number: number, shown: ShownAs | null, companyFolded: string | null): void {
    this.#db.run(
      'UPDATE contact SET shown = ?, company_folded = ? WHERE number = ?',
      shown && JSON.stringify(shown),
      companyFolded,
      number,
    );
  }

  /** For each root its family: itself and all leaves merged into it, at any depth. */
  families(roots: readonly number[]): Map<number, number[]> {
    const rows = this.#db.all<{ root: number; number: number }>(
      `WITH RECURSIVE family (root, number) AS (
         SELECT value, value FROM json_each(?1)
         UNION SELECT family.root, contact.number FROM contact JOIN family ON contact.parent = family.number
       ) SELECT root, number FROM family`,
      JSON.stringify(roots),
    );
    const families = new Map<number, number[]>(roots.map((root) => [root, []]));
    for (const { root, number } of rows) families.get(root)?.push(number);
    return families;
  }

  /** A root and all leaves merged into it, at any depth. */
  leaves(root: number): number[] {
    return this.#db
      .all<{ number: number }>(
        `WITH RECURSIVE family (number) AS (
           SELECT ?1 UNION SELECT contact.number FROM contact JOIN family ON contact.parent = family.number
         ) SELECT number FROM family`,
        root,
      )
      .map((row) => row.number);
  }

  /** Names by number, of roots, for a page of responses. */
  names(numbers: readonly number[]): Map<number, { id: string; name: string }> {
    if (numbers.length === 0) return new Map();
    const rows = this.#db.all<{ leaf: number; id: string; name: string }>(
      `WITH RECURSIVE up (leaf, number, parent) AS (
         SELECT number, number, parent FROM contact WHERE number IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT up.leaf, contact.number, contact.parent FROM contact JOIN up ON contact.number = up.parent
       ) SELECT up.leaf, contact.id, coalesce(contact.shown ->> 'name', contact.name) AS name FROM up JOIN contact ON contact.number = up.number WHERE up.parent IS NULL`,
      JSON.stringify([...new Set(numbers)]),
    );
    return new Map(rows.map((row) => [row.leaf, { id: row.id, name: row.name }]));
  }

  /** The survivors that leaves belong to, by the leaf's number, with what is known of them. */
  roots(leaves: readonly number[]): Map<number, Pick<ContactRecord, 'number' | 'attributes'>> {
    if (leaves.length === 0) return new Map();
    const rows = this.#db.all<{ leaf: number; number: number; attributes: string }>(
      `WITH RECURSIVE up (leaf, number, parent) AS (
         SELECT number, number, parent FROM contact WHERE number IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT up.leaf, contact.number, contact.parent FROM contact JOIN up ON contact.number = up.parent
       ) SELECT up.leaf, contact.number, coalesce(contact.shown -> 'attributes', contact.attributes) AS attributes
         FROM up JOIN contact ON contact.number = up.number
         WHERE up.parent IS NULL`,
      JSON.stringify([...new Set(leaves)]),
    );
    return new Map(
      rows.map((row) => [row.leaf, { number: row.number, attributes: JSON.parse(row.attributes) as Attributes }]),
    );
  }

  remove(number: number): void {
    this.#db.run('DELETE FROM contact WHERE number = ?', number);
    if (this.#known !== undefined) this.#known--;
  }

  /** Contacts were removed past this table: they are counted anew. */
  recount(): void {
    this.#known = undefined;
  }

  insert(contact: NewContact): number {
    const row = this.#db.first<{ number: number }>(
      `INSERT INTO contact (id, parent, name, company, company_folded, called, search, attributes, provenance, source, created_at, updated_at)
       VALUES (?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number`,
      contact.id,
      contact.name,
      contact.company,
      contact.companyFolded,
      contact.texts.called,
      contact.texts.search,
      JSON.stringify(contact.attributes),
      JSON.stringify(contact.provenance),
      contact.source,
      contact.createdAt,
      contact.updatedAt,
    );
    if (!row) throw new Error('insert answered no row');
    if (this.#known !== undefined) this.#known++;
    return row.number;
  }

  update(contact: ContactRecord, companyFolded: string | null, texts: SearchTexts): void {
    this.#db.run(
      `UPDATE contact SET name = ?, company = ?, company_folded = ?, called = ?, search = ?, attributes = ?, provenance = ?, updated_at = ?
       WHERE number = ?`,
      contact.name,
      contact.company,
      companyFolded,
      texts.called,
      texts.search,
      JSON.stringify(contact.attributes),
      JSON.stringify(contact.provenance),
      contact.updatedAt,
      contact.number,
    );
  }

  /** Roots by their numbers, beyond `after`. */
  rootsAfter(after: number, limit: number): ContactRecord[] {
    return this.#db
      .all<ContactRow>(
        `SELECT ${COLUMNS} FROM contact WHERE parent IS NULL AND number > ? ORDER BY number LIMIT ?`,
        after,
        limit,
      )
      .map(toShown);
  }

  /** Roots newest first, below `before`. */
  list(before: number, limit: number): ContactRecord[] {
    return this.#db
      .all<ContactRow>(
        `SELECT ${COLUMNS} FROM contact WHERE parent IS NULL AND number < ? ORDER BY number DESC LIMIT ?`,
        before,
        limit,
      )
      .map(toShown);
  }

  /** Roots in the order asked for, as they are shown; who is no more is left out. */
  byNumbers(numbers: readonly number[]): ContactRecord[] {
    const rows = this.#db
      .all<ContactRow>(
        `SELECT ${COLUMNS} FROM contact WHERE number IN (SELECT value FROM json_each(?))`,
        JSON.stringify(numbers),
      )
      .map(toShown);
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    return numbers.flatMap((number) => byNumber.get(number) ?? []);
  }

  /** The number of the root that each leaf belongs to; who is no more has none. */
  rootNumbers(leaves: readonly number[]): Map<number, number> {
    if (leaves.length === 0) return new Map();
    const rows = this.#db.all<{ leaf: number; number: number }>(
      `WITH RECURSIVE up (leaf, number, parent) AS (
         SELECT number, number, parent FROM contact WHERE number IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT up.leaf, contact.number, contact.parent FROM contact JOIN up ON contact.number = up.parent
       ) SELECT leaf, number FROM up WHERE parent IS NULL`,
      JSON.stringify(leaves),
    );
    return new Map(rows.map((row) => [row.leaf, row.number]));
  }

  /** What leaves are found by. */
  texts(leaves: readonly number[]): Map<number, SearchTexts> {
    const rows = this.#db.all<{ number: number; called: string; search: string }>(
      'SELECT number, called, search FROM contact WHERE number IN (SELECT value FROM json_each(?))',
      JSON.stringify(leaves),
    );
    return new Map(rows.map(({ number, ...texts }) => [number, texts]));
  }

  /** How many roots there are. Counting reads everybody, so it is done once and then kept. */
  count(): number {
    this.#known ??= this.#db.first<{ n: number }>('SELECT count(*) AS n FROM contact')?.n ?? 0;
    const merged = this.#db.first<{ n: number }>('SELECT count(*) AS n FROM contact WHERE parent IS NOT NULL')?.n ?? 0;
    return this.#known - merged;
  }

  /** Others of a company, by its folded name. */
  colleagues(companyFolded: string, except: number, limit: number): ContactRecord[] {
    return this.#db
      .all<ContactRow>(
        `SELECT ${COLUMNS} FROM contact WHERE company_folded = ? AND number <> ? AND parent IS NULL ORDER BY number LIMIT ?`,
        companyFolded,
        except,
        limit,
      )
      .map(toShown);
  }

  countColleagues(companyFolded: string, except: number): number {
    return (
      this.#db.first<{ n: number }>(
        'SELECT count(*) AS n FROM contact WHERE company_folded = ? AND number <> ? AND parent IS NULL',
        companyFolded,
        except,
      )?.n ?? 0
    );
  }
}

function toContact(row: ContactRow): ContactRecord {
  return {
    number: row.number,
    id: row.id,
    parent: row.parent,
    name: row.name,
    company: row.company,
    attributes: JSON.parse(row.attributes) as Attributes,
    provenance: JSON.parse(row.provenance) as ContactRecord['provenance'],
    source: row.source,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toShown(row: ContactRow): ContactRecord {
  const contact = toContact(row);
  return row.shown === null ? contact : { ...contact, ...(JSON.parse(row.shown) as ShownAs) };
}
