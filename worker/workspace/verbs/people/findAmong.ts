import type { WorkspaceState } from '../../state.ts';
import { COUNTED_MAX, findContacts, type Sought } from './findContacts.ts';

/** So many found people are looked at at once. */
const AT_ONCE = 500;

/**
 * Roots of those a mask lets through that hold every word, newest first, below `before`; and how many there are in all,
 * counted up to COUNTED_MAX where words are looked for.
 */
export function findAmong(
  state: WorkspaceState,
  among: Uint8Array,
  sought: Sought,
  before: number,
  limit: number,
): { numbers: number[]; total: { total: number; more: boolean } } {
  const { root } = state.people.all;
  const numbers: number[] = [];
  let total = 0;
  if (sought.words.length === 0) {
    for (let number = among.length - 1; number > 0; number -= 1) {
      if (among[number] !== 1 || root[number] !== number) continue;
      total += 1;
      if (number < before && numbers.length < limit) numbers.push(number);
    }
    return { numbers, total: { total, more: false } };
  }
  for (let below = Number.MAX_SAFE_INTEGER; total <= COUNTED_MAX; ) {
    const found = findContacts(state, sought, below, AT_ONCE);
    for (const number of found) {
      if (among[number] !== 1) continue;
      total += 1;
      if (number < before && numbers.length < limit) numbers.push(number);
    }
    const last = found.at(-1);
    if (last === undefined || found.length < AT_ONCE) return { numbers, total: { total, more: false } };
    below = last;
  }
  return { numbers, total: { total: COUNTED_MAX, more: true } };
}
