import type { People } from './people.ts';

/** 1 at every contact, leaves too, whose person passes: what a filter of facts stays among. */
export function maskOf(people: People, passes: (root: number) => boolean): Uint8Array {
  const { size, root } = people;
  const mask = new Uint8Array(size);
  for (let number = 1; number < size; number += 1) if (root[number] === number && passes(number)) mask[number] = 1;
  for (let number = 1; number < size; number += 1) mask[number] = mask[root[number] ?? 0] ?? 0;
  return mask;
}
