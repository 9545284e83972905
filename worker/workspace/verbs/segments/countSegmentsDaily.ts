import { needsOf } from '../../../segments/needsOf.ts';
import { addDays, dayBounds, dayOf } from '../../dayBounds.ts';
import type { WorkspaceState } from '../../state.ts';

const MINUTE = 60_000;

/** Has segments that depend on the day looked at anew; answers when the next day begins, if any does. */
export function beginDay(state: WorkspaceState, now: number): number | undefined {
  const relative = state.segments.all().filter(({ rule }) => needsOf([rule]).time);
  if (relative.length === 0) return undefined;
  for (const segment of relative) state.segments.write({ ...segment, looked: 0 });
  state.clock.plan('segments', '', now);
  return nextDay(state, now);
}

/** When the workspace's next day begins. */
export function nextDay(state: WorkspaceState, now: number): number {
  const { timeZone } = state.settings.read();
  return dayBounds(addDays(dayOf(now, timeZone), 1), timeZone).from * MINUTE;
}
