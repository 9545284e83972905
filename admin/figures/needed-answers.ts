/** The 95% quantile of the normal distribution, two-sided. */
const Z = 1.959964;
/** The widest half-width a share may have to be shown. */
export const WIDEST = 0.15;

/** Half the width of Wilson's score interval (E. B. Wilson, JASA 22, 1927) for a share `p` of `n`. */
export function wilsonHalfWidth(p: number, n: number): number {
  return (Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n);
}

/** What a share of about two thirds needs; said while there are too few answers to know the share itself. */
const USUALLY = 35;

/** About how many answers a share `p`, so far of `n`, needs before it may be shown. */
export function neededAnswers(p: number, n: number): number {
  let needed = Math.max(USUALLY, n + 1);
  if (n < USUALLY) return needed;
  while (wilsonHalfWidth(p, needed) > WIDEST) needed += 1;
  return needed;
}
