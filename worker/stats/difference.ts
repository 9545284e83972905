import { type Level, Z } from './normal.ts';
import { wilson } from './wilson.ts';

/** `count` of `n` independent answers. */
export interface Proportion {
  count: number;
  n: number;
}

/** `now` minus `before` as fractions of one, −1 … 1, with its interval. */
export interface Difference {
  difference: number;
  low: number;
  high: number;
}

/**
 * The difference of two independent proportions with Newcombe's hybrid score interval (R. G. Newcombe, "Interval
 * estimation for the difference between independent proportions: comparison of eleven methods", Statistics in
 * Medicine 17, 1998, method 10): the two Wilson intervals, combined by the distances of their ends from the estimates.
 * Where either side has no answers nothing is known: 0 within −1 … 1.
 *
 * @throws RangeError when a count is not a whole number between 0 and its n
 */
export function difference(now: Proportion, before: Proportion, level: Level = 0.95): Difference {
  const z = Z[level];
  const a = wilson(now.count, now.n, z);
  const b = wilson(before.count, before.n, z);
  if (now.n === 0 || before.n === 0) return { difference: 0, low: -1, high: 1 };
  const p = now.count / now.n;
  const q = before.count / before.n;
  return {
    difference: p - q,
    low: Math.max(-1, p - q - Math.hypot(p - a.low, b.high - q)),
    high: Math.min(1, p - q + Math.hypot(a.high - p, q - b.low)),
  };
}
