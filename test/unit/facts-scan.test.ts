import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, FLAG } from '../../worker/facts/fact.ts';
import type { Filter } from '../../worker/facts/filter.ts';
import { matchingSeqs } from '../../worker/facts/matching.ts';
import { pack } from '../../worker/facts/pack.ts';
import { type Block, groupsFor, scan } from '../../worker/facts/scan.ts';
import { inBlocks, likelyFacts } from './facts-arbitrary.ts';

const codes = (max: number) => fc.option(fc.uniqueArray(fc.nat(max), { maxLength: 3 }), { nil: undefined });
const minute = fc.option(fc.integer({ min: 998, max: 1_032 }), { nil: undefined });
const switched = fc.option(fc.boolean(), { nil: undefined });

const filters: fc.Arbitrary<Filter> = fc.record({
  from: minute,
  until: minute,
  metrics: codes(3),
  surveys: codes(3),
  touchpoints: codes(3),
  scores: fc.option(fc.uniqueArray(fc.constantFrom(-128, 0, 1, 4, 5, 65_408), { maxLength: 4 }), { nil: undefined }),
  trusts: codes(2),
  languages: codes(2),
  countries: codes(2),
  devices: codes(3),
  sites: codes(1),
  contacts: fc.option(
    fc.uniqueArray(fc.nat(4)).map((numbers) => new Set(numbers)),
    { nil: undefined },
  ),
  tests: fc.constantFrom(undefined, 'include' as const, 'only' as const),
  secondary: switched,
});

/** What the filter says, one fact at a time. */
function passes(fact: Fact, filter: Filter): boolean {
  const among = (list: readonly number[] | undefined, value: number) => list === undefined || list.includes(value);
  return (
    (fact.flags & FLAG.deleted) === 0 &&
    (filter.tests === 'include' || ((fact.flags & FLAG.test) !== 0) === (filter.tests === 'only')) &&
    ((fact.flags & FLAG.secondary) === 0 || filter.secondary === true) &&
    fact.minute >= (filter.from ?? 0) &&
    fact.minute < (filter.until ?? Number.POSITIVE_INFINITY) &&
    among(filter.metrics, fact.metric) &&
    among(filter.surveys, fact.survey) &&
    among(filter.touchpoints, fact.touchpoint) &&
    among(filter.scores, fact.score) &&
    among(filter.trusts, fact.trust) &&
    among(filter.languages, fact.language) &&
    among(filter.countries, fact.country) &&
    among(filter.devices, fact.device) &&
    among(filter.sites, fact.site) &&
    (filter.contacts === undefined || filter.contacts.has(fact.contact))
  );
}

describe('a scan', () => {
  it('visits exactly what a plain filter keeps, in order, from no more than the groups it names', () => {
    fc.assert(
      fc.property(likelyFacts, filters, fc.integer({ min: 1, max: 70 }), (facts, filter, size) => {
        const wanted = groupsFor(filter, ['time']);
        const blocks = inBlocks(facts, size).map((block) => {
          const part: Block = {};
          for (const name of wanted) if (block[name]) part[name] = block[name];
          return part;
        });
        const seen: { seq: number; score: number }[] = [];
        scan(blocks, filter, ['time'], ({ seq, score }, i) => seen.push({ seq: seq[i] ?? -1, score: score[i] ?? 99 }));
        expect(seen).toEqual(facts.filter((fact) => passes(fact, filter)).map(({ seq, score }) => ({ seq, score })));
      }),
      { numRuns: 400 },
    );
  });

  it('reads no more than it needs', () => {
    expect(groupsFor({}, [])).toEqual(['figure']);
    expect(groupsFor({ from: 1 }, [])).toEqual(['time', 'figure']);
    expect(groupsFor({ contacts: new Set([1]) }, ['time'])).toEqual(['time', 'figure', 'who']);
    expect(groupsFor({ sites: [] }, [])).toEqual(['figure', 'context']);
  });

  it('refuses a block that lacks a group, or whose groups differ in length', () => {
    fc.assert(
      fc.property(
        likelyFacts.filter((facts) => facts.length > 1),
        (facts) => {
          const { time, figure } = pack(facts);
          expect(() => scan([{ time }], {}, [], () => {})).toThrow(RangeError);
          expect(() => scan([{ time: time.subarray(8), figure }], {}, ['time'], () => {})).toThrow(RangeError);
        },
      ),
    );
  });

  it('takes blobs as the database gives them', () => {
    fc.assert(
      fc.property(likelyFacts, (facts) => {
        const { figure } = pack(facts);
        let visited = 0;
        scan([{ figure: figure.slice().buffer }], { tests: 'include', secondary: true }, [], () => {
          visited += 1;
        });
        expect(visited).toBe(facts.filter(({ flags }) => (flags & FLAG.deleted) === 0).length);
      }),
    );
  });
});

describe('matching responses', () => {
  it('come newest first, each once, in whatever order the blocks come', () => {
    fc.assert(
      fc.property(likelyFacts, filters, fc.boolean(), (facts, filter, backwards) => {
        const blocks = inBlocks(facts, 7);
        const found = matchingSeqs(backwards ? blocks.toReversed() : blocks, filter);
        const wanted = new Set(
          facts.filter((fact) => fact.metric !== 255 && passes(fact, filter)).map(({ seq }) => seq),
        );
        expect([...found]).toEqual([...wanted].sort((a, b) => b - a));
      }),
    );
  });

  it('may be very many', () => {
    const [fact] =
      fc.sample(
        likelyFacts.filter((facts) => facts.length > 0),
        1,
      )[0] ?? [];
    if (!fact) throw new Error('no fact drawn');
    const many = Array.from({ length: 5_000 }, (_, seq) => ({ ...fact, seq, flags: 0, metric: 1 }));
    expect(matchingSeqs(inBlocks(many, 2_000), {})).toEqual(Uint32Array.from(many.map(({ seq }) => seq)).reverse());
  });
});
