import type { SyncCounts } from '../../../contract/connection.ts';
import type { PulledPage, RemoteRecord, Stream } from '../../connectors/connector.ts';
import { CONNECTORS } from '../../connectors/connectors.ts';
import type { GoesOn } from '../clock/clock.ts';
import { type ConnectionRecord, NOTHING_COUNTED } from '../tables/connections.ts';
import { parts } from '../tables/parts.ts';
import { countOn } from './countOn.ts';
import { noteFault } from './noteFault.ts';
import { takeRecords } from './takeRecords.ts';
import type { ConnectionWorld } from './world.ts';

/** Pages a ring of the clock: the rest waits for the next, so that other jobs have their turn. */
const PAGES_AT_ONCE = 10;
/** Records a transaction: responses come in between. */
const RECORDS_AT_ONCE = 25;
/** How often it is asked what changed. */
const EVERY = 15 * 60_000;

/**
 * Pulls what changed, page by page. A cursor is kept after all that it covers is stored, and the counts with what they
 * count, so whatever happens in between, nothing is lost, and what is read twice changes nothing. A job of the clock.
 *
 * @returns when to go on
 */
export async function syncConnection(world: ConnectionWorld, id: string, now: number): Promise<GoesOn> {
  for (let pages = 0; pages < PAGES_AT_ONCE; pages += 1) {
    const connection = begun(world, id, now);
    if (!connection) return undefined;
    const stream = nextStream(connection);
    if (!stream) return world.write(() => finish(world, connection, now));
    let page: PulledPage;
    try {
      const connector = await world.open(connection);
      const fields = connection.mapping[stream.kind].map(({ field }) => field);
      page = await connector.pull(stream.name, connection.cursors[stream.name] ?? null, fields, now);
    } catch (error) {
      const current = unchanged(world, connection);
      if (current) return world.write(() => noteFault(world.state, current, error, now));
      continue;
    }
    await store(world, connection, stream, page, now);
  }
  return now;
}

/** The connection with its run begun; nothing when it is paused or gone. */
function begun(world: ConnectionWorld, id: string, now: number): ConnectionRecord | undefined {
  const connection = world.state.connections.byId(id);
  if (!connection || connection.status === 'paused') return undefined;
  if (connection.run) return connection;
  const begins = { ...connection, run: { done: [] }, counts: { ...NOTHING_COUNTED }, lastRunAt: now, nextRunAt: null };
  world.write(() => world.state.connections.save(begins));
  return begins;
}

function nextStream({ system, run }: ConnectionRecord): Stream | undefined {
  return CONNECTORS[system].streams.find(({ name }) => !run?.done.includes(name));
}

/** The connection as it is now, unless it was paused, removed or changed since it was asked for what is at hand. */
function unchanged(world: ConnectionWorld, asked: ConnectionRecord): ConnectionRecord | undefined {
  const current = world.state.connections.byId(asked.id);
  return current?.status !== 'paused' && current?.generation === asked.generation ? current : undefined;
}

/** Stores a page; what is left of it is dropped when somebody pauses or changes the connection meanwhile. */
async function store(
  world: ConnectionWorld,
  asked: ConnectionRecord,
  stream: Stream,
  page: PulledPage,
  now: number,
): Promise<void> {
  for (const records of parts(page.records, RECORDS_AT_ONCE)) {
    if (!unchanged(world, asked)) return;
    takeSome(world, asked, stream, records, now);
    // Responses that came in meanwhile are answered first.
    await new Promise((goOn) => setTimeout(goOn, 0));
  }
  const current = unchanged(world, asked);
  if (!current) return;
  const done = current.run?.done ?? [];
  world.write(() =>
    world.state.connections.save({
      ...current,
      cursors: { ...current.cursors, [stream.name]: page.cursor },
      run: { done: page.more ? done : [...done, stream.name] },
      fault: null,
      failures: 0,
      status: 'active',
    }),
  );
}

function takeSome(
  world: ConnectionWorld,
  asked: ConnectionRecord,
  stream: Stream,
  records: readonly RemoteRecord[],
  now: number,
): void {
  const take = (some: readonly RemoteRecord[]) =>
    world.write(() => count(world, asked.id, takeRecords(world.state, asked, stream, some, now)));
  try {
    take(records);
  } catch {
    // One bad record never rejects the others.
    for (const record of records) {
      try {
        take([record]);
      } catch (error) {
        console.error(`a record of ${asked.system} could not be taken in`, error);
        world.write(() => count(world, asked.id, { read: 1, refused: 1 }));
      }
    }
  }
}

function count({ state }: ConnectionWorld, id: string, more: Partial<SyncCounts>): void {
  const current = state.connections.byId(id);
  if (current) state.connections.save({ ...current, counts: countOn(current.counts, more) });
}

/** Ends a run; answers when the next begins. */
function finish({ state }: ConnectionWorld, connection: ConnectionRecord, now: number): number {
  const { counts } = connection;
  const next = now + EVERY;
  state.connections.save({
    ...connection,
    run: null,
    totals: countOn(connection.totals, counts),
    caughtUp: true,
    lastSuccessAt: now,
    nextRunAt: next,
  });
  const [last] = state.syncLog.list(connection.id, Number.MAX_SAFE_INTEGER, 1);
  // One line for all runs on end that found nothing.
  if (last?.entry.event === 'run' && last.entry.counts && isIdle(counts) && isIdle(last.entry.counts)) {
    state.syncLog.removeLast(connection.id);
  }
  state.syncLog.add(connection.id, now, {
    event: 'run',
    counts,
    fault: null,
    written: 0,
    renewed: 0,
    takenBack: 0,
  });
  return next;
}

function isIdle({ read, unchanged, ...rest }: SyncCounts): boolean {
  return Object.values(rest).every((n) => n === 0);
}
