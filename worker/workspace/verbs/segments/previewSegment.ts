import type { SegmentFields, SegmentPreview, SegmentRule } from '../../../../contract/segment.ts';
import { maskAttributes } from '../../../identity/maskAttributes.ts';
import { isoDay } from '../../../segments/isoDay.ts';
import { numberOf } from '../../../segments/numberOf.ts';
import { freshPeople, judged } from '../../derived/people.ts';
import type { WorkspaceState } from '../../state.ts';
import { parts } from '../../tables/parts.ts';

/** So many people at most are looked at while somebody writes a rule: more are counted from an even sample. */
const LOOKED_MAX = 10_000;
const AT_ONCE = 2_500;
const SHOWN = 5;
/** So many people tell which attributes there are. */
const FIELDS_FROM = 1_000;
const VALUES_SHOWN = 20;
const NAMES_SHOWN = 200;

/** Who a rule would cover now: counted exactly up to some thousand people, from an even sample beyond. */
export function previewSegment(state: WorkspaceState, input: { rule: SegmentRule; now: number }): SegmentPreview {
  const { rule, now } = input;
  freshPeople(state, now);
  const roots = everyRoot(state);
  const looked = evenly(roots, LOOKED_MAX);
  const inside: number[] = [];
  let count = 0;
  for (const some of parts(looked, AT_ONCE)) {
    for (const [root, { low }] of judged(state, state.contacts.families(some), [{ place: 0, rule }], now)) {
      if (low === 0) continue;
      count += 1;
      if (inside.length < SHOWN) inside.push(root);
    }
  }
  return {
    count,
    looked: looked.length,
    of: roots.length,
    people: state.contacts
      .byNumbers(inside)
      .flatMap(({ number }) => state.contacts.root(number) ?? [])
      .map(({ id, name, company }) => ({ id, name, company })),
  };
}

/** What conditions may speak of here, as a sample of the people has it. Values that would name somebody are left out. */
export function segmentFields(state: WorkspaceState, now: number): SegmentFields {
  freshPeople(state, now);
  const roots = evenly(everyRoot(state), FIELDS_FROM);
  const leaves = [...state.contacts.families(roots).values()].flat();
  const values = new Map<string, Map<string, number>>();
  for (const { attributes } of state.contacts.roots(roots).values()) {
    for (const [name, value] of Object.entries(attributes)) {
      const counts = values.get(name) ?? new Map<string, number>();
      values.set(name, counts);
      counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    }
  }
  const times = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
  return {
    attributes: [...values]
      .sort((a, b) => times(b[1]) - times(a[1]) || (a[0] < b[0] ? -1 : 1))
      .slice(0, NAMES_SHOWN)
      .map(([name, counts]) => ({ name, type: typeOf([...counts.keys()]), values: common(counts) })),
    systems: [...new Set(state.peopleTable.identifierKinds(leaves).map(({ system }) => system))].filter(Boolean).sort(),
    sources: [...new Set(state.peopleTable.sources(leaves).values())].sort().slice(0, NAMES_SHOWN),
    events: [...new Set(state.peopleTable.events(leaves).map(({ name }) => name))].sort().slice(0, NAMES_SHOWN),
  };
}

function everyRoot(state: WorkspaceState): number[] {
  const { size, root } = state.people.all;
  const roots: number[] = [];
  for (let number = 1; number < size; number += 1) if (root[number] === number) roots.push(number);
  return roots;
}

/** At most `most` of them, evenly spread. */
function evenly(numbers: readonly number[], most: number): number[] {
  if (numbers.length <= most) return [...numbers];
  return Array.from({ length: most }, (_, at) => numbers[Math.floor((at * numbers.length) / most)] ?? 0);
}

function typeOf(values: readonly string[]): SegmentFields['attributes'][number]['type'] {
  if (values.every((value) => isoDay(value) !== null)) return 'date';
  return values.every((value) => numberOf(value) !== null) ? 'number' : 'text';
}

function common(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .filter(([value]) => value !== '' && value.length <= 200 && maskAttributes({ value })['value'] === value)
    .sort((a, b) => b[1] - a[1])
    .slice(0, VALUES_SHOWN)
    .map(([value]) => value);
}
