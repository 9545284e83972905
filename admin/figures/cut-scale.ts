/** The part of 0 to 1 a glyph shows. */
export interface Scale {
  low: number;
  high: number;
}

const STEPS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];

/** A scale with round ends that holds every value with some room, for glyphs whose values lie close together. */
export function cutScale(values: number[]): Scale {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const span = Math.max(most - least, 0.005);
  const step = STEPS.find((candidate) => candidate * 5 >= span) ?? 0.2;
  const low = Math.max(0, Math.floor((least - span * 0.2) / step) * step);
  const high = Math.min(1, Math.ceil((most + span * 0.2) / step) * step);
  return { low, high };
}

/** Where a value lies on a scale, 0 to 1, kept inside. */
export function placeOn(scale: Scale, value: number): number {
  return Math.min(1, Math.max(0, (value - scale.low) / (scale.high - scale.low)));
}
