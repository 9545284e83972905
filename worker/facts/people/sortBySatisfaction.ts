import { share } from '../../stats/share.ts';
import type { CompanySatisfaction } from './satisfactionOf.ts';

/** Sorts companies by how satisfied they are, the least first or, with -1, last; where there are too few answers to say at the end. */
export function sortBySatisfaction(
  order: number[],
  felt: Pick<CompanySatisfaction, 'n' | 'satisfied'>,
  direction: 1 | -1,
  otherwise: (a: number, b: number) => number,
): void {
  const values = new Map(
    order.map((number) => {
      const { sufficient, value } = share(felt.satisfied[number] ?? 0, felt.n[number] ?? 0);
      return [number, sufficient ? direction * value : Number.POSITIVE_INFINITY];
    }),
  );
  order.sort((a, b) => {
    const [left = 0, right = 0] = [values.get(a), values.get(b)];
    return left === right ? otherwise(a, b) : left - right;
  });
}
