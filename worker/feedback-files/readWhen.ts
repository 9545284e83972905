import { readTime } from '../contact-files/readTime.ts';

/** `03/24/2026 08:30:00 AM`, as American exports write it. */
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(AM|PM)?)?$/i;

/**
 * A time of answering: as ISO writes it, in seconds since 1970, or as Americans do where the source is known to.
 * `zone` is what times without an offset are in.
 *
 * @returns milliseconds since 1970, UTC; null when it is no such time
 */
export function readWhen(value: string, { american = false, zone = 'UTC' } = {}): number | null {
  const text = value.trim();
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const [, month = '', day = '', year = '', hour = '0', minute = '00', second = '00', half = ''] =
    (american && AMERICAN.exec(text)) || [];
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const two = (part: string | number) => String(part).padStart(2, '0');
  const written = year === '' ? text : `${year}-${two(month)}-${two(day)} ${two(hours)}:${minute}:${second}`;
  const at = readTime(written);
  if (at === null || zone === 'UTC' || /(?:Z|UTC|[+-]\d{2}:?\d{2})$/i.test(written)) return at;
  return at - offsetOf(zone, at - offsetOf(zone, at));
}

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetOf(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(at / 1000) * 1000;
}
