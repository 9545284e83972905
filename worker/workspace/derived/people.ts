import { setIn } from '../../facts/people/people.ts';
import { compile, type Test } from '../../segments/compile.ts';
import { needsOf } from '../../segments/needsOf.ts';
import { personsOf } from '../personsOf.ts';
import { meaningAt } from '../segmentMeaning.ts';
import type { WorkspaceState } from '../state.ts';
import type { SegmentRecord } from '../tables/segments.ts';

/** Packs changed contacts anew: their root, their company, their stage, and the segments they are in. */
export function derivePeople(state: WorkspaceState, contacts: readonly number[], now: number): void {
  if (contacts.length === 0) return;
  packPeople(state, contacts, now, true);
  state.people.save();
}

/** So many changed contacts are looked at before a report or a decision; when there are more, the rest is a moment old. */
const FRESH_MAX = 500;

/** Brings what is in memory of people up to date with contacts that changed just now; writes nothing. */
export function freshPeople(state: WorkspaceState, now: number): void {
  const waiting = state.dirty.latest(FRESH_MAX);
  if (waiting.length > 0) packPeople(state, waiting, now, false);
}

function packPeople(state: WorkspaceState, contacts: readonly number[], now: number, writes: boolean): void {
  const { people, peopleTable } = state;
  const found = state.contacts.rootNumbers(contacts);
  const families = state.contacts.families([...new Set(found.values())]);
  const known = peopleTable.known([...families.keys()]);
  const companies = peopleTable.companies(known.flatMap(({ companyFolded }) => companyFolded ?? []));
  const attributes = state.contacts.roots([...families.keys()]);
  const inside = judged(state, families, state.segments.all(), now);
  const none = { company: 0, low: 0, high: 0, stage: 0 };
  // Whom an undone import took away again.
  for (const contact of contacts) if (!found.has(contact)) people.set(contact, { root: 0, ...none });
  for (const { number, companyFolded } of known) {
    for (const leaf of families.get(number) ?? []) if (leaf !== number) people.set(leaf, { root: number, ...none });
    const { low = 0, high = 0 } = inside.get(number) ?? {};
    people.set(number, {
      root: number,
      company: (companyFolded !== null && companies.get(companyFolded)) || 0,
      low,
      high,
      stage: people.stageCode(attributes.get(number)?.attributes['stage'], writes),
    });
  }
}

/** The segments each root is in, as bits. */
export function judged(
  state: WorkspaceState,
  families: ReadonlyMap<number, readonly number[]>,
  segments: readonly Pick<SegmentRecord, 'place' | 'rule'>[],
  now: number,
): Map<number, { low: number; high: number }> {
  const found = new Map<number, { low: number; high: number }>();
  if (segments.length === 0) return found;
  const meaning = meaningAt(state, now);
  const tests = segments.map(({ place, rule }): [number, Test] => [place, compile(rule, meaning)]);
  const persons = personsOf(state, families, needsOf(segments.map(({ rule }) => rule)));
  for (const [root, person] of persons) {
    const bits = { low: 0, high: 0 };
    for (const [place, test] of tests) {
      if (!test(person)) continue;
      const column = place < 32 ? 'low' : 'high';
      bits[column] = (bits[column] | (1 << (place & 31))) >>> 0;
    }
    found.set(root, bits);
  }
  return found;
}

/** So many people are looked at in one go when segments are counted. */
export const PEOPLE_AT_ONCE = 2_500;

/**
 * Looks at some more people for the segments that changed, or whose day has.
 *
 * @returns whether there are more
 */
export function countSegments(state: WorkspaceState, now: number): boolean {
  const due = state.segments.all().filter(({ looked }) => looked !== null);
  if (due.length === 0) return false;
  const from = due.reduce((least, { looked }) => Math.min(least, looked ?? least), Number.MAX_SAFE_INTEGER);
  const roots = state.peopleTable.rootsAfter(from, PEOPLE_AT_ONCE);
  const bits = judged(state, state.contacts.families(roots), due, now);
  const { all } = state.people;
  for (const root of roots) {
    const { low = 0, high = 0 } = bits.get(root) ?? {};
    // Whom the clock has not packed yet is judged when it does.
    if (all.root[root] !== root) continue;
    for (const { place } of due) {
      const column = place < 32 ? low : high;
      setIn(all, root, place, (column & (1 << (place & 31))) !== 0);
    }
    state.people.changed(root);
  }
  state.people.save();
  const last = roots.length === PEOPLE_AT_ONCE ? (roots.at(-1) ?? null) : null;
  for (const segment of due) {
    // Whoever is further already has nothing to lose by being looked at again.
    const looked = last === null ? null : Math.max(segment.looked ?? 0, last);
    state.segments.write({ ...segment, looked, countedAt: looked === null ? now : segment.countedAt });
  }
  return last !== null;
}
