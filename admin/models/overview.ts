import { computed, signal } from '@preact/signals';
import type { Overview } from '../../contract/report.ts';
import type { ResponseSummary } from '../../contract/response.ts';
import * as api from '../api.ts';
import { onLive } from './live.ts';
import { query } from './location.ts';
import { period } from './period.ts';
import { createResource } from './resource.ts';
import { responsesHref } from './response-filters.ts';

/** The figures of the period on screen. */
export const overview = createResource<Overview>();
/** The latest answers of whom the figures are of, newest first, whatever the period. */
export const latest = createResource<ResponseSummary[]>();
/** Ids that came in while the screen was open, to be seen arriving. */
export const arrived = signal<ReadonlySet<string>>(new Set());

const LATEST = 12;
/** Figures are read again at most this often, in milliseconds, however many answers arrive. */
const REFRESH = 4_000;

/** The segment whose people the figures are of, as the address says; empty: everybody's. */
export const narrowedTo = computed(() => query.value.get('segment') ?? '');

/** Where the answers behind a figure are listed: of the same people in the same period. */
export function answersHref(narrowed: Parameters<typeof responsesHref>[0] = {}): string {
  const segment = narrowedTo.value;
  return responsesHref({ ...(segment ? { segment } : {}), ...narrowed });
}

/** Reads the figures of the period in the address. */
export function loadOverview(): Promise<void> {
  const { from, to } = period.value;
  const segment = narrowedTo.value;
  return overview.load((abort) => api.getOverview({ from, to, segment }, abort));
}

/** Whose answers the latest on screen are. */
let latestOf = '';

/** Reads the latest answers. Somebody else's are not left standing meanwhile. */
export function loadLatest(): Promise<void> {
  const segment = narrowedTo.value;
  if (segment !== latestOf) latest.clear();
  latestOf = segment;
  const narrowed = segment ? { segment: [segment] } : {};
  return latest.load(async (abort) => (await api.listResponses({ ...narrowed, limit: LATEST }, abort)).items);
}

/** Reads them again and shows what is new among them as arriving. */
async function readLatestAgain(): Promise<void> {
  const before = latest.data.value;
  await loadLatest();
  const known = new Set(before?.map(({ id }) => id));
  const more = latest.data.value?.filter(({ id }) => !known.has(id)) ?? [];
  if (before && more.length > 0) arrived.value = new Set([...arrived.value, ...more.map(({ id }) => id)]);
}

/** Lets answers appear, and figures follow, as they arrive; returns how to stop. */
export function followOverview(): () => void {
  let timer = 0;
  const stop = onLive((message) => {
    const { response } = message;
    const before = latest.data.value ?? [];
    const narrowed = narrowedTo.value !== '';
    // Who is in a segment the server knows: what comes is looked for with the figures.
    if (message.type === 'response.created' && !narrowed && !before.some((item) => item.id === response.id)) {
      latest.data.value = [response, ...before].slice(0, LATEST);
      arrived.value = new Set([...arrived.value, response.id]);
    } else latest.data.value = before.map((item) => (item.id === response.id ? response : item));
    timer ||= window.setTimeout(() => {
      timer = 0;
      void loadOverview();
      if (narrowedTo.value !== '') void readLatestAgain();
    }, REFRESH);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
