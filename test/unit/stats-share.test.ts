import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from '../../worker/stats/share.ts';

/** R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3. */
const PUBLISHED = [
  { count: 81, n: 263, low: 0.2553, high: 0.3662 },
  { count: 15, n: 148, low: 0.0624, high: 0.1605 },
  { count: 0, n: 20, low: 0, high: 0.1611 },
  { count: 1, n: 29, low: 0.0061, high: 0.1718 },
];

const counted = fc.nat(5_000).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

describe('a share', () => {
  it.each(PUBLISHED)('of $count of $n has the published interval', ({ count, n, low, high }) => {
    const found = share(count, n);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
    expect(found.value).toBe(count / n);
  });

  it('of nothing says that everything is possible', () => {
    expect(share(0, 0)).toEqual({ n: 0, count: 0, value: 0, low: 0, high: 1, sufficient: false });
  });

  it('is sufficient from 39 answers at one half and 33 at 0.7', () => {
    expect(share(19, 38).sufficient).toBe(false);
    expect(share(19, 39).sufficient).toBe(true);
    expect(share(22, 32).sufficient).toBe(false);
    expect(share(23, 33).sufficient).toBe(true);
  });

  it('always lies within its interval, and the interval within 0 and 1', () => {
    fc.assert(
      fc.property(counted, ([count, n]) => {
        const { value, low, high } = share(count, n);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
      }),
    );
  });

  it('and the share of the others mirror each other', () => {
    fc.assert(
      fc.property(
        counted.filter(([, n]) => n > 0),
        ([count, n]) => {
          const these = share(count, n);
          const others = share(n - count, n);
          expect(these.low).toBeCloseTo(1 - others.high, 10);
          expect(these.high).toBeCloseTo(1 - others.low, 10);
        },
      ),
    );
  });

  it('narrows as answers come in at the same rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 9 }), (n, times) => {
        const few = share(Math.floor(n / 2), n);
        const many = share(Math.floor(n / 2) * times, n * times);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it.each([
    [-1, 5],
    [6, 5],
    [0.5, 5],
    [Number.NaN, 5],
  ])('refuses %d of %d', (count, n) => {
    expect(() => share(count, n)).toThrow(RangeError);
  });
});
