import { t } from '../messages/translate.ts';
import { formatDate } from './date.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, shortly: `now`, `38 min`, `7 h`, and from a day on the date. `now` is in milliseconds. */
export function formatAgo(at: string, now: number): string {
  const past = now - Date.parse(at);
  if (past < MINUTE) return t('time.now');
  if (past < HOUR) return t('time.minutes', { n: Math.floor(past / MINUTE) });
  if (past < DAY) return t('time.hours', { n: Math.floor(past / HOUR) });
  return formatDate(at, new Date(now));
}

/** The same inside a sentence: `1 minute ago`, `yesterday`. */
export function formatAgoLong(at: string, now: number, locale: string): string {
  const past = Math.max(0, now - Date.parse(at));
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (past < MINUTE) return relative.format(0, 'second');
  if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute');
  if (past < DAY) return relative.format(-Math.floor(past / HOUR), 'hour');
  if (past < 30 * DAY) return relative.format(-Math.floor(past / DAY), 'day');
  return formatDate(at, new Date(now));
}
