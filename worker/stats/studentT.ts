/**
 * Quantile of Student's t distribution: the t below which a share `p` lies.
 *
 * @param p strictly between 0 and 1
 * @param freedom degrees of freedom, above 0
 * @throws RangeError outside these
 */
export function studentT(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`not a probability: ${p}`);
  if (!(freedom > 0)) throw new RangeError(`not degrees of freedom: ${freedom}`);
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentT(1 - p, freedom);
  // The upper tail holds half of I(x; ν/2, ½) with x = ν / (ν + t²) (Abramowitz and Stegun 26.7.1), which grows with x.
  const tail = 2 * (1 - p);
  let under = 0;
  let over = 1;
  for (let step = 0; step < 200; step += 1) {
    const x = (under + over) / 2;
    if (x === under || x === over) break;
    if (incompleteBeta(x, freedom / 2, 0.5) < tail) under = x;
    else over = x;
  }
  const x = (under + over) / 2;
  return Math.sqrt((freedom * (1 - x)) / x);
}

/** Regularised incomplete beta function I(x; a, b) (Abramowitz and Stegun 26.5.8, turned around where it converges badly). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return front / (a * fraction(x, a, b));
}

/** The continued fraction 1 + d₁/(1 + d₂/(1 + …)) of 26.5.8, from the inside out: twenty-odd terms more than ever needed. */
function fraction(x: number, a: number, b: number): number {
  const depth = 60 + Math.ceil(2 * Math.sqrt(a + b));
  let value = 1;
  for (let k = depth; k >= 1; k -= 1) {
    const m = k >> 1;
    const term =
      k % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    value = 1 + term / value;
  }
  return value;
}

/** Natural logarithm of the gamma function for x > 0: Stirling's series (Abramowitz and Stegun 6.1.41) from 12 up. */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 12) {
    shift -= Math.log(at);
    at += 1;
  }
  const r = 1 / (at * at);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / at;
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series;
}
