import { expect, test } from 'vitest';
import { layOutDistributions } from '../../admin/components/Distribution.tsx';
import { iconShapes } from '../../admin/components/icon-shapes.ts';
import { ALWAYS_ENOUGH, byNumberAlone } from '../../admin/figures/by-number-alone.ts';
import { cutScale, placeOn } from '../../admin/figures/cut-scale.ts';
import { isThin } from '../../admin/figures/is-thin.ts';
import { neededAnswers, wilsonHalfWidth } from '../../admin/figures/needed-answers.ts';
import { trendScale, trendShape } from '../../admin/figures/trend-shape.ts';
import type { TrendPoint } from '../../contract/report.ts';
import { share } from '../../worker/stats/share.ts';

test("Wilson's half-width agrees with published intervals", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 gives 0.2553 to 0.3662, 15 of 148 gives 0.0624 to 0.1605.
  expect(2 * wilsonHalfWidth(81 / 263, 263)).toBeCloseTo(0.3662 - 0.2553, 3);
  expect(2 * wilsonHalfWidth(15 / 148, 148)).toBeCloseTo(0.1605 - 0.0624, 3);
});

test('about 35 answers are asked for while there are fewer, then as many as the share at hand needs', () => {
  expect(neededAnswers(0.5, 12)).toBe(35);
  expect(neededAnswers(0.5, 36)).toBe(39);
  expect(wilsonHalfWidth(0.5, 39)).toBeLessThanOrEqual(0.15);
  expect(wilsonHalfWidth(0.5, 38)).toBeGreaterThan(0.15);
});

test('a figure is hollow from a half-width of ten points on', () => {
  expect(isThin({ low: 0.5, high: 0.69 })).toBe(false);
  expect(isThin({ low: 0.5, high: 0.71 })).toBe(true);
});

test('a cut scale holds every value inside round ends and never leaves 0 to 1', () => {
  const scale = cutScale([0.7166, 0.7404, 0.7629, 0.805]);
  for (const value of [0.7166, 0.7629, 0.805]) {
    expect(placeOn(scale, value)).toBeGreaterThan(0);
    expect(placeOn(scale, value)).toBeLessThan(1);
  }
  expect(Math.round(scale.low * 100)).toBeCloseTo(scale.low * 100, 9);
  expect(cutScale([0.98, 0.99, 1])).toMatchObject({ high: 1 });
  expect(cutScale([0, 0.01]).low).toBe(0);
  expect(placeOn({ low: 0.5, high: 1 }, 0.2)).toBe(0);
});

function week(low: number, value: number, high: number, sufficient = true): TrendPoint {
  return { from: '2026-11-01', to: '2026-11-07', csat: { n: 100, count: 70, value, low, high, sufficient } };
}

test('a trend breaks its line and its ribbon where there are too few answers', () => {
  const trend = [week(0.6, 0.7, 0.8), week(0.6, 0.7, 0.8), week(0.2, 0.5, 0.8, false), week(0.6, 0.7, 0.8)];
  const shape = trendShape(trend, trendScale(trend));
  expect(shape.line).toBe('M0 50L33.33 50M100 50');
  expect(shape.points.map(({ y }) => y)).toEqual([50, 50, null, 50]);
  expect(shape.ribbon.match(/Z/g)).toHaveLength(2);
  expect(shape.ticks.map(({ value }) => Math.round(value * 100))).toEqual([60, 70, 80]);
});

test('weeks are known by how many answered alone, so that good ones are not drawn where doubtful ones are left out', () => {
  const asked = (count: number, n: number) => ({ ...week(0, 0, 1), csat: share(count, n) });
  expect(ALWAYS_ENOUGH).toBe(39);
  const weeks = [asked(20, 20), asked(10, 20), asked(38, 38), asked(20, 39), asked(39, 39)];
  expect(weeks.map(({ csat }) => csat.sufficient)).toEqual([true, false, true, true, true]);
  const known = byNumberAlone(weeks);
  expect(known.map(({ csat }) => csat.sufficient)).toEqual([false, false, false, true, true]);
  expect(trendShape(known, trendScale(known)).points.map(({ y }) => y === null)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  // What is drawn is never wider than it may be.
  for (let n = ALWAYS_ENOUGH; n < 80; n += 1)
    for (let count = 0; count <= n; count += 1) expect(share(count, n).sufficient).toBe(true);
});

test('distributions of a column meet in the middle of answer 3 and fit the box', () => {
  const layouts = layOutDistributions([
    [10, 10, 10, 30, 40],
    [50, 20, 20, 5, 5],
    [0, 0, 0, 0, 0],
  ]);
  const [first, second] = layouts;
  expect(first?.middle).toBe(second?.middle);
  for (const { segments, middle } of [first, second].flatMap((layout) => (layout ? [layout] : []))) {
    const [, , three] = segments;
    expect((three?.from ?? 0) + (three?.share ?? 0) / 2).toBeCloseTo(middle, 9);
    for (const { from, share } of segments) {
      expect(from).toBeGreaterThanOrEqual(-1e-9);
      expect(from + share).toBeLessThanOrEqual(1 + 1e-9);
    }
  }
});

test('an icon is its drawn elements, without the file around them', () => {
  const svg =
    '<!-- licence -->\n<svg\n  class="x"\n  width="24"\n>\n  <path d="M1 2" />\n  <circle cx="3" cy="4" r="5" />\n</svg>';
  expect(iconShapes(svg)).toEqual([
    { tag: 'path', attributes: { d: 'M1 2' } },
    { tag: 'circle', attributes: { cx: '3', cy: '4', r: '5' } },
  ]);
});
