import { t } from '../messages/translate.ts';
import { regional } from '../models/regional.ts';
import { dayOf } from './day.ts';

function format(at: Date, options: Intl.DateTimeFormatOptions, timeZone = regional.value.timeZone): string {
  return new Intl.DateTimeFormat(regional.value.dates, { timeZone, hourCycle: 'h23', ...options }).format(at);
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

/** `May 2024` */
export function formatMonth(at: string): string {
  return format(new Date(at), { month: 'short', year: 'numeric' });
}

/** `October`, with the year when it is not this one. */
export function formatMonthHead(at: string, now = new Date()): string {
  const date = new Date(at);
  const sameYear = format(date, { year: 'numeric' }) === format(now, { year: 'numeric' });
  return format(date, { month: 'long', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** A calendar day such as `2026-11-23`, as `Nov 23`. */
export function formatDay(day: string): string {
  return format(new Date(`${day}T00:00:00Z`), { month: 'short', day: 'numeric' }, 'UTC');
}

/** Two calendar days, as `Aug 26 – Nov 23`. */
export function formatDays(from: string, to: string): string {
  return t('between', { from: formatDay(from), to: formatDay(to) });
}

/** Whether two instants fall on the same day of the workspace. */
export function sameDay(first: string | Date, second: string | Date): boolean {
  const { timeZone } = regional.value;
  return dayOf(new Date(first), timeZone) === dayOf(new Date(second), timeZone);
}
