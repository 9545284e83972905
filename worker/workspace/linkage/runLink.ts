import type { LinkRun } from '../../../contract/identity.ts';
import { blockingKeys } from '../../identity/linkage/blockingKeys.ts';
import { estimate } from '../../identity/linkage/estimate.ts';
import { isSampled } from '../../identity/linkage/learn.ts';
import type { Linkable } from '../../identity/linkage/linkable.ts';
import { firstModel, type LinkModel } from '../../identity/linkage/model.ts';
import { SHOWN_FROM, score } from '../../identity/linkage/score.ts';
import type { GoesOn } from '../clock/clock.ts';
import type { WorkspaceState } from '../state.ts';
import { suggest } from '../verbs/identity/suggest.ts';
import { linkables } from './linkables.ts';
import { Linkage } from './linkage.ts';

/** A chunk of each step: some tens of milliseconds, and then whatever came in meanwhile has its turn. */
const KEYS_AT_ONCE = 400;
const RANDOM_ROWS_AT_ONCE = 25;
const COMPARED_AT_ONCE = 80;
/** People whose blocks the model is learnt from: more teach nothing new. */
const LEARNT_FROM = 4_000;
/** How long a change waits for others before everybody is compared anew. */
export const LINK_AFTER = 10 * 60_000;

/** How far a run is, as it is kept. */
interface RunRecord {
  step: 'keys' | 'learn' | 'compare' | 'done';
  /** How many people were compared, of how many. */
  place: number;
  total: number;
  pairs: number;
  found: number;
  startedAt: number;
  finishedAt: number | null;
}

/** Begins to compare everybody with everybody who shares a key, unless that is going on. */
export function startLink(state: WorkspaceState, now: number): LinkRun {
  const run = state.link.read<RunRecord>('run');
  if (!run || run.step === 'done') {
    state.linkage = null;
    state.link.write('run', {
      step: 'keys',
      place: 0,
      total: state.contacts.count(),
      pairs: 0,
      found: 0,
      startedAt: now,
      finishedAt: null,
    } satisfies RunRecord);
    state.clock.plan('link', 'run', now);
  }
  return linkRun(state);
}

/** How far the comparison of everybody is. */
export function linkRun(state: WorkspaceState): LinkRun {
  const run = state.link.read<RunRecord>('run');
  if (!run) {
    const none = { done: 0, total: 0, pairs: 0, found: 0, startedAt: null, finishedAt: null };
    return { state: 'never', step: null, ...none };
  }
  const { step, place, total, pairs, found } = run;
  // Keys are taken of everybody first and then everybody is compared: two halves of one bar.
  const keyed = step === 'keys' ? (state.linkage?.blocks.people.length ?? 0) : total;
  return {
    state: step === 'done' ? 'done' : 'running',
    step: step === 'done' ? null : step,
    done: keyed + place,
    total: 2 * total,
    pairs,
    found,
    startedAt: new Date(run.startedAt).toISOString(),
    finishedAt: run.finishedAt === null ? null : new Date(run.finishedAt).toISOString(),
  };
}

/**
 * Does a chunk of a run, or begins one (`again`: because contacts changed).
 *
 * @returns when to go on
 */
export function goOnLinking(state: WorkspaceState, key: string, now: number): GoesOn {
  if (key === 'again') {
    const isRunning = state.link.read<RunRecord>('run')?.step !== 'done';
    if (isRunning && state.link.read<RunRecord>('run')) return now + LINK_AFTER;
    startLink(state, now);
    return undefined;
  }
  const run = state.link.read<RunRecord>('run');
  if (!run || run.step === 'done') return undefined;
  if (!state.linkage) {
    state.linkage = new Linkage();
    // What another instance had found cannot be told from what is out of date.
    if (run.place > 0) state.linkage.confirmed = null;
    run.step = 'keys';
  }
  if (run.step === 'keys') takeKeys(state, state.linkage, run);
  else if (run.step === 'learn') learnSome(state, state.linkage, run);
  else compareSome(state, state.linkage, run, now);
  state.link.write('run', run);
  // Read anew: the step has moved on inside.
  return (run.step as RunRecord['step']) === 'done' ? undefined : now;
}

function takeKeys(state: WorkspaceState, linkage: Linkage, run: RunRecord): void {
  const roots = state.contacts.rootsAfter(linkage.after, KEYS_AT_ONCE);
  for (const person of linkables(state, roots)) {
    linkage.blocks.add(person.number, blockingKeys(person));
    linkage.frequencies.add(person);
    linkage.sample.add(person);
  }
  linkage.after = roots.at(-1)?.number ?? linkage.after;
  if (roots.length === KEYS_AT_ONCE) return;
  linkage.blocks.close();
  run.total = linkage.blocks.people.length;
  run.step = 'learn';
}

