import { WIDEST, wilsonHalfWidth } from './needed-answers.ts';

/** Answers with which a share may be shown whatever it is: at one half its range is widest. */
export const ALWAYS_ENOUGH = fewestAtOneHalf();

function fewestAtOneHalf(): number {
  let n = 1;
  while (wilsonHalfWidth(0.5, n) > WIDEST) n += 1;
  return n;
}

/**
 * Points in a row, each known by how many answered and by nothing else. A share near one needs fewer answers than one
 * near a half, so that by their ranges alone good weeks would be drawn, and doubtful ones beside them left out.
 */
export function byNumberAlone<Point extends { csat: { n: number; sufficient: boolean } }>(
  points: readonly Point[],
): Point[] {
  return points.map((point) => ({ ...point, csat: { ...point.csat, sufficient: point.csat.n >= ALWAYS_ENOUGH } }));
}
