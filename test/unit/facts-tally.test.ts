import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../contract/metric.ts';
import { countFacets } from '../../worker/facts/countBy.ts';
import { DISPLAY_METRIC, type Fact, FLAG, NO_SCORE } from '../../worker/facts/fact.ts';
import type { Filter } from '../../worker/facts/filter.ts';
import { funnelTally } from '../../worker/facts/funnel.ts';
import { matchingSeqs } from '../../worker/facts/matching.ts';
import { overviewTally } from '../../worker/facts/overview.ts';
import { inBlocks, likelyFacts } from './facts-arbitrary.ts';

const SKIPPED = FLAG.deleted | FLAG.test | FLAG.secondary;
const QUERY = { before: 1_000, from: 1_012, until: 1_024, buckets: [1_012, 1_015, 1_020, 1_024], touchpoints: [1, 2] };

/** Headline facts of responses that are no tests, in [from, until). */
function counted(facts: readonly Fact[], from: number, until: number): Fact[] {
  return facts.filter(
    ({ flags, metric, minute }) =>
      (flags & SKIPPED) === 0 && metric !== DISPLAY_METRIC && minute >= from && minute < until,
  );
}

function distribution(facts: readonly Fact[], metric: number, top: number): number[] {
  return Array.from(
    { length: top },
    (_, step) => facts.filter((fact) => fact.metric === metric && fact.score === step + 1).length,
  );
}

function csat(facts: readonly Fact[]): { n: number; satisfied: number } {
  const scores = facts.filter(({ metric, score }) => metric === 1 && score >= 1 && score <= 5);
  return { n: scores.length, satisfied: scores.filter(({ score }) => score >= 4).length };
}

describe('the overview', () => {
  it('counts what a recount counts, however the facts are cut into blocks', () => {
    fc.assert(
      fc.property(likelyFacts, fc.integer({ min: 1, max: 70 }), (facts, size) => {
        const tally = overviewTally(inBlocks(facts, size), QUERY);
        for (const [period, from, until] of [
          [tally.now, QUERY.from, QUERY.until],
          [tally.before, QUERY.before, QUERY.from],
        ] as const) {
          const those = counted(facts, from, until);
          const nps = those.filter(({ metric, score }) => metric === 2 && score >= 0).map(({ score }) => score);
          expect(period).toEqual({
            responses: those.length,
            commented: those.filter(({ flags }) => (flags & FLAG.commented) !== 0).length,
            verified: those.filter(({ trust }) => trust === 2).length,
            csat: distribution(those, 1, 5),
            nps: {
              promoters: nps.filter((score) => score >= 9).length,
              passives: nps.filter((score) => score === 7 || score === 8).length,
              detractors: nps.filter((score) => score <= 6).length,
            },
            ces: distribution(those, 3, 7),
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cuts the trend at its boundaries and tells touchpoints apart', () => {
    fc.assert(
      fc.property(likelyFacts, (facts) => {
        const tally = overviewTally(inBlocks(facts, 9), QUERY);
        expect(tally.buckets).toEqual(
          [
            [1_012, 1_015],
            [1_015, 1_020],
            [1_020, 1_024],
          ].map(([from = 0, until = 0]) => csat(counted(facts, from, until))),
        );
        for (const number of QUERY.touchpoints) {
          const here = facts.filter(({ touchpoint }) => touchpoint === number);
          expect(tally.touchpoints.get(number)).toEqual({
            now: distribution(counted(here, QUERY.from, QUERY.until), 1, 5),
            before: csat(counted(here, QUERY.before, QUERY.from)),
          });
        }
        expect([...tally.touchpoints.keys()]).toEqual(QUERY.touchpoints);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the funnel', () => {
  it('counts displays by how they ended, now and before', () => {
    fc.assert(
      fc.property(likelyFacts, (facts) => {
        const displays = facts.map((fact) => ({ ...fact, metric: DISPLAY_METRIC, score: Math.abs(fact.score) % 5 }));
        const tally = funnelTally(inBlocks([...displays, ...facts.filter(({ metric }) => metric !== 255)], 11), QUERY);
        for (const [code, outcome] of OUTCOMES.entries()) {
          const of = (from: number, until: number) =>
            displays.filter(
              ({ score, flags, minute }) =>
                score === code && (flags & SKIPPED) === 0 && minute >= from && minute < until,
            ).length;
          expect(tally.now[outcome]).toBe(of(QUERY.from, QUERY.until));
          expect(tally.before[outcome]).toBe(of(QUERY.before, QUERY.from));
        }
      }),
    );
  });
});

describe('the counts of a filter', () => {
  const codes = (max: number) => fc.option(fc.uniqueArray(fc.nat(max), { maxLength: 3 }), { nil: undefined });
  const filters: fc.Arbitrary<Filter> = fc.record({
    from: fc.option(fc.constantFrom(1_005, 1_010), { nil: undefined }),
    until: fc.option(fc.constantFrom(1_020, 1_025), { nil: undefined }),
    scores: codes(5),
    trusts: codes(2),
    touchpoints: codes(3),
    surveys: codes(3),
    languages: codes(2),
    sites: codes(1),
    metrics: codes(3),
    tests: fc.constantFrom(undefined, 'include' as const, 'only' as const),
    devices: codes(3),
    contacts: fc.option(
      fc.uniqueArray(fc.nat(4)).map((numbers) => new Set(numbers)),
      { nil: undefined },
    ),
  });
  const FACETS = [
    ['score', 'scores'],
    ['trust', 'trusts'],
    ['touchpoint', 'touchpoints'],
    ['survey', 'surveys'],
    ['language', 'languages'],
    ['site', 'sites'],
    ['metric', 'metrics'],
  ] as const;

  it('say what choosing one value would leave, all other conditions held', () => {
    fc.assert(
      fc.property(likelyFacts, filters, (drawn, filter) => {
        // One fact a response, so that matching responses can be counted.
        const facts = drawn.map((fact, seq) => ({ ...fact, seq }));
        const blocks = inBlocks(facts, 13);
        const facets = countFacets(blocks, filter);
        const { from, until, tests } = filter;
        expect(facets.total).toBe(matchingSeqs(blocks, { from, until, tests }).length);
        expect(facets.matched).toBe(matchingSeqs(blocks, filter).length);
        for (const [field, list] of FACETS) {
          for (const value of new Set(facts.map((fact) => fact[field]))) {
            const left = matchingSeqs(blocks, { ...filter, [list]: [value] }).length;
            expect(facets[field].get(value) ?? 0).toBe(field === 'score' && value === NO_SCORE ? 0 : left);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
