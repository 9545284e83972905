import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nps } from '../../worker/stats/nps.ts';

/** How often the interval holds the truth: exact, summed over every sample of `n` there can be. */
function coverage(n: number, p: number, d: number): number {
  const logFactorial = [0];
  for (let k = 1; k <= n; k += 1) logFactorial.push((logFactorial[k - 1] ?? 0) + Math.log(k));
  const truth = 100 * (p - d);
  let covered = 0;
  for (let promoters = 0; promoters <= n; promoters += 1) {
    for (let detractors = 0; promoters + detractors <= n; detractors += 1) {
      const passives = n - promoters - detractors;
      const { low, high } = nps(promoters, passives, detractors);
      if (truth < low || truth > high) continue;
      const ways = [promoters, passives, detractors].reduce(
        (sum, k) => sum - (logFactorial[k] ?? 0),
        logFactorial[n] ?? 0,
      );
      covered += Math.exp(ways + promoters * Math.log(p) + passives * Math.log(1 - p - d) + detractors * Math.log(d));
    }
  }
  return covered;
}

const count = fc.nat(2_000);

describe('the net promoter score', () => {
  it('is promoters less detractors in hundredths', () => {
    expect(nps(50, 30, 20)).toMatchObject({ n: 100, value: 30, promoters: 50, passives: 30, detractors: 20 });
  });

  it('has the adjusted Wald interval with three imagined answers', () => {
    // By hand: p = 16.75/39, d = 10.75/39, centre 15.385, standard error √(0.70513 − 0.02367)/√39 = 0.13219.
    const { low, high } = nps(16, 10, 10);
    expect(low).toBeCloseTo(15.385 - 1.96 * 13.219, 1);
    expect(high).toBeCloseTo(15.385 + 1.96 * 13.219, 1);
  });

  it.each([
    [10, 0.4, 0.3],
    [20, 0.5, 0.2],
    [40, 0.7, 0.1],
    [80, 0.35, 0.35],
  ])('holds the truth about 95 times in 100 with %d answers of %d and %d', (n, p, d) => {
    const held = coverage(n, p, d);
    expect(held).toBeGreaterThan(0.925);
    expect(held).toBeLessThan(0.985);
  });

  it('keeps within −100 and 100, holds its value and mirrors', () => {
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        const { value, low, high } = nps(promoters, passives, detractors);
        expect(-100 <= low && low <= value && value <= high && high <= 100).toBe(true);
        const mirrored = nps(detractors, passives, promoters);
        expect(mirrored.value).toBeCloseTo(-value, 8);
        expect(mirrored.low).toBeCloseTo(-high, 8);
      }),
    );
  });

  it('is sure of nothing after one answer, nor after none', () => {
    expect(nps(0, 0, 0)).toMatchObject({ value: 0, low: -100, high: 100, sufficient: false });
    expect(nps(1, 0, 0).sufficient).toBe(false);
    expect(nps(3, 0, 0).sufficient).toBe(false);
  });

  it('is sufficient once the interval is 30 points wide', () => {
    expect(nps(50, 30, 20).sufficient).toBe(false);
    expect(nps(55, 33, 22).sufficient).toBe(true);
  });

  it('refuses what is not a count', () => {
    expect(() => nps(-1, 2, 3)).toThrow(RangeError);
    expect(() => nps(1.5, 2, 3)).toThrow(RangeError);
  });
});
