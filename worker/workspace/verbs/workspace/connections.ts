import type {
  Connection,
  ConnectionCreate,
  ConnectionEdit,
  ConnectionTest,
  SyncLogEntry,
} from '../../../../contract/connection.ts';
import { CONNECTORS } from '../../../connectors/connectors.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import { type ConnectionRecord, NOTHING_COUNTED } from '../../tables/connections.ts';

interface By {
  actor: Actor;
  now: number;
}

export type ConnectionOutcome = { ok: true; connection: Connection } | { ok: false; status: 404 | 409; detail: string };

const MISSING = { ok: false, status: 404, detail: 'There is no such connection.' } as const;

export function listConnections(state: WorkspaceState): Connection[] {
  return state.connections.list().map((record) => present(state, record));
}

export function readConnection(state: WorkspaceState, id: string): Connection | null {
  const record = state.connections.byId(id);
  return record ? present(state, record) : null;
}

/** Makes a connection, paused: it is tried before it runs. The credentials come sealed. */
export function createConnection(
  state: WorkspaceState,
  input: By & { id: string; wanted: Omit<ConnectionCreate, 'credentials'>; sealed: string; origin: string },
): Connection {
  const { id, wanted, sealed, origin, actor, now } = input;
  const connector = CONNECTORS[wanted.system];
  const record: ConnectionRecord = {
    id,
    system: wanted.system,
    name: wanted.name ?? wanted.system,
    host: wanted.host ?? connector.host ?? '',
    status: 'paused',
    sealed,
    writeBack: wanted.writeBack ?? true,
    conflict: wanted.conflict ?? 'newest',
    mapping: wanted.mapping ?? connector.mapping,
    origin,
    cursors: {},
    generation: 1,
    run: null,
    counts: { ...NOTHING_COUNTED },
    totals: { ...NOTHING_COUNTED },
    caughtUp: false,
    sent: 0,
    fault: null,
    tested: null,
    failures: 0,
    lastRunAt: null,
    lastSuccessAt: null,
    nextRunAt: null,
    createdAt: now,
    updatedAt: now,
  };
  state.connections.save(record);
  const payload = { system: record.system, name: record.name, host: record.host, writeBack: record.writeBack };
  state.audit.record({ at: now, actor, verb: 'connection.created', subject: `connection:${id}`, payload });
  return present(state, record);
}

/** Changes a connection. What was on its way under the old terms is dropped, and asked for anew. */
export function editConnection(
  state: WorkspaceState,
  input: By & { id: string; edit: Omit<ConnectionEdit, 'credentials'>; sealed?: string },
): ConnectionOutcome {
  const { id, edit, sealed, actor, now } = input;
  const record = state.connections.byId(id);
  if (!record) return MISSING;
  const isReachedAnew = sealed !== undefined || (edit.host !== undefined && edit.host !== record.host);
  const changed: ConnectionRecord = {
    ...record,
    name: edit.name ?? record.name,
    host: edit.host ?? record.host,
    writeBack: edit.writeBack ?? record.writeBack,
    conflict: edit.conflict ?? record.conflict,
    mapping: edit.mapping ?? record.mapping,
    sealed: sealed ?? record.sealed,
    generation: record.generation + 1,
    updatedAt: now,
  };
  // What was tried is not what it is now.
  if (isReachedAnew) changed.tested = null;
  if (isReachedAnew && record.status === 'failing') {
    Object.assign(changed, { status: 'active', fault: null, failures: 0 } satisfies Partial<ConnectionRecord>);
  }
  state.connections.save(changed);
  if (isReachedAnew && changed.status === 'active') wake(state, id, now);
  const payload = { changed: [...Object.keys(edit), ...(sealed === undefined ? [] : ['credentials'])] };
  state.audit.record({ at: now, actor, verb: 'connection.changed', subject: `connection:${id}`, payload });
  note(state, id, 'changed', now);
  return { ok: true, connection: present(state, changed) };
}

/** Keeps what a test said, unless the connection was changed while it was asked. */
export function keepTest(
  state: WorkspaceState,
  { tried, said, now }: { tried: ConnectionRecord; said: ConnectionTest; now: number },
): void {
  const record = state.connections.byId(tried.id);
  if (record?.sealed !== tried.sealed || record.host !== tried.host) return;
  const fault = said.ok ? null : { code: said.code, status: said.status, detail: said.detail };
  state.connections.save({ ...record, tested: { at: now, fault } });
}

