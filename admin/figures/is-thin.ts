/** Whether a range is wide enough (a half-width over 10 points) that its figure is drawn hollow. Takes fractions of one. */
export function isThin(range: { low: number; high: number }): boolean {
  return (range.high - range.low) / 2 > 0.1;
}
