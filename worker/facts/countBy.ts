import { fits } from './column.ts';
import { DISPLAY_METRIC, type Fact, NO_SCORE } from './fact.ts';
import type { Filter } from './filter.ts';
import { type Block, type ScanColumns, select } from './scan.ts';

/** Responses by the value of one field. */
export type FacetCounts = Map<number, number>;

/** What each choice of a filter would leave, all other conditions held. Keys are the codes in the facts. */
export interface Facets {
  /** Responses of the period, no other condition applied. */
  total: number;
  /** Responses that pass every condition. */
  matched: number;
  /** Without those that have no score. */
  score: FacetCounts;
  trust: FacetCounts;
  /** 0: at no touchpoint. */
  touchpoint: FacetCounts;
  survey: FacetCounts;
  language: FacetCounts;
  site: FacetCounts;
  metric: FacetCounts;
}

/** Values of any facet's field, scores below zero by their low 16 bits. */
const VALUES = 65_536;

/**
 * Counts for the choices of a list's filters in one pass over all groups. A response is counted under a choice when
 * every condition on *other* fields lets it through.
 *
 * @param among seqs to stay among, besides the filter: those that say a word looked for
 */
export function countFacets(blocks: Iterable<Block>, filter: Filter, among?: ReadonlySet<number>): Facets {
  const { from, until, tests, secondary } = filter;
  const scores = facet('score', filter.scores);
  const trusts = facet('trust', filter.trusts);
  const touchpoints = facet('touchpoint', filter.touchpoints);
  const surveys = facet('survey', filter.surveys);
  const languages = facet('language', filter.languages);
  const sites = facet('site', filter.sites);
  const metrics = facet('metric', filter.metrics);
  const fixed = fixedConditions(filter);
  let total = 0;
  let matched = 0;
  select(blocks, { from, until, tests, secondary }, ['time', 'context', 'who'], (columns, keep) => {
    const { metric, score, trust, touchpoint, survey, language, site } = columns;
    for (let i = 0; i < keep.length; i += 1) {
      if (keep[i] === 0 || metric[i] === DISPLAY_METRIC) continue;
      total += 1;
      if (among && !among.has(columns.seq[i] ?? 0)) continue;
      if (fixed && !fixed(columns, i)) continue;
      const a = (score[i] ?? 0) & 0xffff;
      const b = trust[i] ?? 0;
      const c = touchpoint[i] ?? 0;
      const d = survey[i] ?? 0;
      const e = language[i] ?? 0;
      const f = site[i] ?? 0;
      const g = metric[i] ?? 0;
      const out =
        (scores.out[a] ?? 0) +
        (trusts.out[b] ?? 0) +
        (touchpoints.out[c] ?? 0) +
        (surveys.out[d] ?? 0) +
        (languages.out[e] ?? 0) +
        (sites.out[f] ?? 0) +
        (metrics.out[g] ?? 0);
      // Two conditions fail: no single choice would bring this one back.
      if (out > 1) continue;
      if (out === 0) matched += 1;
      // One fails: it counts for that one's choices only.
      count(scores, a, out);
      count(trusts, b, out);
      count(touchpoints, c, out);
      count(surveys, d, out);
      count(languages, e, out);
      count(sites, f, out);
      count(metrics, g, out);
    }
  });
  scores.counts[NO_SCORE & 0xffff] = 0;
  return {
    total,
    matched,
    score: toMap(scores, (at) => (at << 16) >> 16),
    trust: toMap(trusts),
    touchpoint: toMap(touchpoints),
    survey: toMap(surveys),
    language: toMap(languages),
    site: toMap(sites),
    metric: toMap(metrics),
  };
}

/** One field's condition, as a table that is 1 for values it keeps out, and what is counted under each value. */
interface Facet {
  out: Uint8Array;
  counts: Uint32Array;
}

function facet(field: keyof Fact, wanted: readonly number[] | undefined): Facet {
  const out = new Uint8Array(VALUES).fill(wanted === undefined ? 0 : 1);
  for (const value of wanted ?? []) if (fits(field, value)) out[value & 0xffff] = 0;
  return { out, counts: new Uint32Array(VALUES) };
}

/** Counts a value whose response fails `failed` conditions, 0 or 1, unless the failing one is another field's. */
function count({ out, counts }: Facet, value: number, failed: number): void {
  if (out[value] === failed) counts[value] = (counts[value] ?? 0) + 1;
}

/** The conditions that no facet shows; null when there are none. */
function fixedConditions(filter: Filter): ((columns: ScanColumns<'context' | 'who'>, i: number) => boolean) | null {
  const { contacts, people } = filter;
  const countries = filter.countries && new Set(filter.countries);
  const devices = filter.devices && new Set(filter.devices);
  if (!contacts && !people && !countries && !devices) return null;
  return ({ contact, country, device }, i) =>
    (!contacts || contacts.has(contact[i] ?? 0)) &&
    (!people || people[contact[i] ?? 0] === 1) &&
    (!countries || countries.has(country[i] ?? 0)) &&
    (!devices || devices.has(device[i] ?? 0));
}

function toMap({ counts }: Facet, valueAt: (at: number) => number = (at) => at): FacetCounts {
  const map: FacetCounts = new Map();
  for (let at = 0; at < counts.length; at += 1) {
    const found = counts[at] ?? 0;
    if (found > 0) map.set(valueAt(at), found);
  }
  return map;
}
