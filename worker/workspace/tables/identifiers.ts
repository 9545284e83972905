import type { Database } from './database.ts';

export type IdentifierKind = 'external' | 'email' | 'phone' | 'visitor';

/** Proof of who somebody is. Phones and visitors are evidence, not proof. */
export type StrongKind = 'external' | 'email';

export function isStrong(kind: string): kind is StrongKind {
  return kind === 'external' || kind === 'email';
}

export interface IdentifierRecord {
  kind: IdentifierKind;
  /** '' unless external */
  system: string;
  /** As it is compared. */
  norm: string;
  contact: number;
  /** As it was written. */
  value: string;
  /** Index in TRUSTS. */
  trust: number;
  source: string;
  firstSeen: number;
  lastSeen: number;
}

interface IdentifierRow extends Record<string, SqlStorageValue> {
  kind: string;
  system: string;
  norm: string;
  contact: number;
  value: string;
  trust: number;
  source: string;
  first_seen: number;
  last_seen: number;
}

const COLUMNS = 'kind, system, norm, contact, value, trust, source, first_seen, last_seen';

/** (kind, system, value) pointing at leaf contacts. */
export class IdentifiersTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Contacts an identifier was seen with: at most one for strong kinds, and of others the first twenty. */
  find(kind: IdentifierKind, system: string, norm: string): IdentifierRecord[] {
    return this.#db
      .all<IdentifierRow>(
        `SELECT ${COLUMNS} FROM identifier WHERE kind = ? AND system = ? AND norm = ? LIMIT 20`,
        kind,
        system,
        norm,
      )
      .map(toIdentifier);
  }

  /** Whether an identifier was seen with this very contact. */
  own(kind: IdentifierKind, system: string, norm: string, contact: number): IdentifierRecord | undefined {
    const row = this.#db.first<IdentifierRow>(
      `SELECT ${COLUMNS} FROM identifier WHERE kind = ? AND system = ? AND norm = ? AND contact = ?`,
      kind,
      system,
      norm,
      contact,
    );
    return row && toIdentifier(row);
  }

  /** Addresses with this part before the @, at whichever house. */
  atAnyHouse(local: string, limit: number): IdentifierRecord[] {
    // `A` is the character after `@`.
    return this.#db
      .all<IdentifierRow>(
        `SELECT ${COLUMNS} FROM identifier WHERE kind = 'email' AND system = '' AND norm >= ? AND norm < ? LIMIT ?`,
        `${local}@`,
        `${local}A`,
        limit,
      )
      .map(toIdentifier);
  }

  /** The one contact a strong identifier points at. */
  strong(kind: StrongKind, system: string, norm: string): number | null {
    return this.find(kind, system, norm)[0]?.contact ?? null;
  }

  ofContacts(contacts: readonly number[]): IdentifierRecord[] {
    return this.#db
      .all<IdentifierRow>(
        `SELECT ${COLUMNS} FROM identifier WHERE contact IN (SELECT value FROM json_each(?)) ORDER BY first_seen, kind`,
        JSON.stringify(contacts),
      )
      .map(toIdentifier);
  }

  insert(record: IdentifierRecord): void {
    this.#db.run(
      `INSERT INTO identifier (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.kind,
      record.system,
      record.norm,
      record.contact,
      record.value,
      record.trust,
      record.source,
      record.firstSeen,
      record.lastSeen,
    );
  }

  /** Takes an identifier from the contact it points at. */
  remove({ kind, system, norm, contact }: Pick<IdentifierRecord, 'kind' | 'system' | 'norm' | 'contact'>): void {
    this.#db.run(
      'DELETE FROM identifier WHERE kind = ? AND system = ? AND norm = ? AND contact = ?',
      kind,
      system,
      norm,
      contact,
    );
  }

  /** Moves last-seen on; trust only rises. */
  seen(record: IdentifierRecord, at: number, trust: number): void {
    this.#db.run(
      'UPDATE identifier SET last_seen = ?, trust = max(trust, ?) WHERE kind = ? AND system = ? AND norm = ? AND contact = ?',
      at,
      trust,
      record.kind,
      record.system,
      record.norm,
      record.contact,
    );
  }
}

function toIdentifier(row: IdentifierRow): IdentifierRecord {
  return {
    kind: row.kind as IdentifierKind,
    system: row.system,
    norm: row.norm,
    contact: row.contact,
    value: row.value,
    trust: row.trust,
    source: row.source,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
  };
}
