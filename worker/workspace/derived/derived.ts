import type { GoesOn } from '../clock/clock.ts';
import { rethinkWayBack } from '../connections/rethinkWayBack.ts';
import { LINK_AFTER } from '../linkage/runLink.ts';
import type { WorkspaceState } from '../state.ts';
import { FEW, linkChanged } from './linkChanged.ts';
import { derivePeople } from './people.ts';
import { searchIndex } from './searchIndex.ts';

/** Brings what it derives from contacts up to date with these (leaves), which were changed or made or merged. */
export type Derive = (state: WorkspaceState, contacts: readonly number[], now: number) => void;

/** Everything that is derived from contacts. Each must stand being told of the same contact again. */
const DERIVED: readonly Derive[] = [searchIndex, derivePeople, rethinkWayBack, linkChanged];

const AT_ONCE = 25;
/** So few when each is compared with others, which is dear where there are many people. */
const COMPARED_AT_ONCE = 5;

/** Brings what is derived from these contacts up to date at once; ones that are gone are taken out of it. */
export function derive(state: WorkspaceState, contacts: readonly number[], now: number): void {
  for (const bringUpToDate of DERIVED) bringUpToDate(state, contacts, now);
}

/**
 * Brings what is derived from some changed contacts up to date.
 *
 * @returns when to go on, if there are more
 */
export function deriveSome(state: WorkspaceState, now: number): GoesOn {
  const waiting = state.dirty.some(FEW + 1);
  // Before any of them is derived from, so that none is compared on its own.
  if (waiting.length > FEW) state.clock.plan('link', 'again', now + LINK_AFTER);
  const contacts = waiting.slice(0, state.clock.isPlanned('link', 'again') ? AT_ONCE : COMPARED_AT_ONCE);
  derive(state, contacts, now);
  return state.derived(contacts) ? undefined : now;
}
