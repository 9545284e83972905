import { computed } from '@preact/signals';
import type {
  Connection,
  ConnectionCreate,
  ConnectionEdit,
  ConnectionFault,
  ConnectionFields,
  SyncLogEntry,
} from '../../contract/connection.ts';
import * as api from '../api.ts';
import { type PlainKey, t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { hrefWith, navigate, query } from './location.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

/** The workspace's connections to customer systems. */
export const connections = createResource<Connection[]>();
/** What the connection shown did. */
export const connectionLog = createResource<SyncLogEntry[]>();
/** Their fields, for the mapping of the connection shown. */
export const connectionFields = createResource<ConnectionFields>();

/** The connection the address names, else the first. */
export const connection = computed(() => {
  const all = connections.data.value ?? [];
  const id = query.value.get('connection');
  return all.find((one) => one.id === id) ?? all[0] ?? null;
});

/** Whether something is being read right now, so that figures on screen are growing. */
export const isReading = computed(() => (connections.data.value ?? []).some(reads));

/** Whether a connection is in the middle of a run. */
export function reads({ status, nextRunAt, lastRunAt, lastSuccessAt }: Connection): boolean {
  if (status === 'paused') return false;
  return nextRunAt === null || (lastRunAt !== null && lastRunAt > (lastSuccessAt ?? '') && nextRunAt <= lastRunAt);
}

/** How a connection is, in a word. */
export function statusKey(one: Connection): PlainKey {
  if (one.status === 'paused' && one.lastRunAt === null) return 'connection.status-new';
  return one.status === 'active' && reads(one) ? 'connection.status-reading' : `connection.status-${one.status}`;
}

type Fault = NonNullable<Connection['fault']>;

/** What is wrong, as the last run or a later test said; what a later test of one that does not run refuted is over. */
export function faultOf({ status, fault, tested }: Connection): Pick<Fault, 'code' | 'detail'> | null {
  if (!tested || (fault && fault.at > tested.at)) return fault;
  return tested.fault ?? (status === 'paused' ? null : fault);
}

/** What is wrong, and what to do about it. */
export function faultKey(code: ConnectionFault): PlainKey {
  return `connection.fault-${code}`;
}

export function loadConnections(): Promise<void> {
  return connections.load(async (abort) => (await api.listConnections(abort)).items);
}

/** Reads what belongs to the one that is shown. */
export function loadConnectionLog(id: string): Promise<void> {
  return connectionLog.load(async (abort) => (await api.getConnectionLog(id, abort)).items);
}

export function loadConnectionFields(id: string): Promise<void> {
  connectionFields.clear();
  return connectionFields.load((abort) => api.getConnectionFields(id, abort));
}

/** Connects a system, and says whether it works; it runs from then on when it does. */
export function addConnection(wanted: ConnectionCreate, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    const made = await api.createConnection(wanted);
    connections.data.value = [...(connections.data.value ?? []), made];
    navigate(hrefWith({ connection: made.id }));
    await start(made.id);
  }, faults);
}

export function saveConnection(id: string, edit: ConnectionEdit, faults: Faults, done: PlainKey): Promise<boolean> {
  return attempt(async () => {
    keep(await api.editConnection(id, edit));
    say(t(done));
  }, faults);
}

/** Tries a connection and says what came of it. */
export function testConnection(id: string): Promise<boolean> {
  return attempt(async () => {
    await tryOut(id);
  });
}

export function pauseConnection(id: string): Promise<boolean> {
  return attempt(async () => {
    keep(await api.pauseConnection(id));
    say(t('connection.paused'));
  });
}

/** Has a connection run, once a test has passed. */
export function resumeConnection(id: string): Promise<boolean> {
  return attempt(async () => {
    if (await start(id)) say(t('connection.resumed'));
  });
}

export function runConnection(id: string, full: boolean): Promise<boolean> {
  return attempt(async () => {
    keep(await api.runConnection(id, full));
    say(t('connection.running'));
  });
}

export function removeConnection(id: string): Promise<boolean> {
  return attempt(async () => {
    await api.deleteConnection(id);
    connections.data.value = (connections.data.value ?? []).filter((one) => one.id !== id);
    navigate(hrefWith({ connection: null }), { replace: true });
    say(t('connection.removed'));
  });
}

async function start(id: string): Promise<boolean> {
  if (!(await tryOut(id))) return false;
  keep(await api.resumeConnection(id));
  return true;
}

async function tryOut(id: string): Promise<boolean> {
  const said = await api.testConnection(id);
  await loadConnections();
  if (said.ok) say(t('connection.test-good', { account: said.account }));
  return said.ok;
}

function keep(changed: Connection): void {
  connections.data.value = (connections.data.value ?? []).map((one) => (one.id === changed.id ? changed : one));
}
