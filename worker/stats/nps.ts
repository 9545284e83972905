import type { Nps } from '../../contract/report.ts';
import { Z } from './normal.ts';
import { SUFFICIENT_HALF_WIDTH } from './sufficiency.ts';

/** Answers imagined beside the real ones, a quarter of them promoters and a quarter detractors. */
const ADDED = 3;

/**
 * Net promoter score, −100 … 100, with its 95% adjusted Wald interval (B. Rocks, "Interval Estimation for the Net
 * Promoter Score", The American Statistician 70, 2016): three imagined answers (¾ promoter, 1½ passive, ¾ detractor)
 * keep the interval honest for few or unanimous answers; the variance is the multinomial one, p + d − (p − d)².
 * The value itself is of the real answers alone. Sufficient: a half-width of at most 15 points.
 *
 * @throws RangeError when a count is not a whole number from 0 up
 */
export function nps(promoters: number, passives: number, detractors: number): Nps {
  for (const count of [promoters, passives, detractors]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  }
  const n = promoters + passives + detractors;
  const counts = { n, promoters, passives, detractors };
  if (n === 0) return { ...counts, value: 0, low: -100, high: 100, sufficient: false };
  const p = (promoters + ADDED / 4) / (n + ADDED);
  const d = (detractors + ADDED / 4) / (n + ADDED);
  const half = Z[0.95] * Math.sqrt((p + d - (p - d) ** 2) / (n + ADDED));
  const value = (100 * (promoters - detractors)) / n;
  // The centre is drawn towards zero, so with very few answers the estimate itself could stand outside: widen to it.
  const low = Math.max(-100, Math.min(value, 100 * (p - d - half)));
  const high = Math.min(100, Math.max(value, 100 * (p - d + half)));
  return { ...counts, value, low, high, sufficient: high - low <= 200 * SUFFICIENT_HALF_WIDTH };
}
