import type { DayRange } from '../../contract/segment.ts';

const DAY = 86_400_000;
const YEAR = 366;

/** Whether a day (`2026-11-23`) lies in a range, seen from today. */
export function dayIn(day: string, range: DayRange, today: string): boolean {
  if (range.in === 'between') return (range.from ?? day) <= day && day <= (range.to ?? day);
  const sign = range.in === 'next' ? 1 : -1;
  if (!range.yearly) {
    const ahead = (sign * (at(day) - at(today))) / DAY;
    return ahead >= 0 && ahead <= range.days;
  }
  // Whatever the year: the nearest time it comes round in that direction.
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1].some((near) => {
    const ahead = (sign * (at(inYear(day, near)) - at(today))) / DAY;
    return ahead >= 0 && ahead <= Math.min(range.days, YEAR);
  });
}

/** The same day of another year; the last of February where that year has no 29th. */
function inYear(day: string, year: number): string {
  const moved = `${String(year).padStart(4, '0')}${day.slice(4)}`;
  return moved.endsWith('-02-29') && new Date(at(moved)).getUTCDate() !== 29 ? `${moved.slice(0, 4)}-02-28` : moved;
}

function at(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
