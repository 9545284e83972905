import { createHash } from 'node:crypto';

/** Options in an order that follows from a seed: another for each response, and the same all along. */
export function shuffled<Option extends { id: string }>(options: readonly Option[], seed: string): Option[] {
  const place = ({ id }: Option) => createHash('sha256').update(`${seed}\n${id}`).digest('hex');
  return options.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}
