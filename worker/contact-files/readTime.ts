/** `2026-11-06 08:30`, with a `T`, seconds, and an offset in any of the shapes exports have; no offset is UTC. */
const WRITTEN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?\s*(?:Z|UTC|([+-])(\d{2}):?(\d{2}))?$/i;

/**
 * A time as an export writes it, in milliseconds since 1970, UTC. Only year-month-day: whether 03/04 is in March or in
 * April nobody can know.
 *
 * @returns null when it is not such a time, or no such day exists
 */
export function readTime(value: string): number | null {
  const match = WRITTEN.exec(value.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const at = Date.UTC(year, month - 1, day, hour, minute, second, Number((match[7] ?? '').padEnd(3, '0')));
  const back = new Date(at);
  // Date.UTC turns 30 February into March.
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59)
    return null;
  const sign = match[8] === '-' ? -1 : 1;
  return at - sign * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * 60_000;
}
