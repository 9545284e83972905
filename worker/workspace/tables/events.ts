import type { Attributes } from '../../../contract/contact.ts';
import type { Database } from './database.ts';

/** Something that happened with a contact and is no answer: an order, a call, a visit. */
export interface EventRecord {
  seq: number;
  /** A leaf's number. */
  contact: number;
  at: number;
  name: string;
  /** Who told of it: `segment:…`. */
  source: string;
  properties: Attributes;
}

interface EventRow extends Record<string, SqlStorageValue> {
  seq: number;
  contact: number;
  at: number;
  name: string;
  source: string;
  properties: string;
}

const COLUMNS = 'seq, contact, at, name, source, properties';

/** What happened with contacts, for their timelines. */
export class EventsTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add({ contact, at, name, source, properties }: Omit<EventRecord, 'seq'>): void {
    this.#db.run(
      'INSERT INTO event (contact, at, name, source, properties) VALUES (?, ?, ?, ?, ?)',
      contact,
      at,
      name,
      source,
      JSON.stringify(properties),
    );
  }

  /** Newest first, below a moment and, at that very moment, below a seq. */
  ofContacts(contacts: readonly number[], below: { at: number; seq: number }, limit: number): EventRecord[] {
    // One contact at a time goes down the index and stops; several at once would all be read to be sorted.
    return contacts
      .flatMap((contact) =>
        this.#db.all<EventRow>(
          `SELECT ${COLUMNS} FROM event WHERE contact = ? AND (at, seq) < (?, ?) ORDER BY at DESC, seq DESC LIMIT ?`,
          contact,
          below.at,
          below.seq,
          limit,
        ),
      )
      .sort((a, b) => b.at - a.at || b.seq - a.seq)
      .slice(0, limit)
      .map(({ properties, ...row }) => ({ ...row, properties: JSON.parse(properties) as Attributes }));
  }
}
