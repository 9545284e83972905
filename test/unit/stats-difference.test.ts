import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change } from '../../worker/stats/change.ts';
import { difference } from '../../worker/stats/difference.ts';

/** R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10. */
const PUBLISHED = [
  { a: [56, 70], b: [48, 80], low: 0.0524, high: 0.3339 },
  { a: [9, 10], b: [3, 10], low: 0.1705, high: 0.809 },
  { a: [6, 7], b: [2, 7], low: 0.0582, high: 0.8062 },
  { a: [5, 56], b: [0, 29], low: -0.0381, high: 0.1926 },
  { a: [0, 10], b: [0, 20], low: -0.1611, high: 0.2775 },
  { a: [0, 10], b: [0, 10], low: -0.2775, high: 0.2775 },
  { a: [10, 10], b: [0, 20], low: 0.6791, high: 1 },
  { a: [10, 10], b: [0, 10], low: 0.6075, high: 1 },
];

function proportion([count = 0, n = 0]: readonly number[]) {
  return { count, n };
}

const counted = fc.integer({ min: 1, max: 2_000 }).chain((n) => fc.record({ count: fc.nat(n), n: fc.constant(n) }));

describe('a difference of shares', () => {
  it.each(PUBLISHED)('of $a and $b has the published interval', ({ a, b, low, high }) => {
    const found = difference(proportion(a), proportion(b));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('turns around when the two are exchanged', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const there = difference(a, b);
        const back = difference(b, a);
        expect(there.difference).toBeCloseTo(-back.difference, 10);
        expect(there.low).toBeCloseTo(-back.high, 10);
      }),
    );
  });

  it('lies within its interval, and the 95% one within the 99% one', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const likely = difference(a, b, 0.95);
        const clearly = difference(a, b, 0.99);
        expect(clearly.low).toBeLessThanOrEqual(likely.low + 1e-12);
        expect(likely.low).toBeLessThanOrEqual(likely.difference);
        expect(likely.difference).toBeLessThanOrEqual(likely.high);
        expect(likely.high).toBeLessThanOrEqual(clearly.high + 1e-12);
      }),
    );
  });

  it('of a silent side is unknown', () => {
    expect(difference({ count: 3, n: 4 }, { count: 0, n: 0 })).toEqual({ difference: 0, low: -1, high: 1 });
  });
});

describe('a change', () => {
  it.each([
    ['clearly-worse', [44, 100], [80, 100]],
    ['likely-worse', [64, 100], [78, 100]],
    ['noise', [76, 100], [78, 100]],
    ['likely-better', [78, 100], [64, 100]],
    ['clearly-better', [80, 100], [44, 100]],
    ['unclear', [8, 12], [9, 12]],
    ['unclear', [80, 100], [0, 0]],
    ['unclear', [0, 0], [80, 100]],
    ['unclear', [80, 100], [0, 2]],
    ['unclear', [90, 100], [1, 8]],
  ] as const)('is %s for %j after %j', (verdict, now, before) => {
    expect(change(proportion(now), proportion(before)).verdict).toBe(verdict);
  });

  it('never claims a direction against its own interval', () => {
    fc.assert(
      fc.property(counted, counted, (now, before) => {
        const { verdict, low, high } = change(now, before);
        const said = verdict !== 'unclear';
        expect(verdict.endsWith('worse')).toBe(said && high < 0);
        expect(verdict.endsWith('better')).toBe(said && low > 0);
      }),
    );
  });

  it('is never "noise" where a change of 15 points could hide', () => {
    fc.assert(
      fc.property(counted, counted, (now, before) => {
        const { verdict, low, high } = change(now, before);
        if (verdict === 'noise') expect((high - low) / 2).toBeLessThanOrEqual(0.15);
      }),
    );
  });
});
