/** The ends of an interval of a share, as fractions of one. */
export interface ShareInterval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval of a proportion (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927): the proportions p for which `count` of `n` lies within `z` standard errors of p.
 * It never leaves [0, 1] and stays honest at 0 of n and n of n, which the textbook interval does not.
 *
 * @param count answers counted, 0 … n
 * @param n answers in all; with none, everything is possible: 0 … 1
 * @param z normal quantile of the level wanted
 * @throws RangeError when `count` is not a whole number between 0 and `n`
 */
export function wilson(count: number, n: number, z: number): ShareInterval {
  if (!Number.isInteger(count) || !Number.isInteger(n) || count < 0 || count > n) {
    throw new RangeError(`not a share: ${count} of ${n}`);
  }
  if (n === 0) return { low: 0, high: 1 };
  const p = count / n;
  const z2 = z * z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return {
    // At the ends the formula gives 0 and 1 exactly; rounding must not.
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === n ? 1 : Math.min(1, centre + half),
  };
}
