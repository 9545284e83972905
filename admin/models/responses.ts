import { computed, signal } from '@preact/signals';
import { METRICS } from '../../contract/metric.ts';
import type { ResponseCounts, ResponseSummary } from '../../contract/response.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import { onLive } from './live.ts';
import { hrefWith, navigate, query } from './location.ts';
import { createResource } from './resource.ts';
import { admits, filterKey, filters } from './response-filters.ts';
import { say } from './toast.ts';

const PAGE = 50;

/** The list on screen, newest first. */
export const items = signal<ResponseSummary[]>([]);
/** The filters the list was read for. */
export const itemsKey = signal('');
/** New answers kept back while somebody reads the list. */
export const waiting = signal<ResponseSummary[]>([]);
/** Ids that came in since this screen was opened and have not been read. */
export const unread = signal<ReadonlySet<string>>(new Set());
/** Whether the list is being read: hovered, or scrolled away from its top. */
export const held = signal(false);

const list = createResource<api.Page<ResponseSummary>>();
export const listError = list.error;
export const listLoading = list.loading;
/** Whether a first page has been read at all. */
export const listReady = computed(() => list.data.value !== null);

const counting = createResource<ResponseCounts>();
export const counts = counting.data;
export const countsError = counting.error;

/** What is measured here, as far as it was counted. */
const measured = computed(() =>
  METRICS.filter((metric) => metric !== 'none' && (counts.value?.metric[metric] ?? 0) > 0),
);
/** Whether more than one thing is measured, so that a score alone says little. */
export const hasMetrics = computed(() => measured.value.length > 1 || filters.value.metric.length > 0);
/** The measure whose scores can be chosen: the one that is filtered by, the only one there is, or satisfaction. */
export const metricInForce = computed(() => {
  const [first, ...others] = filters.value.metric.length > 0 ? filters.value.metric : measured.value;
  return (others.length === 0 && METRICS.find((metric) => metric === first && metric !== 'none')) || 'csat';
});

/** The response named in the address, else the first of the list as it was read. */
const pinned = signal<string | null>(null);
export const opened = computed(() => query.value.get('open'));
export const shown = computed(() => opened.value ?? pinned.value);

let cursor: string | null = null;
let more = false;

/** Counts what each filter would leave. */
export function loadCounts(): Promise<void> {
  return counting.load((signal) => api.countResponses(filters.value, signal));
}

/** Reads the list and its counts for the filters in the address. */
export async function loadResponses(): Promise<void> {
  waiting.value = [];
  const asked = filters.value;
  const key = filterKey.value;
  const counted = loadCounts();
  await list.load((signal) => api.listResponses({ ...asked, limit: PAGE }, signal));
  const page = list.data.value;
  if (page && key === filterKey.value && !listLoading.value) {
    items.value = page.items;
    cursor = page.next;
    itemsKey.value = key;
    if (!page.items.some((item) => item.id === pinned.value)) pinned.value = page.items[0]?.id ?? null;
  }
  await counted;
}

/** Reads the next page, once at a time. */
export async function loadMore(): Promise<void> {
  if (cursor === null || more || listLoading.value) return;
  more = true;
  const key = filterKey.value;
  try {
    const page = await api.listResponses({ ...filters.value, cursor, limit: PAGE });
    if (key !== filterKey.value) return;
    const known = new Set(items.value.map((item) => item.id));
    items.value = [...items.value, ...page.items.filter((item) => !known.has(item.id))];
    cursor = page.next;
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    listError.value = error;
  } finally {
    more = false;
  }
}

/** Puts the new answers on top of the list. */
export function showWaiting(): void {
  const known = new Set(items.value.map((item) => item.id));
  items.value = [...waiting.value.filter((item) => !known.has(item.id)), ...items.value];
  waiting.value = [];
}

/** Says whether the list is being read; when it no longer is, what waited comes in. */
export function holdList(reading: boolean): void {
  held.value = reading;
  if (!reading && waiting.value.length > 0) showWaiting();
}

/** Puts a changed response in its place in the list. */
export function replaceResponse(response: ResponseSummary): void {
  const swap = (item: ResponseSummary) => (item.id === response.id ? response : item);
  items.value = items.value.map(swap);
  waiting.value = waiting.value.map(swap);
}

/** Takes a response out of the list. */
export function dropResponse(id: string): void {
  items.value = items.value.filter((item) => item.id !== id);
  waiting.value = waiting.value.filter((item) => item.id !== id);
  if (pinned.value === id) pinned.value = items.value[0]?.id ?? null;
  if (opened.value === id) navigate(hrefWith({ open: null }), { replace: true });
}

/** Opens a response; the address names it. */
export function openResponse(id: string, options: { replace?: boolean } = {}): void {
  if (unread.value.has(id)) unread.value = new Set([...unread.value].filter((other) => other !== id));
  navigate(hrefWith({ open: id }), options);
}

/** Opens the one after (1) or before (−1) the one shown. Resolves to its place in the list. */
export function step(by: 1 | -1): number {
  const at = items.value.findIndex((item) => item.id === shown.value);
  const next = Math.min(items.value.length - 1, Math.max(0, at + by));
  const item = items.value[next];
  if (item) openResponse(item.id, { replace: opened.value !== null });
  if (next > items.value.length - 10) void loadMore();
  return next;
}

let recount = 0;
function countSoon(): void {
  clearTimeout(recount);
  recount = window.setTimeout(loadCounts, 1_500);
}

/** Keeps the list live; returns how to stop. */
export function followResponses(): () => void {
  const stop = onLive((message) => {
    const { response } = message;
    const known =
      items.value.some((item) => item.id === response.id) || waiting.value.some((item) => item.id === response.id);
    if (known) replaceResponse(response);
    else if (message.type === 'response.created' && listReady.value && admits(response)) {
      unread.value = new Set([...unread.value, response.id]);
      waiting.value = [response, ...waiting.value];
      pinned.value ??= response.id;
      if (!held.value) showWaiting();
    }
    countSoon();
  });
  return () => {
    stop();
    clearTimeout(recount);
  };
}

/** Takes every test answer out of the workspace. */
export function removeTests(): Promise<boolean> {
  return attempt(async () => {
    const { deleted } = await api.deleteTests();
    say(t('responses.tests-removed', { n: deleted }));
    navigate(hrefWith({ test: null, open: null }), { replace: true });
    await loadResponses();
  });
}
