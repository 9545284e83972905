import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Actor } from '../../worker/workspace/auditTrail.ts';
import { WorkspaceState } from '../../worker/workspace/state.ts';
import { Database } from '../../worker/workspace/tables/database.ts';
import { migrate } from '../../worker/workspace/tables/migrate.ts';
import { sqlStorageOf, transactionOf } from './sqlStorage.ts';

export const TESTER: Actor = { id: 'user:test', name: 'The tester' };

/** A workspace's tables, verbs and all, over SQLite in this process: for whatever needs no clock and no wire. */
export function workspaceState(): {
  state: WorkspaceState;
  sqlite: DatabaseSync;
  dump(tables: readonly string[]): unknown;
} {
  const sqlite = new DatabaseSync(':memory:');
  const db = new Database(sqlStorageOf(sqlite) as never);
  migrate(db, 0, transactionOf(sqlite));
  const nothing = () => undefined;
  const state = new WorkspaceState({
    db,
    wakeAt: nothing,
    listening: () => false,
    broadcast: nothing,
    random: (length) => new Uint8Array(randomBytes(length)),
    running: new Set(),
    report: (error) => {
      throw error;
    },
    jobs: () => ({}) as never,
  });
  const dump = (tables: readonly string[]) =>
    Object.fromEntries(tables.map((table) => [table, sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()]));
  return { state, sqlite, dump };
}
