import { t } from '../messages/translate.ts';
import { regional } from '../models/regional.ts';
import { dayOf } from './day.ts';

/**
 * A date as Intl writes it, without the era: there is one Jalali calendar and one of ours, so `1405 AP` says no more
 * than `1405`.
 */
export function formatParts(at: Date, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(regional.value.dates, options).formatToParts(at);
  const era = parts.findIndex(({ type }) => type === 'era');
  // The space that led to it, or away from it where it comes first.
  const space = era > 0 ? era - 1 : era + 1;
  return parts.flatMap(({ value }, index) => (era >= 0 && (index === era || index === space) ? [] : [value])).join('');
}

function format(at: Date, options: Intl.DateTimeFormatOptions, timeZone = regional.value.timeZone): string {
  return formatParts(at, { timeZone, hourCycle: 'h23', ...options });
}

/** `Nov 23`, with the year when it is not this one. Takes an instant. */
export function formatDate(at: string, now = new Date()): string {
  const date = new Date(at);
  const { timeZone } = regional.value;
  const sameYear = format(date, { year: 'numeric' }) === format(now, { year: 'numeric' }, timeZone);
  return format(date, { month: 'short', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** `Nov 23, 2026, 14:32` */
export function formatDateTime(at: string): string {
  return format(new Date(at), { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
}

/** `14:32` */
export function formatTime(at: string): string {
  return format(new Date(at), { hour: '2-digit', minute: '2-digit' });
}

/** A month with its year. Intl puts Jalali years first in some lengths, as in an index; Persian says the month first. */
function monthOfYear(at: Date, month: 'short' | 'long'): string {
  if (regional.value.locale !== 'fa') return format(at, { month, year: 'numeric' });
  return `${format(at, { month })} ${format(at, { year: 'numeric' })}`;
}

/** `May 2024` */
export function formatMonth(at: string): string {
  return monthOfYear(new Date(at), 'short');
}

/** `October`, with the year when it is not this one. */
export function formatMonthHead(at: string, now = new Date()): string {
  const date = new Date(at);
  const sameYear = format(date, { year: 'numeric' }) === format(now, { year: 'numeric' });
  return sameYear ? format(date, { month: 'long' }) : monthOfYear(date, 'long');
}

/** A calendar day such as `2026-11-23`, as `Nov 23`. */
export function formatDay(day: string): string {
  return format(new Date(`${day}T00:00:00Z`), { month: 'short', day: 'numeric' }, 'UTC');
}

/**
 * The calendar days of a period, as `Aug 26 – Nov 23`, or one day alone. A year is said where it is not this one, and
 * once when both ends share it.
 */
export function formatDays(from: string, to: string, now = new Date()): string {
  const yearOf = (day: string) => format(new Date(`${day}T00:00:00Z`), { year: 'numeric' }, 'UTC');
  const thisYear = format(now, { year: 'numeric' });
  const [first, last] = [yearOf(from), yearOf(to)];
  const end = last === thisYear ? formatDay(to) : formatDayOfYear(to);
  if (from === to) return end;
  return t('between', {
    from: first === thisYear || first === last ? formatDay(from) : formatDayOfYear(from),
    to: end,
  });
}

function formatDayOfYear(day: string): string {
  return format(new Date(`${day}T00:00:00Z`), { year: 'numeric', month: 'short', day: 'numeric' }, 'UTC');
}

/** Whether two instants fall on the same day of the workspace. */
export function sameDay(first: string | Date, second: string | Date): boolean {
  const { timeZone } = regional.value;
  return dayOf(new Date(first), timeZone) === dayOf(new Date(second), timeZone);
}
