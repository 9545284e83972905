import type { WorkspaceState } from '../state.ts';
import { type ResponseRecord, ROW } from '../tables/responses.ts';

/** A complete answer may still be changed by the finger that gave it. */
const SETTLES_IN = 5_000;
/** One that is not complete is taken as it is after so long without a change. */
const TAKEN_AFTER = 30 * 60_000;

/**
 * Has a response that was given, changed, re-tied or taken back written to every connection. Costs nothing where there is
 * none; an anonymous response costs nothing either, until it turns out whose it is.
 */
export function noteWayBack(state: WorkspaceState, record: ResponseRecord): void {
  for (const connection of state.connections.writers()) {
    const known = state.wayBack.find(connection, record.seq);
    const isOut = record.contact === null || (record.flags & NEVER) !== 0;
    if (isOut && !known) continue;
    const wait = isOut ? 0 : record.flags & ROW.complete ? SETTLES_IN : TAKEN_AFTER;
    const due = record.updatedAt + wait;
    state.wayBack.save({
      connection,
      response: record.seq,
      contact: record.contact,
      // What is on its way may have arrived: that has to be found out before anything else is done.
      state: known?.state === 'sending' ? 'sending' : 'waiting',
      due,
      tries: known?.tries ?? 0,
      version: (known?.version ?? 0) + 1,
      remote: known?.remote ?? null,
      remoteContact: known?.remoteContact ?? null,
      digest: known?.digest ?? null,
      fault: null,
    });
    state.clock.plan('way-back', connection, due);
  }
}

/** Answers that stand nowhere else: tests, and what was brought along from another tool. */
const NEVER = ROW.deleted | ROW.withdrawn | ROW.test | ROW.imported;

/** Whether a response may stand on its contact elsewhere. */
export function mayStand(record: ResponseRecord | undefined): record is ResponseRecord & { contact: number } {
  return record !== undefined && record.contact !== null && (record.flags & NEVER) === 0;
}
