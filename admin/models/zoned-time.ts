import { parseAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';

/** An instant as a date-and-time field writes it, in a time zone: `2026-11-23T14:30`. */
export function toLocalTime(instant: string, timeZone: string): string {
  return toCalendarDateTime(parseAbsolute(instant, timeZone)).toString().slice(0, 16);
}

/** The instant a date-and-time field says, in a time zone; null while it says none. */
export function fromLocalTime(local: string, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return null;
  return toZoned(parseDateTime(local.slice(0, 16)), timeZone).toAbsoluteString();
}
