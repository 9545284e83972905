/** The day a value names, when it is one or begins with one as ISO 8601 writes it; else null. */
export function isoDay(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(value)?.[1];
  if (day === undefined) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  // February 30 is written like a day, and is none.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : day;
}
