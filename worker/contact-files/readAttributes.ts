/** Plain decimal numbers without leading zeros, which would be codes, and short enough to be exact. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

/** Cells as attributes: what is plainly a number becomes one, everything else stays as written. */
export function readAttributes(cells: Iterable<[name: string, value: string]>): Record<string, string | number> {
  const attributes: Record<string, string | number> = {};
  for (const [name, value] of cells) if (value !== '') attributes[name] = NUMBER.test(value) ? Number(value) : value;
  return attributes;
}
