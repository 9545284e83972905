import { TRUSTS } from '../../contract/metric.ts';
import { DISPLAY_METRIC, FLAG, NO_SCORE } from '../facts/fact.ts';
import { type Block, select } from '../facts/scan.ts';
import type { Needs } from '../segments/needsOf.ts';
import type { Done, Heard, Person } from '../segments/person.ts';
import { dayOf } from './dayBounds.ts';
import type { WorkspaceState } from './state.ts';

const CLAIMED = TRUSTS.indexOf('claimed');
const MINUTE = 60_000;
const FOREVER = 0xffff_ffff;

/** A person as segments see them, while being put together. */
interface Gathered extends Person {
  sources: string[];
  identifiers: { kind: string; system: string }[];
  displays: Done[];
  heard: Heard[];
  events: { minute: number; name: string }[];
  consents: string[];
}

/**
 * People by root number as segments see them, with as much of them as is needed. What happened is read from the facts, in
 * one pass over each stream however many people there are.
 */
export function personsOf(
  state: WorkspaceState,
  families: ReadonlyMap<number, readonly number[]>,
  needs: Needs,
): Map<number, Person> {
  const roots = [...families.keys()];
  const leaves = [...families.values()].flat();
  const rootOf = new Map<number, number>();
  for (const [root, family] of families) for (const leaf of family) rootOf.set(leaf, root);
  const { timeZone } = state.settings.read();
  const attributes = state.contacts.roots(roots);
  const persons = new Map<number, Gathered>();
  for (const { number, companyFolded, createdAt } of state.peopleTable.known(roots)) {
    persons.set(number, {
      attributes: attributes.get(number)?.attributes ?? {},
      company: companyFolded,
      sources: [],
      added: dayOf(createdAt, timeZone),
      identifiers: [],
      displays: [],
      heard: [],
      events: [],
      never: false,
      consents: [],
    });
  }
  const of = (leaf: number) => persons.get(rootOf.get(leaf) ?? 0);
  for (const [leaf, source] of state.peopleTable.sources(leaves)) of(leaf)?.sources.push(source);
  if (needs.identifiers) {
    for (const { contact, kind, system } of state.peopleTable.identifierKinds(leaves)) {
      of(contact)?.identifiers.push({ kind, system });
    }
  }
  if (needs.heard) gatherHeard(state, state.peopleTable.answered(leaves), of);
  if (needs.displays) gatherDisplays(state, leaves, of);
  if (needs.events) {
    for (const { contact, at, name } of state.peopleTable.events(leaves)) {
      of(contact)?.events.push({ minute: Math.floor(at / MINUTE), name });
    }
  }
  if (needs.never) {
    for (const leaf of state.peopleTable.unasked(leaves)) {
      const person = of(leaf);
      if (person) person.never = true;
    }
  }
  if (needs.consents) {
    // Newest first, and the latest record of a purpose holds, whichever leaf it came to.
    const decided = new Set<string>();
    for (const { contact, purpose, state: given } of state.consents.ofContacts(leaves)) {
      const key = `${rootOf.get(contact)} ${purpose}`;
      if (decided.has(key)) continue;
      decided.add(key);
      if (given === 'given') of(contact)?.consents.push(purpose);
    }
  }
  return persons;
}

type Of = (leaf: number) => Gathered | undefined;

function gatherHeard(state: WorkspaceState, leaves: readonly number[], of: Of): void {
  if (leaves.length === 0) return;
  const blocks = state.responseFacts.all(['time', 'figure', 'who']) as Iterable<Block>;
  select(blocks, { people: maskOfLeaves(leaves), secondary: true }, ['time', 'who'], (columns, keep) => {
    const { contact, minute, survey, touchpoint, metric, score, trust, flags, seq } = columns;
    for (let i = 0; i < keep.length; i += 1) {
      if (keep[i] === 0 || metric[i] === DISPLAY_METRIC || trust[i] === CLAIMED) continue;
      of(contact[i] ?? 0)?.heard.push({
        minute: minute[i] ?? 0,
        survey: survey[i] ?? 0,
        touchpoint: touchpoint[i] ?? 0,
        seq: seq[i] ?? 0,
        metric: metric[i] ?? 0,
        score: score[i] === NO_SCORE ? null : (score[i] ?? null),
        secondary: ((flags[i] ?? 0) & FLAG.secondary) !== 0,
      });
    }
  });
}

function gatherDisplays(state: WorkspaceState, leaves: readonly number[], of: Of): void {
  const blocks = state.displayFacts.read(0, FOREVER, ['time', 'figure', 'who']) as Iterable<Block>;
  select(blocks, { people: maskOfLeaves(leaves) }, ['time', 'who'], ({ contact, minute, survey, touchpoint }, keep) => {
    for (let i = 0; i < keep.length; i += 1) {
      if (keep[i] === 0) continue;
      of(contact[i] ?? 0)?.displays.push({
        minute: minute[i] ?? 0,
        survey: survey[i] ?? 0,
        touchpoint: touchpoint[i] ?? 0,
      });
    }
  });
}

function maskOfLeaves(leaves: readonly number[]): Uint8Array {
  const mask = new Uint8Array(leaves.reduce((most, leaf) => Math.max(most, leaf), 0) + 1);
  for (const leaf of leaves) mask[leaf] = 1;
  return mask;
}
