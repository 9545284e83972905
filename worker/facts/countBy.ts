import { DISPLAY_METRIC, NO_SCORE } from './fact.ts';
import type { Filter } from './filter.ts';
import { type Block, scan } from './scan.ts';

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
}

const FACETS = [
  ['scores', 'score'],
  ['trusts', 'trust'],
  ['touchpoints', 'touchpoint'],
  ['surveys', 'survey'],
  ['languages', 'language'],
  ['sites', 'site'],
] as const satisfies readonly (readonly [keyof Filter, keyof Facets])[];

/**
 * Counts for the choices of a list's filters in one pass over all groups. A response is counted under a choice when every condition on *other* fields lets it through.
 */
export function countFacets(blocks: Iterable<Block>, filter: Filter): Facets {
  const { from, until, withTests, secondary } = filter;
  const chosen = FACETS.map(([list]) => (filter[list] ? new Set(filter[list]) : null));
  const counts = FACETS.map(() => new Uint32Array(65_536));
  const fixed = otherConditions(filter);
  let total = 0;
  let matched = 0;
  const values = [0, 0, 0, 0, 0, 0];
  scan(blocks, { from, until, withTests, secondary }, ['time', 'context', 'who'], (columns, i) => {
    const metric = columns.metric[i] ?? 0;
    if (metric === DISPLAY_METRIC) return;
    total += 1;
    if (!fixed(metric, columns.country[i] ?? 0, columns.device[i] ?? 0, columns.contact[i] ?? 0)) return;
    let failed = -1;
    for (let f = 0; f < FACETS.length; f += 1) {
      const facet = FACETS[f];
      if (!facet) continue;
      const value = columns[facet[1]][i] ?? 0;
      values[f] = value;
      const set = chosen[f];
      if (!set || set.has(value)) continue;
      // Two conditions fail: no single choice would bring this one back.
      if (failed >= 0) return;
      failed = f;
    }
    if (failed < 0) {
      matched += 1;
      for (let f = 0; f < values.length; f += 1) add(counts[f], values[f] ?? 0);
    } else {
      add(counts[failed], values[failed] ?? 0);
    }
  });
  const [score, trust, touchpoint, survey, language, site] = counts.map(toMap);
  const none: FacetCounts = new Map();
  score?.delete(NO_SCORE);
  return {
    total,
    matched,
    score: score ?? none,
    trust: trust ?? none,
    touchpoint: touchpoint ?? none,
    survey: survey ?? none,
    language: language ?? none,
    site: site ?? none,
  };
}

function otherConditions(
  filter: Filter,
): (metric: number, country: number, device: number, contact: number) => boolean {
  const metrics = filter.metrics && new Set(filter.metrics);
  const countries = filter.countries && new Set(filter.countries);
  const devices = filter.devices && new Set(filter.devices);
  const { contacts } = filter;
  return (metric, country, device, contact) =>
    (!metrics || metrics.has(metric)) &&
    (!countries || countries.has(country)) &&
    (!devices || devices.has(device)) &&
    (!contacts || contacts.has(contact));
}

/** Counts under the value's low 16 bits, so that scores below zero have a place too. */
function add(counts: Uint32Array | undefined, value: number): void {
  if (!counts) return;
  const at = value & 0xffff;
  counts[at] = (counts[at] ?? 0) + 1;
}

function toMap(counts: Uint32Array, facet: number): FacetCounts {
  const map: FacetCounts = new Map();
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    // Scores are the first facet and the only signed field.
    if (count > 0) map.set(facet === 0 ? (at << 16) >> 16 : at, count);
  }
  return map;
}