/** Ends a connection. What it brought stays, and so does what stands there. */
export function removeConnection(state: WorkspaceState, { id, actor, now }: By & { id: string }): boolean {
  const record = state.connections.byId(id);
  if (!record) return false;
  state.clock.cancel('sync', id);
  state.clock.cancel('way-back', id);
  state.connections.remove(id);
  state.syncLog.remove(id);
  state.wayBack.removeAll(id);
  const payload = { system: record.system, name: record.name };
  state.audit.record({ at: now, actor, verb: 'connection.removed', subject: `connection:${id}`, payload });
  return true;
}

/** Stops a connection at once: also what is on its way in is dropped. */
export function pauseConnection(state: WorkspaceState, { id, actor, now }: By & { id: string }): ConnectionOutcome {
  const record = state.connections.byId(id);
  if (!record) return MISSING;
  if (record.status === 'paused') return { ok: true, connection: present(state, record) };
  state.clock.cancel('sync', id);
  state.clock.cancel('way-back', id);
  const paused: ConnectionRecord = {
    ...record,
    status: 'paused',
    generation: record.generation + 1,
    nextRunAt: null,
    updatedAt: now,
  };
  state.connections.save(paused);
  state.audit.record({ at: now, actor, verb: 'connection.paused', subject: `connection:${id}` });
  note(state, id, 'paused', now);
  return { ok: true, connection: present(state, paused) };
}

/** Has a connection run, from where it was. */
export function resumeConnection(state: WorkspaceState, { id, actor, now }: By & { id: string }): ConnectionOutcome {
  const record = state.connections.byId(id);
  if (!record) return MISSING;
  if (record.status === 'active') return { ok: true, connection: present(state, record) };
  const active: ConnectionRecord = {
    ...record,
    status: 'active',
    generation: record.generation + 1,
    fault: null,
    failures: 0,
    updatedAt: now,
  };
  state.connections.save(active);
  wake(state, id, now);
  state.audit.record({ at: now, actor, verb: 'connection.resumed', subject: `connection:${id}` });
  note(state, id, 'resumed', now);
  return { ok: true, connection: present(state, active) };
}

/** Runs a connection now; `full` reads everything again. Responses that could not be sent are tried once more. */
export function runConnection(
  state: WorkspaceState,
  { id, full, actor, now }: By & { id: string; full: boolean },
): ConnectionOutcome {
  const record = state.connections.byId(id);
  if (!record) return MISSING;
  if (record.status === 'paused') return { ok: false, status: 409, detail: 'It is paused: resume it first.' };
  const next: ConnectionRecord = {
    ...record,
    ...(full ? { cursors: {}, run: null, caughtUp: false, generation: record.generation + 1 } : {}),
    fault: null,
    status: 'active',
    nextRunAt: now,
  };
  state.connections.save(next);
  state.wayBack.retryFailed(id, now);
  wake(state, id, now);
  state.audit.record({ at: now, actor, verb: 'connection.run', subject: `connection:${id}`, payload: { full } });
  return { ok: true, connection: present(state, next) };
}

/** What a connection did, newest first. */
export function connectionLog(
  state: WorkspaceState,
  { id, cursor, limit }: { id: string; cursor?: number; limit: number },
): { items: SyncLogEntry[]; next: string | null } | null {
  if (!state.connections.byId(id)) return null;
  const found = state.syncLog.list(id, cursor ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const shown = found.slice(0, limit);
  return {
    items: shown.map(({ at, entry }) => ({ at: new Date(at).toISOString(), ...entry })),
    next: found.length > shown.length ? String(shown.at(-1)?.number) : null,
  };
}

function wake(state: WorkspaceState, id: string, now: number): void {
  state.clock.plan('sync', id, now);
  state.clock.plan('way-back', id, now);
}

function note(state: WorkspaceState, id: string, event: SyncLogEntry['event'], now: number): void {
  state.syncLog.add(id, now, { event, counts: null, fault: null, written: 0, renewed: 0, takenBack: 0 });
}

function present(state: WorkspaceState, record: ConnectionRecord): Connection {
  return {
    id: record.id,
    system: record.system,
    name: record.name,
    status: record.status,
    host: record.host,
    writeBack: record.writeBack,
    conflict: record.conflict,
    mapping: record.mapping,
    fault: record.fault && { ...record.fault, at: new Date(record.fault.at).toISOString() },
    tested: record.tested && { ...record.tested, at: new Date(record.tested.at).toISOString() },
    caughtUp: record.caughtUp,
    counts: record.counts,
    totals: record.totals,
    wayBack: {
      waiting: state.wayBack.count(record.id, ['waiting', 'sending']),
      sent: record.sent,
      failed: state.wayBack.count(record.id, ['failed']),
      unknown: state.wayBack.count(record.id, ['unknown']),
    },
    lastRunAt: timeText(record.lastRunAt),
    lastSuccessAt: timeText(record.lastSuccessAt),
    nextRunAt: timeText(record.nextRunAt),
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
  };
}

function timeText(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
