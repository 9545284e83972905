import { computed } from '@preact/signals';
import { addDays, dayOf } from '../format/day.ts';
import { now } from './clock.ts';
import { hrefWith, query } from './location.ts';
import { regional } from './regional.ts';

/** Periods offered without a calendar, in days. */
export const PRESETS = [7, 30, 90, 365] as const;
const DEFAULT_DAYS = 90;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Today, in the workspace. */
export const today = computed(() => dayOf(new Date(now.value), regional.value.timeZone));

/** The period on screen: workspace days, inclusive. `days` is set when it ends today and follows it. */
export const period = computed<{ from: string; to: string; days: number | null }>(() => {
  const from = query.value.get('from');
  const to = query.value.get('to');
  if (from && to && DAY.test(from) && DAY.test(to) && from <= to) return { from, to, days: null };
  const asked = Number(query.value.get('days'));
  const days = Number.isInteger(asked) && asked >= 1 && asked <= 3_660 ? asked : DEFAULT_DAYS;
  return { from: addDays(today.value, 1 - days), to: today.value, days };
});

/** Where the last so many days are shown. */
export function lastDaysHref(days: number): string {
  return hrefWith({ days: days === DEFAULT_DAYS ? null : String(days), from: null, to: null });
}

/** Where the days from one to another are shown. */
export function rangeHref(from: string, to: string): string {
  return hrefWith({ days: null, from, to });
}

/** The period's own parameters, to carry to another screen. */
export const periodQuery = computed<Record<string, string>>(() => {
  const { from, to, days } = period.value;
  if (days === null) return { from, to };
  return days === DEFAULT_DAYS ? {} : { days: String(days) };
});
