const MINUTE = 60_000;
const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A workspace day (`2026-11-23`) in minutes since 1970: its first, and the first of the next day. */
export function dayBounds(day: string, timeZone: string): { from: number; until: number } {
  return { from: startOf(day, timeZone), until: startOf(addDays(day, 1), timeZone) };
}

/** The workspace day an instant falls on. */
export function dayOf(instant: number, timeZone: string): string {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 10);
}

/** A day some days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days from one to another, exclusive of the last. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The first minute of a day. Where clocks skip midnight, the first that exists. */
function startOf(day: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  // The offset before and the offset at the guess: one of the two is in force at that midnight.
  let instant = asUtc - offsetAt(asUtc - DAY, timeZone);
  const again = asUtc - offsetAt(instant, timeZone);
  if (again !== instant) instant = dayOf(again, timeZone) === day ? again : Math.max(again, instant);
  return Math.floor(instant / MINUTE);
}

/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'] ?? 1,
    part['hour'] ?? 0,
    part['minute'] ?? 0,
    part['second'] ?? 0,
  );
  return local - Math.floor(instant / 1000) * 1000;
}
