/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/**
 * Mulberry32 (Tommy Ettinger, 2017, public domain): a small generator whose sequence a seed decides, good enough for
 * invented data and for nothing that must be secret.
 */
export function mulberry32(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/**
 * One of several.
 *
 * @throws RangeError when there is nothing to choose from
 */
export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}

/**
 * One of several, by weight.
 *
 * @throws RangeError when there is nothing to choose from
 */
export function weighted<T>(random: Random, from: readonly (readonly [T, number])[]): T {
  let sum = 0;
  for (const [, weight] of from) sum += weight;
  let left = random() * sum;
  for (const [value, weight] of from) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new RangeError('nothing to choose from');
}

/** `length` characters of an id. */
export function token(random: Random, length: number): string {
  const characters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  let made = '';
  for (let i = 0; i < length; i += 1) made += characters[Math.floor(random() * characters.length)] ?? '';
  return made;
}
