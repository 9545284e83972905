/** The 95% quantile of the normal distribution, two-sided. */
const Z = 1.959964;
/** The widest half-width a share may have to be shown. */
const WIDEST = 0.15;

/** Half the width of Wilson's score interval (E. B. Wilson, JASA 22, 1927) for a share `p` of `n`. */
export function wilsonHalfWidth(p: number, n: number): number {
  return (Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n);
}

/**
 * About how many answers a share needs before it may be shown. A handful says little about the share itself,
 * so never fewer than 35, what a share of 0.67 needs.
 */
export function neededAnswers(p: number, n: number): number {
  let needed = Math.max(35, n + 1);
  while (wilsonHalfWidth(p, needed) > WIDEST) needed += 1;
  return needed;
}
