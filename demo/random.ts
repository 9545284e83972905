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

/** Draws one of several by weight, again and again. */
export type Chooser<T> = (random: Random) => T;

/**
 * A chooser; each draw takes one random number and a binary search.
 *
 * @throws RangeError when there is nothing to choose from
 */
export function chooser<T>(from: readonly (readonly [T, number])[]): Chooser<T> {
  const upTo: number[] = [];
  let sum = 0;
  for (const [, weight] of from) {
    sum += weight;
    upTo.push(sum);
  }
  if (sum <= 0) throw new RangeError('nothing to choose from');
  return (random) => {
    const wanted = random() * sum;
    let low = 0;
    let high = from.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((upTo[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const found = from[low];
    if (!found) throw new RangeError('nothing to choose from');
    return found[0];
  };
}

/** `length` characters of an id. */
export function token(random: Random, length: number): string {
  const characters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  let made = '';
  for (let i = 0; i < length; i += 1) made += characters[Math.floor(random() * characters.length)] ?? '';
  return made;
}
