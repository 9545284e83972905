import { headerKey } from '../contact-files/headerKey.ts';

/** Cells of a row by their column's name, without regard to case and order; '' for what is not there. */
export function columnsOf(header: readonly string[]): {
  cell(cells: readonly string[], ...names: string[]): string;
  /** The places of all columns but these. */
  others(names: readonly string[]): number[];
} {
  const places = new Map<string, number>();
  for (const [index, name] of header.entries()) if (!places.has(headerKey(name))) places.set(headerKey(name), index);
  return {
    cell(cells, ...names) {
      for (const name of names) {
        const value = cells[places.get(headerKey(name)) ?? -1]?.trim();
        if (value) return value;
      }
      return '';
    },
    others(names) {
      const own = new Set(names.map(headerKey));
      return header.flatMap((name, index) => (own.has(headerKey(name)) ? [] : [index]));
    },
  };
}
