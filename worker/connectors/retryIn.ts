const FIRST = 30_000;
const LONGEST = 3_600_000;

/**
 * How long to wait after the `failures`th failure on end, in milliseconds: doubling up to an hour, with jitter, so that
 * many who were refused together do not come back together.
 *
 * @param random in [0, 1)
 */
export function retryIn(failures: number, random: number): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.min(Math.max(failures - 1, 0), 10));
  return Math.round(whole * (0.5 + random / 2));
}
