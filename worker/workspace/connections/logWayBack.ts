import type { WorkspaceState } from '../state.ts';

export interface WayBackDone {
  written: number;
  renewed: number;
  takenBack: number;
}

const HOUR = 3_600_000;

/** Adds what was sent to the log: one line for what was sent within an hour with nothing else between. */
export function logWayBack(state: WorkspaceState, id: string, done: WayBackDone, now: number): void {
  if (done.written + done.renewed + done.takenBack === 0 || !state.connections.byId(id)) return;
  const [last] = state.syncLog.list(id, Number.MAX_SAFE_INTEGER, 1);
  const before = last?.entry.event === 'way-back' && now - last.at < HOUR ? last.entry : null;
  if (before) state.syncLog.removeLast(id);
  state.syncLog.add(id, now, {
    event: 'way-back',
    counts: null,
    fault: null,
    written: done.written + (before?.written ?? 0),
    renewed: done.renewed + (before?.renewed ?? 0),
    takenBack: done.takenBack + (before?.takenBack ?? 0),
  });
}
