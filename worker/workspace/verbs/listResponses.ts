import { TRUSTS } from '../../../contract/metric.ts';
import type { ResponseCounts, ResponseSummary } from '../../../contract/response.ts';
import { countFacets } from '../../facts/countBy.ts';
import { GROUP_NAMES } from '../../facts/groups.ts';
import { matchingSeqs } from '../../facts/matching.ts';
import { groupsFor } from '../../facts/scan.ts';
import { foldText } from '../../identity/foldText.ts';
import type { WorkspaceState } from '../state.ts';
import { presentSummary } from './presentResponse.ts';
import { type ResponseQuery, responseFilter } from './responseFilter.ts';
import { searchWords } from './searchText.ts';

const FOREVER = 0xffff_ffff;
/** People a search for responses looks through at most. */
const PEOPLE_MAX = 2_000;

/** Seqs of all responses that pass a query, newest first: facts first, then rows for words only. */
export function matchingResponses(state: WorkspaceState, query: ResponseQuery): number[] {
  const filter = responseFilter(state, query);
  const groups = groupsFor(filter, ['time', 'figure']);
  const blocks = state.responseFacts.read(filter.from ?? 0, filter.until ?? FOREVER, groups);
  const seqs = Array.from(matchingSeqs(blocks, filter));
  const folded = query.q ? foldText(query.q) : '';
  if (folded === '') return seqs;
  const people = state.contacts.numbersOf(searchWords(folded), PEOPLE_MAX);
  return state.responses.search(folded, people, seqs, seqs.length);
}

/** One page of responses, newest first. `cursor` is the seq to go on below. */
export function listResponses(
  state: WorkspaceState,
  query: ResponseQuery,
  page: { cursor?: number; limit: number },
): { items: ResponseSummary[]; next: string | null } {
  const seqs = matchingResponses(state, query).filter((seq) => seq < (page.cursor ?? Number.MAX_SAFE_INTEGER));
  const shown = seqs.slice(0, page.limit);
  const next = seqs.length > shown.length ? shown.at(-1) : undefined;
  return {
    items: presentSummary(state, state.responses.bySeqs(shown)),
    next: next === undefined ? null : String(next),
  };
}

/** How many responses each choice of each filter would leave. Words narrow the total and what matches. */
export function countResponses(state: WorkspaceState, query: ResponseQuery): ResponseCounts {
  const filter = responseFilter(state, query);
  const blocks = state.responseFacts.read(filter.from ?? 0, filter.until ?? FOREVER, GROUP_NAMES);
  const facets = countFacets(blocks, filter);
  const named = (counts: ReadonlyMap<number, number>, name: (code: number) => string | undefined | null) =>
    Object.fromEntries(
      [...counts].flatMap(([code, count]) => {
        const label = name(code);
        return label ? [[label, count]] : [];
      }),
    );
  return {
    total: facets.total,
    matched: query.q ? matchingResponses(state, query).length : facets.matched,
    score: named(facets.score, String),
    trust: named(facets.trust, (code) => TRUSTS[code]),
    touchpoint: named(facets.touchpoint, (code) => state.journey.byNumber(code)?.id),
    survey: named(facets.survey, (code) => state.surveys.byNumber(code)?.id),
    language: named(facets.language, (code) => state.words.value('language', code)),
    site: named(facets.site, (code) => state.words.value('site', code)),
  };
}
