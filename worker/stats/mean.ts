import type { Mean } from '../../contract/report.ts';
import { Z } from './normal.ts';
import { studentT } from './studentT.ts';
import { SUFFICIENT_HALF_WIDTH } from './sufficiency.ts';
import { wilson } from './wilson.ts';

/**
 * Mean of a discrete scale with its 95% t interval, kept within the scale. Sufficient: a half-width of at most
 * 15 hundredths of the scale's width (0.9 on a scale from 1 to 7).
 * Answers that all agree have no spread to reckon with, so a t interval would claim certainty after two of them: then
 * the interval is what a disagreeing share, as large as Wilson's bound still allows, could do from the far ends.
 *
 * @param counts answers per step of the scale, lowest step first
 * @param lowest the value of the first step
 * @throws RangeError when a count is not a whole number from 0 up
 */
export function mean(counts: readonly number[], lowest: number): Mean {
  const highest = lowest + counts.length - 1;
  let n = 0;
  let sum = 0;
  for (const [step, count] of counts.entries()) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
    n += count;
    sum += count * (lowest + step);
  }
  if (n === 0) return { n, value: lowest, low: lowest, high: highest, sufficient: false };
  const value = sum / n;
  const { low, high } = interval(counts, lowest, n, value);
  const sufficient = (high - low) / 2 <= SUFFICIENT_HALF_WIDTH * (highest - lowest);
  return { n, value, low, high, sufficient };
}

function interval(counts: readonly number[], lowest: number, n: number, value: number): { low: number; high: number } {
  const highest = lowest + counts.length - 1;
  let squares = 0;
  for (const [step, count] of counts.entries()) squares += count * (lowest + step - value) ** 2;
  if (squares === 0) {
    const others = wilson(0, n, Z[0.95]).high;
    return { low: value - others * (value - lowest), high: value + others * (highest - value) };
  }
  const half = studentT(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { low: Math.max(lowest, value - half), high: Math.min(highest, value + half) };
}
