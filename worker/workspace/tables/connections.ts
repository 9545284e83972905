import type { ConnectedSystem } from '../../../contract/connected.ts';
import type {
  Connection,
  ConnectionFault,
  ConnectionMapping,
  ConnectionStatus,
  SyncCounts,
} from '../../../contract/connection.ts';
import type { Database } from './database.ts';

export interface FaultRecord {
  code: ConnectionFault;
  at: number;
  status: number | null;
  detail: string | null;
}

/** When a connection was tried last; without a fault it passed. */
export interface TestRecord {
  at: number;
  fault: Omit<FaultRecord, 'at'> | null;
}

export interface ConnectionRecord {
  id: string;
  system: ConnectedSystem;
  name: string;
  host: string;
  status: ConnectionStatus;
  /** The credentials, as `sealSecret` sealed them. */
  sealed: string;
  writeBack: boolean;
  conflict: Connection['conflict'];
  mapping: ConnectionMapping;
  origin: string;
  cursors: Record<string, string>;
  generation: number;
  run: { done: string[] } | null;
  counts: SyncCounts;
  totals: SyncCounts;
  caughtUp: boolean;
  sent: number;
  fault: FaultRecord | null;
  tested: TestRecord | null;
  failures: number;
  lastRunAt: number | null;
  lastSuccessAt: number | null;
  nextRunAt: number | null;
  createdAt: number;
  updatedAt: number;
}

interface ConnectionRow extends Record<string, SqlStorageValue> {
  id: string;
  system: string;
  name: string;
  host: string;
  status: string;
  sealed: string;
  write_back: number;
  conflict: string;
  mapping: string;
  origin: string;
  cursors: string;
  generation: number;
  run: string | null;
  counts: string;
  totals: string;
  caught_up: number;
  sent: number;
  fault: string | null;
  tested: string | null;
  failures: number;
  last_run_at: number | null;
  last_success_at: number | null;
  next_run_at: number | null;
  created_at: number;
  updated_at: number;
}

const COLUMNS = `id, system, name, host, status, sealed, write_back, conflict, mapping, origin, cursors, generation, run, counts,
  totals, caught_up, sent, fault, tested, failures, last_run_at, last_success_at, next_run_at, created_at, updated_at`;

export const NOTHING_COUNTED: SyncCounts = {
  read: 0,
  created: 0,
  updated: 0,
  merged: 0,
  unchanged: 0,
  refused: 0,
  removed: 0,
  companies: 0,
};

/** Connections to customer systems. */
export class ConnectionsTable {
  readonly #db: Database;
  #writers: string[] | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  list(): ConnectionRecord[] {
    return this.#db.all<ConnectionRow>(`SELECT ${COLUMNS} FROM connection ORDER BY created_at, id`).map(toConnection);
  }

  byId(id: string): ConnectionRecord | undefined {
    const row = this.#db.first<ConnectionRow>(`SELECT ${COLUMNS} FROM connection WHERE id = ?`, id);
    return row && toConnection(row);
  }

  /** Ids of those that responses are written back by: by heart, since every response asks. */
  writers(): readonly string[] {
    this.#writers ??= this.#db
      .all<{ id: string }>('SELECT id FROM connection WHERE write_back = 1')
      .map(({ id }) => id);
    return this.#writers;
  }

  /** Writes a connection, new or known, whole. */
  save(record: ConnectionRecord): void {
    this.#db.run(
      `INSERT OR REPLACE INTO connection (${COLUMNS}) VALUES (${COLUMNS.replaceAll(/\w+/g, '?')})`,
      record.id,
      record.system,
      record.name,
      record.host,
      record.status,
      record.sealed,
      record.writeBack ? 1 : 0,
      record.conflict,
      JSON.stringify(record.mapping),
      record.origin,
      JSON.stringify(record.cursors),
      record.generation,
      record.run && JSON.stringify(record.run),
      JSON.stringify(record.counts),
      JSON.stringify(record.totals),
      record.caughtUp ? 1 : 0,
      record.sent,
      record.fault && JSON.stringify(record.fault),
      record.tested && JSON.stringify(record.tested),
      record.failures,
      record.lastRunAt,
      record.lastSuccessAt,
      record.nextRunAt,
      record.createdAt,
      record.updatedAt,
    );
    this.#writers = undefined;
  }

  remove(id: string): void {
    this.#db.run('DELETE FROM connection WHERE id = ?', id);
    this.#writers = undefined;
  }
}

function toConnection(row: ConnectionRow): ConnectionRecord {
  return {
    id: row.id,
    system: row.system as ConnectedSystem,
    name: row.name,
    host: row.host,
    status: row.status as ConnectionStatus,
    sealed: row.sealed,
    writeBack: row.write_back === 1,
    conflict: row.conflict as ConnectionRecord['conflict'],
    mapping: JSON.parse(row.mapping) as ConnectionMapping,
    origin: row.origin,
    cursors: JSON.parse(row.cursors) as Record<string, string>,
    generation: row.generation,
    run: row.run === null ? null : (JSON.parse(row.run) as ConnectionRecord['run']),
    counts: JSON.parse(row.counts) as SyncCounts,
    totals: JSON.parse(row.totals) as SyncCounts,
    caughtUp: row.caught_up === 1,
    sent: row.sent,
    fault: row.fault === null ? null : (JSON.parse(row.fault) as FaultRecord),
    tested: row.tested === null ? null : (JSON.parse(row.tested) as TestRecord),
    failures: row.failures,
    lastRunAt: row.last_run_at,
    lastSuccessAt: row.last_success_at,
    nextRunAt: row.next_run_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
