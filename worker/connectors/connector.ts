import type { ConnectedSystem, RecordKind } from '../../contract/connected.ts';
import type { ConnectionMapping, Credentials, RemoteField } from '../../contract/connection.ts';
import type { CallApi } from '../outbound/callApi.ts';

/** One record as the other system has it, its values by the names that system gives them. */
export interface RemoteRecord {
  id: string;
  values: Record<string, string>;
  /** Its id of the company that this person belongs to. */
  company: string | null;
  createdAt: number | null;
  updatedAt: number | null;
  deleted: boolean;
  /** Ids of records that were merged into this one, and so point at the same person. */
  absorbed: string[];
  /** The id of the record that this deleted one was merged into. */
  master: string | null;
}

export interface PulledPage {
  records: RemoteRecord[];
  /** Where to go on, now or at the next run. To be kept once the records are stored, and not before. */
  cursor: string;
  /** Whether there is more to be had at once. */
  more: boolean;
}

/** Something that is read record by record: each has a cursor of its own. In the order they should be read. */
export interface Stream {
  name: string;
  kind: RecordKind;
}

/** A response as it is to stand on a contact there. */
export interface Note {
  /** Their id of the contact. */
  contact: string;
  /** One line. */
  title: string;
  /** The rest, line by line; text is text. */
  lines: string[];
  /** When it was given. */
  at: number;
  /** Found again by it, whoever asks: stands in the last line. */
  marker: string;
}

/** What a connector may use of the world. */
export interface ConnectorWorld {
  call: CallApi;
  /** Where it is reached: an origin. */
  host: string;
  credentials: Credentials;
}

/** A connector with its credentials in hand. Everything it cannot do it throws as a `ConnectorError`. */
export interface OpenConnector {
  /** Tries what a run will need; answers whose account it is. */
  test(): Promise<{ account: string }>;
  fields(kind: RecordKind): Promise<RemoteField[]>;
  /**
   * The next page of a stream.
   *
   * @param cursor null at the very first
   * @param fields their names of what is mapped
   */
  pull(stream: string, cursor: string | null, fields: readonly string[], now: number): Promise<PulledPage>;
  /** Their id of a note that was written before, maybe without our knowing. */
  find(note: Note): Promise<string | null>;
  /** Writes a note and answers its id there. */
  write(note: Note): Promise<string>;
  /** Writes a note anew; false when it is no longer there. */
  renew(id: string, note: Note): Promise<boolean>;
  /** Takes a note away; one that is gone already is no fault. */
  remove(id: string): Promise<void>;
}

/** A customer system that can be connected to. */
export interface Connector {
  system: ConnectedSystem;
  /** Where everybody reaches it; null where each organisation has an address of its own. */
  host: string | null;
  /** Whether this is one of its hosts. */
  isHost(hostname: string): boolean;
  /** Whether an organisation is reached there, where not each of its hosts is some organisation's. */
  isOrganisation?(hostname: string): boolean;
  streams: readonly Stream[];
  /** What is mapped until somebody decides otherwise. */
  mapping: ConnectionMapping;
  open(world: ConnectorWorld): OpenConnector;
}
