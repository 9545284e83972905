import type { OpenConnector } from '../../connectors/connector.ts';
import { ConnectorError } from '../../connectors/connectorError.ts';
import { retryIn } from '../../connectors/retryIn.ts';
import type { GoesOn } from '../clock/clock.ts';
import type { ConnectionRecord } from '../tables/connections.ts';
import type { WayBackRecord } from '../tables/wayBack.ts';
import { logWayBack, type WayBackDone } from './logWayBack.ts';
import { noteFault } from './noteFault.ts';
import { digestOf, noteOf } from './noteOf.ts';
import { mayStand } from './noteWayBack.ts';
import type { ConnectionWorld } from './world.ts';

const AT_ONCE = 20;
/** What may have arrived is looked for after this: their search is a little behind. */
const LOOKED_FOR_AFTER = 60_000;
const TRIES_MAX = 20;

/**
 * Writes responses onto their contacts: each once, also when the answer to a call is lost or the object dies before it is
 * kept. That a note is asked for is kept before it leaves; a row that is found so is looked for there by its marker before
 * anything is written again. A job of the clock.
 *
 * @returns when to go on
 */
export async function sendBack(world: ConnectionWorld, id: string, now: number): Promise<GoesOn> {
  const done: WayBackDone = { written: 0, renewed: 0, takenBack: 0 };
  try {
    return await sendSome(world, id, done, now);
  } finally {
    world.write(() => logWayBack(world.state, id, done, now));
  }
}

async function sendSome(world: ConnectionWorld, id: string, done: WayBackDone, now: number): Promise<GoesOn> {
  for (let n = 0; n < AT_ONCE; n += 1) {
    const { connections, wayBack } = world.state;
    const connection = connections.byId(id);
    if (!connection || connection.status === 'paused') return undefined;
    // Whoever refuses us, or asks for patience, is left alone until the next run.
    const isHeldUp = ['unauthorised', 'not-allowed', 'rate-limited'].includes(connection.fault?.code ?? '');
    if (isHeldUp && connection.nextRunAt !== null && connection.nextRunAt > now) return connection.nextRunAt;
    const row = wayBack.next(id, now);
    if (!row) return wayBack.nextDue(id) ?? undefined;
    try {
      await sendOne(world, connection, row, done, now);
    } catch (error) {
      const goesOn = world.write(() => failed(world, connection, row, error, now));
      if (goesOn !== undefined) return goesOn;
    }
  }
  return now;
}

async function sendOne(
  world: ConnectionWorld,
  connection: ConnectionRecord,
  row: WayBackRecord,
  done: WayBackDone,
  now: number,
): Promise<void> {
  const { state } = world;
  const record = state.responses.bySeq(row.response);
  if (!record) throw new Error('a response’s row is never removed');
  const ids = mayStand(record) ? idsOf(world, connection, record.contact) : [];
  const connector = await world.open(connection);
  let remote = row.remote;
  if (remote === null && row.state === 'sending' && row.remoteContact !== null) {
    remote = await connector.find(noteOf(state, connection, record, row.remoteContact));
    if (remote !== null) keep(world, row, { remote });
  }
  const onTheirs = row.remoteContact !== null && ids.includes(row.remoteContact);
  if (remote !== null && !onTheirs) {
    await connector.remove(remote);
    done.takenBack += 1;
    remote = null;
    keep(world, row, { remote, remoteContact: null, digest: null });
  }
  const target = onTheirs ? row.remoteContact : (ids[0] ?? null);
  if (!mayStand(record)) return settle(world, row, null);
  if (target === null) return settle(world, row, { state: 'unknown', remote: null, remoteContact: null, digest: null });
  const note = noteOf(state, connection, record, target);
  const digest = digestOf(note);
  if (remote === null) {
    remote = await write(world, connector, row, { target, digest, note, now });
    if (remote === null) return;
    done.written += 1;
  } else if (digest !== row.digest) {
    // Somebody there may have thrown it away: that stands.
    if (await connector.renew(remote, note)) done.renewed += 1;
  }
  settle(world, row, { state: 'sent', remote, remoteContact: target, digest });
}

