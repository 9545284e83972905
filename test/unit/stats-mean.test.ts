import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../worker/stats/mean.ts';
import { studentT } from '../../worker/stats/studentT.ts';

/** Percentage points of the t distribution as every table prints them. */
const TABLE = [
  { p: 0.9, freedom: 1, t: 3.078 },
  { p: 0.975, freedom: 1, t: 12.706 },
  { p: 0.975, freedom: 2, t: 4.303 },
  { p: 0.95, freedom: 4, t: 2.132 },
  { p: 0.975, freedom: 5, t: 2.571 },
  { p: 0.995, freedom: 10, t: 3.169 },
  { p: 0.975, freedom: 30, t: 2.042 },
  { p: 0.95, freedom: 60, t: 1.671 },
  { p: 0.975, freedom: 120, t: 1.98 },
  { p: 0.9995, freedom: 20, t: 3.85 },
  { p: 0.975, freedom: 1_000_000, t: 1.96 },
];

const counts = fc.array(fc.nat(300), { minLength: 7, maxLength: 7 });

describe('a quantile of t', () => {
  it.each(TABLE)('at $p with $freedom degrees of freedom is $t', ({ p, freedom, t }) => {
    expect(studentT(p, freedom)).toBeCloseTo(t, 3);
  });

  it('is Cauchy’s with one degree of freedom, and exact with two', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        expect(studentT(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 6);
        expect(studentT(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 6);
      }),
    );
  });

  it('refuses what is no probability and no degree of freedom', () => {
    expect(() => studentT(0, 5)).toThrow(RangeError);
    expect(() => studentT(1, 5)).toThrow(RangeError);
    expect(() => studentT(0.5, 0)).toThrow(RangeError);
  });
});

describe('a mean', () => {
  it('has the t interval', () => {
    // Ten answers 4,4,5,5,5,6,6,6,6,7: mean 5.4, s = 0.966, t(0.975; 9) = 2.262, half-width 0.691.
    const found = mean([0, 0, 0, 2, 3, 4, 1], 1);
    expect(found.n).toBe(10);
    expect(found.value).toBeCloseTo(5.4, 10);
    expect(found.low).toBeCloseTo(5.4 - 0.691, 3);
    expect(found.high).toBeCloseTo(5.4 + 0.691, 3);
    expect(found.sufficient).toBe(true);
  });

  it('of nothing could be anything', () => {
    expect(mean([0, 0, 0, 0, 0, 0, 0], 1)).toEqual({ n: 0, value: 1, low: 1, high: 7, sufficient: false });
  });

  it('of two who agree claims no certainty', () => {
    const found = mean([0, 0, 0, 0, 0, 0, 2], 1);
    expect(found.value).toBe(7);
    expect(found.low).toBeLessThan(5);
    expect(found.sufficient).toBe(false);
  });

  it('stays on the scale, within its interval, and mirrors', () => {
    fc.assert(
      fc.property(counts, (steps) => {
        const { n, value, low, high } = mean(steps, 1);
        expect(1 <= low && low <= value && value <= high && high <= 7).toBe(true);
        if (n > 0) expect(mean(steps.toReversed(), 1).value).toBeCloseTo(8 - value, 9);
      }),
    );
  });

  it('narrows with more of the same answers', () => {
    fc.assert(
      fc.property(
        counts.filter((steps) => steps.filter(Boolean).length > 1),
        (steps) => {
          const few = mean(steps, 1);
          const many = mean(
            steps.map((count) => count * 4),
            1,
          );
          expect(many.high - many.low).toBeLessThanOrEqual(few.high - few.low);
        },
      ),
    );
  });

  it('refuses what is not a count', () => {
    expect(() => mean([1, -1], 1)).toThrow(RangeError);
  });
});
