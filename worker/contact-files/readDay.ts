import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date';
import { foldDigits } from '../identity/foldDigits.ts';

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s].*)?$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/**
 * A calendar day as people write it, as `2026-12-31`: year first in any separator, Persian and Arabic digits, and the
 * Persian calendar where the year says so. Day first where it can be nothing else: 03/04 may be either.
 *
 * @returns null when it is no day, or could be two
 */
export function readDay(written: string): string | null {
  const value = foldDigits(written).trim();
  const first = YEAR_FIRST.exec(value);
  if (first) return dayOf(Number(first[1]), Number(first[3]), Number(first[4]));
  const last = DAY_FIRST.exec(value);
  if (!last) return null;
  const [a, b, year] = [Number(last[1]), Number(last[3]), Number(last[4])];
  // Whoever parts by dots writes the day first.
  if (last[2] === '.' || a > 12 || a === b) return dayOf(year, b, a);
  return b > 12 ? dayOf(year, a, b) : null;
}

function dayOf(year: number, month: number, day: number): string | null {
  const isPersian = year >= 1250 && year <= 1500;
  if (!isPersian && (year < 1850 || year > 2200)) return null;
  const date = new CalendarDate(isPersian ? new PersianCalendar() : new GregorianCalendar(), year, month, day);
  // Days that do not exist are moved to ones that do.
  if (date.year !== year || date.month !== month || date.day !== day) return null;
  return toCalendar(date, new GregorianCalendar()).toString();
}
