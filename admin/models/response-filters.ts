import { computed } from '@preact/signals';
import type { Metric } from '../../contract/metric.ts';
import type { ResponseSummary } from '../../contract/response.ts';
import { foldText } from '../../worker/identity/foldText.ts';
import type { ResponseFilters } from '../api.ts';
import { dayOf } from '../format/day.ts';
import { hrefWith, query } from './location.ts';
import { period, periodQuery } from './period.ts';
import { regional } from './regional.ts';

export const LIST_FILTERS = ['metric', 'score', 'trust', 'touchpoint', 'survey', 'language', 'site'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** Answers given while trying things out: left out unless somebody asks for them. */
export const TESTS = ['include', 'only'] as const;

function chosen(name: ListFilter): string[] {
  return query.value.get(name)?.split(',').filter(Boolean) ?? [];
}

/** The filters in the address, with the period. */
export const filters = computed(() => {
  const { from, to } = period.value;
  const result = {
    metric: chosen('metric'),
    score: chosen('score'),
    trust: chosen('trust'),
    touchpoint: chosen('touchpoint'),
    survey: chosen('survey'),
    language: chosen('language'),
    site: chosen('site'),
    contact: query.value.get('contact') ?? '',
    segment: query.value.get('segment')?.split(',').filter(Boolean) ?? [],
    company: query.value.get('company') ?? '',
    q: query.value.get('q') ?? '',
    test: TESTS.find((known) => known === query.value.get('test')) ?? ('' as const),
    from,
    to,
  };
  return result satisfies ResponseFilters;
});

/** The same by value: other parts of the address may change without the list becoming another one. */
export const filterKey = computed(() => JSON.stringify(filters.value));

/** Whether anything but the period narrows the list. */
export const filtered = computed(
  () =>
    LIST_FILTERS.some((name) => filters.value[name].length > 0) ||
    filters.value.q !== '' ||
    filters.value.test !== '' ||
    filters.value.contact !== '' ||
    filters.value.segment.length > 0 ||
    filters.value.company !== '',
);

/** Where the list is shown with one choice of a filter turned over. What is open is closed: it may not be in the list. */
export function toggleHref(name: ListFilter, value: string): string {
  const before = filters.value[name];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value].sort();
  return hrefWith({ [name]: after.join(','), open: null });
}

/**
 * Where a score is turned over. A number means nothing without its measure, so that the address names that too, where
 * there are several.
 */
export function scoreHref(metric: Metric, value: string, isOnly: boolean): string {
  const same = isOnly || filters.value.metric.join() === metric;
  const before = same ? filters.value.score : [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value].sort();
  return hrefWith({ score: after.join(','), open: null, ...(isOnly ? {} : { metric }) });
}

/** Where the responses with these filters are shown, in the period on screen. */
export function responsesHref(
  narrowed: Partial<
    Record<ListFilter | 'contact' | 'segment' | 'company' | 'test' | 'from' | 'to' | 'open', string>
  > = {},
): string {
  const params = new URLSearchParams({ ...periodQuery.value, ...narrowed });
  const search = params.toString().replaceAll('%2C', ',');
  return `/responses${search && `?${search}`}`;
}

/**
 * Whether a response that has just arrived belongs into the list on screen. The server decides for good at the next
 * read; this only keeps a live list from showing what its filters exclude.
 */
export function admits(response: ResponseSummary): boolean {
  const { metric, score, trust, touchpoint, survey, language, site, contact, segment, company, q, test, from, to } =
    filters.value;
  // The server counts an answer on the day it was begun.
  const day = dayOf(new Date(response.startedAt), regional.value.timeZone);
  const within = (list: string[], value: string | null) =>
    list.length === 0 || (value !== null && list.includes(value));
  const words = foldText(`${response.comment ?? ''} ${response.contact?.name ?? ''}`);
  return (
    // Only the server knows who is in a segment, or of a company.
    segment.length === 0 &&
    company === '' &&
    within(score, response.score === null ? null : String(response.score)) &&
    within(metric, response.metric) &&
    (response.test ? test !== '' : test !== 'only') &&
    within(trust, response.trust) &&
    within(touchpoint, response.touchpoint) &&
    within(survey, response.survey) &&
    within(language, response.locale?.split('-', 1)[0] ?? null) &&
    within(site, response.site) &&
    (contact === '' || contact === response.contact?.id) &&
    (q === '' || words.includes(foldText(q))) &&
    from <= day &&
    day <= to
  );
}
