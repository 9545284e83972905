/** FNV-1a: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
function hash(text: string): number {
  return [...text].reduce((sum, one) => Math.imul(sum ^ (one.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5) >>> 0;
}

/** Options in an order that follows from the display: another for each visitor, and the same all along. */
export function shuffled<Option extends { id: string }>(options: Option[], seed: string): Option[] {
  return options.toSorted((one, other) => hash(one.id + seed) - hash(other.id + seed));
}
