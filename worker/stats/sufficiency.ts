/**
 * Evidence is enough to be shown when the 95% interval's half-width is at most 15 hundredths of one: about 39 answers
 * at one half, 33 at 0.7. Wider than that, a bead on a rail says more than anybody knows.
 */
export const SUFFICIENT_HALF_WIDTH = 0.15;
