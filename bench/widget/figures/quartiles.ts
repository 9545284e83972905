/** The middle of a run's values and the half of them around it. */
export interface Quartiles {
  low: number;
  median: number;
  high: number;
}

/** Quartiles by linear interpolation between the two nearest values (Hyndman and Fan's type 7). */
export function quartiles(values: readonly number[]): Quartiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] ?? 0;
    return below + ((sorted[Math.ceil(place)] ?? 0) - below) * (place % 1);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
