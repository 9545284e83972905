/** One row's cells by the name of their column. */
export interface Cells {
  /** The trimmed cell under a header, without regard to case; '' where there is none. */
  get(header: string): string;
  /** The trimmed cells of columns that `known` does not name, by header as written; without empty ones. */
  others(known: readonly string[]): [header: string, value: string][];
}

/** Reads rows of a table by header, in whatever order and case the columns come. */
export function cellReader(header: readonly string[]): (cells: readonly string[]) => Cells {
  const columns = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const key = headerKey(name);
    // Of two columns with one name the first counts, as in every spreadsheet's look-up.
    if (key && !columns.has(key)) columns.set(key, index);
  }
  return (cells) => ({
    get: (name) => cells[columns.get(headerKey(name)) ?? -1]?.trim() ?? '',
    others: (known) => {
      const skip = new Set(known.map(headerKey));
      const found: [string, string][] = [];
      for (const [key, index] of columns) {
        const value = cells[index]?.trim() ?? '';
        if (value !== '' && !skip.has(key)) found.push([header[index] ?? key, value]);
      }
      return found;
    },
  });
}

/** A header as it is compared. */
export function headerKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
