import { METRICS, TRUSTS } from '../../../../contract/metric.ts';
import type { ResponseCounts, ResponseSummary } from '../../../../contract/response.ts';
import { countFacets } from '../../../facts/countBy.ts';
import { GROUP_NAMES } from '../../../facts/groups.ts';
import { matchingSeqs } from '../../../facts/matching.ts';
import { groupsFor } from '../../../facts/scan.ts';
import { foldText } from '../../../identity/foldText.ts';
import { presentSummary } from '../../presentResponse.ts';
import type { WorkspaceState } from '../../state.ts';
import { findContacts, type Sought } from '../people/findContacts.ts';
import { searchWords, withoutSpaces } from '../people/searchText.ts';
import { type ResponseQuery, responseFilter } from './responseFilter.ts';

const FOREVER = 0xffff_ffff;
/** People whose responses a search brings along, at most. */
const PEOPLE_MAX = 2_000;

/** A query, and whether its asker may search by identifiers. */
export interface Asked {
  query: ResponseQuery;
  masked: boolean;
  now: number;
}

/** Seqs of all responses that pass a query, newest first: facts first, then rows for words only. */
function matchingResponses(state: WorkspaceState, { query, masked, now }: Asked): ArrayLike<number> {
  const filter = responseFilter(state, query, now);
  const groups = groupsFor(filter, ['time', 'figure']);
  const blocks = state.responseFacts.read(filter.from ?? 0, filter.until ?? FOREVER, groups);
  const seqs = matchingSeqs(blocks, filter);
  const folded = foldText(query.q ?? '');
  if (folded === '') return seqs;
  const words = searchWords(folded);
  // A short number is looked for in what people wrote, not in the middle of everybody's phone.
  const isShortNumber = words.every((word) => /^\d{1,4}$/.test(word));
  const people = isShortNumber ? [] : peopleHolding(state, { words, inIdentifiers: !masked });
  return state.responses.search(folded, withoutSpaces(folded), people, Array.from(seqs));
}

/** Leaves of the people that words find. */
function peopleHolding(state: WorkspaceState, sought: Sought): number[] {
  const roots = findContacts(state, sought, Number.MAX_SAFE_INTEGER, PEOPLE_MAX);
  return [...state.contacts.families(roots).values()].flat();
}

/** One page of responses, newest first. `cursor` is the seq to go on below. */
export function listResponses(
  state: WorkspaceState,
  asked: Asked,
  page: { cursor?: number; limit: number },
): { items: ResponseSummary[]; next: string | null } {
  const seqs = matchingResponses(state, asked);
  const shown: number[] = [];
  let more = false;
  for (let i = 0; i < seqs.length && !more; i++) {
    const seq = seqs[i] ?? 0;
    if (page.cursor !== undefined && seq >= page.cursor) continue;
    if (shown.length === page.limit) more = true;
    else shown.push(seq);
  }
  const items = presentSummary(state, state.responses.bySeqs(shown), asked.masked);
  return { items, next: more ? String(shown.at(-1)) : null };
}

/** How many responses each choice of each filter would leave, words included. */
export function countResponses(state: WorkspaceState, { query, masked, now }: Asked): ResponseCounts {
  const filter = responseFilter(state, query, now);
  const blocks = state.responseFacts.read(filter.from ?? 0, filter.until ?? FOREVER, GROUP_NAMES);
  const among = query.q
    ? new Set(Array.from(matchingResponses(state, { query: { ...period(query), q: query.q }, masked, now })))
    : undefined;
  const facets = countFacets(blocks, filter, among);
  const named = (counts: ReadonlyMap<number, number>, name: (code: number) => string | undefined | null) =>
    Object.fromEntries(
      [...counts].flatMap(([code, count]) => {
        const label = name(code);
        return label ? [[label, count]] : [];
      }),
    );
  return {
    total: facets.total,
    matched: facets.matched,
    score: named(facets.score, String),
    trust: named(facets.trust, (code) => TRUSTS[code]),
    touchpoint: named(facets.touchpoint, (code) => state.journey.byNumber(code)?.id),
    survey: named(facets.survey, (code) => state.surveys.byNumber(code)?.id),
    language: named(facets.language, (code) => state.words.value('language', code)),
    site: named(facets.site, (code) => state.words.value('site', code)),
    metric: named(facets.metric, (code) => METRICS[code]),
  };
}

function period({ from, to, test }: ResponseQuery): ResponseQuery {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(test ? { test } : {}) };
}
