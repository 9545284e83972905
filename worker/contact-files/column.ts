import { headerKey } from './headerKey.ts';

/** What a column of a contact file is taken for. */
export const COLUMN_FIELDS = [
  'leave',
  'name',
  'first-name',
  'last-name',
  'email',
  'phone',
  /** A phone that comes before the others: it rings in a pocket. */
  'mobile',
  'company',
  'id',
  'created',
  'updated',
  'deleted',
  'master',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** A field, or `attribute:` and the name it is kept under. */
export type Column = ColumnField | `attribute:${string}`;

export function attributeOf(column: Column): string | null {
  return column.startsWith('attribute:') ? column.slice('attribute:'.length) : null;
}

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
    if (key === '' || !isFirst) return 'leave';
    return column ?? `attribute:${name.trim().slice(0, 60)}`;
  });
}
