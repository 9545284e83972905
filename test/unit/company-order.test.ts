import { expect, it } from 'vitest';
import { sortBySatisfaction } from '../../worker/facts/people/sortBySatisfaction.ts';

// By number: none, many and content, many and not, too few and all content, too few and none content.
const felt = { n: Uint32Array.of(0, 200, 100, 2, 3), satisfied: Uint32Array.of(0, 180, 50, 2, 0) };
const bySize = (a: number, b: number) => b - a;

it.each([
  ['least', 1, [2, 1, 4, 3]],
  ['most', -1, [1, 2, 4, 3]],
] as const)('companies %s satisfied come first, and those of too few answers last', (_, direction, sorted) => {
  const order = [1, 2, 3, 4];
  sortBySatisfaction(order, felt, direction, bySize);
  expect(order).toEqual(sorted);
});
