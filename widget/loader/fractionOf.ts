/**
 * A number from 0 up to 1, evenly spread and always the same for one text: a polynomial hash, whose neighbours Knuth's
 * multiplicative one (The Art of Computer Programming, 6.4) sets as far apart as can be.
 */
export function fractionOf(text: string): number {
  let hash = 0;
  for (const unit of text) hash = Math.imul(hash, 31) + unit.charCodeAt(0);
  return (Math.imul(hash, 0x9e3779b1) >>> 0) / 2 ** 32;
}