function learnSome(state: WorkspaceState, linkage: Linkage, run: RunRecord): void {
  const { picked } = linkage;
  const { people } = linkage.blocks;
  if (linkage.row < picked.length) {
    const end = Math.min(picked.length, linkage.row + RANDOM_ROWS_AT_ONCE);
    for (; linkage.row < end; linkage.row++) {
      const a = picked[linkage.row];
      for (let other = linkage.row + 1; a && other < picked.length; other++) {
        const b = picked[other];
        if (b) linkage.random.add(a, b);
      }
    }
    return;
  }
  const part = Math.min(1, LEARNT_FROM / Math.max(1, people.length));
  const places: number[] = [];
  while (linkage.place < people.length && places.length < COMPARED_AT_ONCE) {
    if (isSampled(people[linkage.place] ?? 0, part)) places.push(linkage.place);
    linkage.place += 1;
  }
  for (const [a, b] of pairsAt(state, linkage, places)) linkage.blocked.add(a, b);
  if (linkage.place < people.length) return;
  const model = estimate(linkage.random.counts, linkage.blocked.counts, people.length, part);
  state.link.write('model', model);
  run.step = 'compare';
}

function compareSome(state: WorkspaceState, linkage: Linkage, run: RunRecord, now: number): void {
  const { people } = linkage.blocks;
  const model = modelOf(state, people.length);
  const end = Math.min(people.length, run.place + COMPARED_AT_ONCE);
  const places = Array.from({ length: end - run.place }, (_, index) => run.place + index);
  for (const [a, b] of pairsAt(state, linkage, places)) {
    run.pairs += 1;
    const scored = score(a, b, model, linkage.frequencies.count);
    if (scored.probability < SHOWN_FROM) continue;
    const number = suggest(state, a.number, b.number, { kind: 'score', ...scored }, now);
    if (number === null) continue;
    run.found += 1;
    linkage.confirmed?.add(number);
  }
  run.place = end;
  if (end < people.length) return;
  if (weighOthers(state, linkage, model, now)) return;
  withdrawOthers(state, linkage);
  run.step = 'done';
  run.finishedAt = now;
  // The blocks are large; what is common is small, and what comes in next is weighed by it.
  state.linkage = null;
}

/** Pairs of the people at some places with whoever shares a key with them and comes after them. */
function* pairsAt(state: WorkspaceState, linkage: Linkage, places: readonly number[]): Generator<[Linkable, Linkable]> {
  const { people } = linkage.blocks;
  const partners = places.map((place) => linkage.blocks.partners(place));
  const wanted = new Set(places.flatMap((place, index) => [people[place] ?? 0, ...(partners[index] ?? [])]));
  const known = new Map(
    linkables(state, state.contacts.byNumbers([...wanted])).map((person) => [person.number, person]),
  );
  for (const [index, place] of places.entries()) {
    const a = known.get(people[place] ?? 0);
    for (const partner of partners[index] ?? []) {
      const b = known.get(partner);
      if (a && b) yield [a, b];
    }
  }
}

/**
 * Scores open pairs that are on the list for another reason, as a shared address, and that are not likely enough to be
 * found: one list, in one order. Answers whether there may be more.
 */
function weighOthers(state: WorkspaceState, linkage: Linkage, model: LinkModel, now: number): boolean {
  const open = state.suggestions.openAfter(linkage.weighed, COMPARED_AT_ONCE);
  const others = open.filter(
    ({ number, evidence }) => !linkage.confirmed?.has(number) && evidence.some(({ kind }) => kind !== 'score'),
  );
  const roots = state.contacts.rootNumbers(others.flatMap(({ a, b }) => [a, b]));
  const people = linkables(state, state.contacts.byNumbers([...new Set(roots.values())]));
  const known = new Map(people.map((person) => [person.number, person]));
  for (const pair of others) {
    const [a, b] = [known.get(roots.get(pair.a) ?? 0), known.get(roots.get(pair.b) ?? 0)];
    if (!a || !b || a === b) continue;
    const scored = score(a, b, model, linkage.frequencies.count);
    suggest(state, a.number, b.number, { kind: 'score', ...scored }, now);
  }
  linkage.weighed = open.at(-1)?.number ?? linkage.weighed;
  return open.length === COMPARED_AT_ONCE;
}

/** Open pairs that nothing but an earlier score speaks for are taken off the list. */
function withdrawOthers(state: WorkspaceState, { confirmed }: Linkage): void {
  if (!confirmed) return;
  const stale: number[] = [];
  for (let skip = 0, more = true; more; skip += 200) {
    const rows = state.suggestions.list('open', skip, 200);
    more = rows.length === 200;
    for (const { number, evidence } of rows) {
      if (!confirmed.has(number) && evidence.every(({ kind }) => kind === 'score')) stale.push(number);
    }
  }
  for (const number of stale) state.suggestions.withdraw(number);
}

/** What was learnt last; before that, what is believed. */
export function modelOf(state: WorkspaceState, people: number): LinkModel {
  return state.link.read<LinkModel>('model') ?? firstModel(people);
}