/** Writes a note, unless the connection was paused a moment ago. That it is asked for is kept before it leaves. */
async function write(
  world: ConnectionWorld,
  connector: OpenConnector,
  row: WayBackRecord,
  { target, digest, note, now }: { target: string; digest: string; note: ReturnType<typeof noteOf>; now: number },
): Promise<string | null> {
  if (world.state.connections.byId(row.connection)?.status === 'paused') return null;
  keep(world, row, { state: 'sending', remoteContact: target, digest, due: now + LOOKED_FOR_AFTER });
  return connector.write(note);
}

/** Their ids of whom a leaf belongs to: that leaf's own first, the latest first. */
function idsOf({ state }: ConnectionWorld, { system }: ConnectionRecord, leaf: number): string[] {
  const root = state.contacts.root(leaf);
  if (!root) return [];
  return state.identifiers
    .ofContacts(state.contacts.leaves(root.number))
    .filter((one) => one.kind === 'external' && one.system === system)
    .sort((a, b) => Number(b.contact === leaf) - Number(a.contact === leaf) || b.lastSeen - a.lastSeen)
    .map(({ value }) => value);
}

function keep(world: ConnectionWorld, { connection, response }: WayBackRecord, change: Partial<WayBackRecord>): void {
  world.write(() => {
    const current = world.state.wayBack.find(connection, response);
    if (current) world.state.wayBack.save({ ...current, ...change });
  });
}

/** Ends a row's way, unless the response changed while it was on it. */
function settle(world: ConnectionWorld, row: WayBackRecord, end: Partial<WayBackRecord> | null): void {
  const { connection, response, version } = row;
  world.write(() => {
    const { state } = world;
    const current = state.wayBack.find(connection, response);
    if (!current) return;
    const isLatest = current.version === version;
    if (end === null && isLatest) state.wayBack.remove(connection, response);
    else if (end === null) state.wayBack.save({ ...current, state: 'waiting' });
    else state.wayBack.save({ ...current, ...end, tries: 0, fault: null, ...(isLatest ? {} : { state: 'waiting' }) });
    const known = state.connections.byId(connection);
    if (known && end?.state === 'sent' && row.remote === null)
      state.connections.save({ ...known, sent: known.sent + 1 });
  });
}

/** What follows from a failure; answers when to go on, or nothing where others can go on at once. */
function failed(
  world: ConnectionWorld,
  connection: ConnectionRecord,
  row: WayBackRecord,
  error: unknown,
  now: number,
): GoesOn {
  if (!(error instanceof ConnectorError)) throw error;
  const { state } = world;
  const current = state.wayBack.find(row.connection, row.response);
  const known = state.connections.byId(connection.id);
  if (!current || !known) return undefined;
  const tries = current.tries + 1;
  // What surely was not done is no secret to look for.
  const at = current.state === 'sending' && !error.mayBeDone ? 'waiting' : current.state;
  if (error.code === 'rate-limited') {
    state.wayBack.save({ ...current, state: at });
    return now + (error.retryAfter ?? LOOKED_FOR_AFTER);
  }
  if (error.code === 'unauthorised' || error.code === 'not-allowed') {
    state.wayBack.save({ ...current, state: at });
    return noteFault(state, known, error, now);
  }
  if (!error.isPassing || tries >= TRIES_MAX) {
    state.wayBack.save({ ...current, state: 'failed', tries, fault: error.code });
    return undefined;
  }
  const [byte = 0] = state.random(1);
  const due = now + Math.max(LOOKED_FOR_AFTER, error.retryAfter ?? 0, retryIn(tries, byte / 256));
  state.wayBack.save({ ...current, state: at, tries, due });
  return due;
}
