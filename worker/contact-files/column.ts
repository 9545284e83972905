import type { Column } from '../../contract/imports.ts';
import { headerKey } from './headerKey.ts';

export function attributeOf(column: Column): string | null {
  return column.startsWith('attribute:') ? column.slice('attribute:'.length) : null;
}

/** The header of the reasons in a file of rows to mend: not a fact of anybody. */
export const REASON_HEADER = 'Touchstone says';

/** Columns by what known headers are taken for; others keep their header, empty ones are left out. */
export function columnsBy(header: readonly string[], known: Readonly<Record<string, Column>>): Column[] {
  const byKey = new Map(Object.entries(known).map(([name, column]) => [headerKey(name), column]));
  const seen = new Set<string>();
  return header.map((name): Column => {
    const key = headerKey(name);
    const column = byKey.get(key);
    // Of two columns with one name the first counts, as in every spreadsheet's look-up.
    const isFirst = !seen.has(key);
    seen.add(key);
    if (key === '' || !isFirst || key === headerKey(REASON_HEADER)) return 'leave';
    return column ?? `attribute:${name.trim().slice(0, 60)}`;
  });
}
