import type { Attributes } from '../../../contract/contact.ts';
import type { Database } from './database.ts';

/** An organisation that contacts belong to. */
export interface CompanyRecord {
  number: number;
  name: string;
  /** As it is compared: one company a folded name. */
  folded: string;
  attributes: Attributes;
  provenance: Record<string, { source: string; at: string }>;
  source: string;
  createdAt: number;
  updatedAt: number;
}

interface CompanyRow extends Record<string, SqlStorageValue> {
  number: number;
  name: string;
  folded: string;
  attributes: string;
  provenance: string;
  source: string;
  created_at: number;
  updated_at: number;
}

const COLUMNS = 'number, name, folded, attributes, provenance, source, created_at, updated_at';
/** So many are known by heart: an import names the same few over and over. */
const REMEMBERED_MAX = 5_000;

/** Companies, by folded name. A contact names its own in words; this is what else is known of it. */
export class CompaniesTable {
  readonly #db: Database;
  readonly #numbers = new Map<string, number>();

  constructor(db: Database) {
    this.#db = db;
  }

  byNumber(number: number): CompanyRecord | undefined {
    const row = this.#db.first<CompanyRow>(`SELECT ${COLUMNS} FROM company WHERE number = ?`, number);
    return row && toCompany(row);
  }

  byFolded(folded: string): CompanyRecord | undefined {
    const row = this.#db.first<CompanyRow>(`SELECT ${COLUMNS} FROM company WHERE folded = ?`, folded);
    return row && toCompany(row);
  }

  /** The company that one system knows by this id. */
  byExternal(system: string, value: string): CompanyRecord | undefined {
    const row = this.#db.first<{ company: number }>(
      'SELECT company FROM company_identifier WHERE system = ? AND value = ?',
      system,
      value,
    );
    return row && this.byNumber(row.company);
  }

  /** The number of the company of this name, made if there is none. */
  ensure(company: Pick<CompanyRecord, 'name' | 'folded' | 'source'>, now: number): number {
    const known = this.#numbers.get(company.folded) ?? this.byFolded(company.folded)?.number;
    const number = known ?? this.#insert(company, now);
    if (this.#numbers.size >= REMEMBERED_MAX) this.#numbers.clear();
    this.#numbers.set(company.folded, number);
    return number;
  }

  update(company: CompanyRecord): void {
    this.#db.run(
      'UPDATE company SET name = ?, folded = ?, attributes = ?, provenance = ?, updated_at = ? WHERE number = ?',
      company.name,
      company.folded,
      JSON.stringify(company.attributes),
      JSON.stringify(company.provenance),
      company.updatedAt,
      company.number,
    );
    this.#numbers.clear();
  }

  /** Takes companies of a run of numbers away that nobody names and nothing is known of. */
  removeUnused(from: number, to: number): void {
    this.#db.run(
      `DELETE FROM company WHERE number BETWEEN ? AND ? AND attributes = '{}'
         AND NOT EXISTS (SELECT 1 FROM contact WHERE company_folded = company.folded)
         AND number NOT IN (SELECT company FROM company_identifier)`,
      from,
      to,
    );
    this.#numbers.clear();
  }

  identify(number: number, system: string, value: string): void {
    this.#db.run(
      `INSERT INTO company_identifier (system, value, company) VALUES (?, ?, ?)
       ON CONFLICT (system, value) DO UPDATE SET company = excluded.company WHERE company <> excluded.company`,
      system,
      value,
      number,
    );
  }

  #insert({ name, folded, source }: Pick<CompanyRecord, 'name' | 'folded' | 'source'>, now: number): number {
    const row = this.#db.first<{ number: number }>(
      `INSERT INTO company (name, folded, attributes, provenance, source, created_at, updated_at)
       VALUES (?, ?, '{}', '{}', ?, ?, ?) RETURNING number`,
      name,
      folded,
      source,
      now,
      now,
    );
    if (!row) throw new Error('insert answered no row');
    return row.number;
  }
}

function toCompany(row: CompanyRow): CompanyRecord {
  return {
    number: row.number,
    name: row.name,
    folded: row.folded,
    attributes: JSON.parse(row.attributes) as Attributes,
    provenance: JSON.parse(row.provenance) as CompanyRecord['provenance'],
    source: row.source,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
