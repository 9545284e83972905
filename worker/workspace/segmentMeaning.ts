import type { Meaning } from '../segments/compile.ts';
import { dayOf } from './dayBounds.ts';
import type { WorkspaceState } from './state.ts';

/** What the names and times in a rule mean in this workspace at a moment. */
export function meaningAt(state: WorkspaceState, now: number): Meaning {
  return {
    today: dayOf(now, state.settings.read().timeZone),
    minute: Math.floor(now / 60_000),
    survey: (id) => state.surveys.byId(id)?.number,
    touchpoint: (id) => state.journey.byId(id)?.number,
  };
}
