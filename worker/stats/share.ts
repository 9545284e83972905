import type { Share } from '../../contract/report.ts';
import { Z } from './normal.ts';
import { SUFFICIENT_HALF_WIDTH } from './sufficiency.ts';
import { wilson } from './wilson.ts';

/**
 * A share of `n` with its 95% Wilson interval, as fractions of one, unrounded.
 * Of nothing, the share is 0 and its interval 0 … 1.
 *
 * @throws RangeError when `count` is not a whole number between 0 and `n`
 */
export function share(count: number, n: number): Share {
  const { low, high } = wilson(count, n, Z[0.95]);
  return {
    n,
    count,
    value: n === 0 ? 0 : count / n,
    low,
    high,
    sufficient: n > 0 && (high - low) / 2 <= SUFFICIENT_HALF_WIDTH,
  };
}
