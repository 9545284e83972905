import { isIn } from '../facts/people/people.ts';
import { freshPeople } from './derived/people.ts';
import type { WorkspaceState } from './state.ts';

/** The segments a person (a root) is in now, by id. */
export function segmentsOf(state: WorkspaceState, root: number, now: number): Set<string> {
  const segments = state.segments.all();
  if (segments.length === 0) return new Set();
  freshPeople(state, now);
  const people = state.people.all;
  return new Set(segments.filter(({ place }) => isIn(people, root, place)).map(({ id }) => id));
}
