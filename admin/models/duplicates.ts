import { computed, signal } from '@preact/signals';
import type { Contact } from '../../contract/contact.ts';
import type { LinkRun, Suggestion, SuggestionState } from '../../contract/identity.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import { type Chosen, choiceOf } from './identity.ts';
import { hrefWith, navigate, path, query } from './location.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

export const STATES = ['open', 'accepted', 'rejected'] as const satisfies readonly SuggestionState[];

/** Which pairs are listed, as the address says. */
export const state = computed<SuggestionState>(
  () => STATES.find((known) => known === query.value.get('state')) ?? 'open',
);
export const pairs = createResource<Suggestion[]>();
export const counts = signal<Partial<Record<SuggestionState, number>>>({});
export const hasMore = signal(false);
/** The pair that is open: the one the address names, else the first. */
export const chosenPair = computed<Suggestion | null>(() => {
  const listed = pairs.data.value ?? [];
  return listed.find(({ id }) => id === query.value.get('pair')) ?? listed[0] ?? null;
});
/** Both people of the pair that is open. */
export const people = createResource<[Contact, Contact]>();
export const run = createResource<LinkRun>();

const PAGE = 50;
const LOOK_EVERY = 1_500;
let cursor: string | null = null;

export function loadPairs(): Promise<void> {
  return pairs.load(async (signal) => {
    const page = await api.listSuggestions({ state: state.value, limit: PAGE }, signal);
    cursor = page.next;
    hasMore.value = page.next !== null;
    counts.value = page.counts;
    return page.items;
  });
}

export async function loadMorePairs(): Promise<void> {
  const before = pairs.data.value;
  if (cursor === null || !before) return;
  await attempt(async () => {
    const page = await api.listSuggestions({ state: state.value, limit: PAGE, cursor });
    cursor = page.next;
    hasMore.value = page.next !== null;
    pairs.data.value = [...before, ...page.items];
  });
}

export function loadPeople({ a, b }: Suggestion): Promise<void> {
  return people.load((signal) => Promise.all([api.getContact(a.id, signal), api.getContact(b.id, signal)]));
}

export function chooseState(next: SuggestionState): void {
  navigate(hrefWith({ state: next === 'open' ? null : next, pair: null }), { replace: true });
}

export function choosePair(id: string): void {
  navigate(hrefWith({ pair: id }), { replace: true });
}

/** Opens the pair so many places further down, or up. */
export function movePair(by: number): void {
  const listed = pairs.data.value ?? [];
  const at = listed.findIndex(({ id }) => id === chosenPair.value?.id);
  const next = listed[Math.max(0, Math.min(listed.length - 1, at + by))];
  if (next) choosePair(next.id);
}

/** Takes a decided pair off the list; the one after it opens. */
function drop(id: string): void {
  const listed = pairs.data.value ?? [];
  const at = listed.findIndex((pair) => pair.id === id);
  const rest = listed.filter((pair) => pair.id !== id);
  pairs.data.value = rest;
  const next = rest[Math.min(at, rest.length - 1)];
  navigate(hrefWith({ pair: next?.id ?? null }), { replace: true });
}

/** Pairs decided about since the screen was loaded, the latest last. */
let decided: string[] = [];
/** While a decision is on its way nothing else is decided or taken back. */
let deciding = false;

async function decide(pair: Suggestion, call: () => Promise<unknown>, text: string): Promise<boolean> {
  if (deciding) return false;
  deciding = true;
  const done = await attempt(async () => {
    await call();
    decided = [...decided, pair.id];
    drop(pair.id);
    say(text, 'done', { name: t('merge.undo'), run: () => void takeBack(pair.id) });
  });
  deciding = false;
  if (done) await attempt(loadPairs);
  return done;
}

/** The two are one. */
export function accept(pair: Suggestion, survivor: Contact, chosen: Chosen): Promise<boolean> {
  const json = { survivor: survivor.id, choose: choiceOf(chosen, survivor) };
  return decide(pair, () => api.acceptSuggestion(pair.id, json), t('merge.done'));
}

/** The two are two. */
export function reject(pair: Suggestion): Promise<boolean> {
  return decide(pair, () => api.rejectSuggestion(pair.id), t('duplicates.rejected-done'));
}

/** Takes the latest decision back that was made here, and then the one before it. */
export async function undoLast(): Promise<void> {
  const id = decided.at(-1);
  if (id !== undefined && !deciding) await takeBack(id);
}

/** Takes a decision back and opens the pair again. */
async function takeBack(id: string): Promise<void> {
  decided = decided.filter((one) => one !== id);
  // What says it is done stays for some seconds, on whatever screen one is by then.
  const isHere = path.value === '/duplicates';
  if ((await reopen(id)) && isHere) navigate(hrefWith({ state: null, pair: id }), { replace: true });
}

/** Takes back what was decided. */
export function reopen(id: string): Promise<boolean> {
  return attempt(async () => {
    await api.undoSuggestion(id);
    say(t('duplicates.reopened'));
    await loadPairs();
  });
}

/** Reads how far the comparison is, again and again while it runs; returns how to stop. */
export function followRun(): () => void {
  let timer = 0;
  let stopped = false;
  const look = async () => {
    const before = run.data.value?.state;
    await run.load((signal) => api.getLinkRun(signal));
    if (stopped) return;
    if (run.data.value?.state === 'running') timer = window.setTimeout(look, LOOK_EVERY);
    else if (before === 'running') void loadPairs();
  };
  void look();
  restart = () => {
    clearTimeout(timer);
    void look();
  };
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

let restart = () => {};

/** Compares everybody anew. */
export function startRun(): Promise<boolean> {
  return attempt(async () => {
    run.data.value = await api.startLinkRun();
    restart();
  });
}
