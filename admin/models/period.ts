import { computed } from '@preact/signals';
import { addDays, dayOf } from '../format/day.ts';
import { now } from './clock.ts';
import { hrefWith, query } from './location.ts';
import { regional } from './regional.ts';

/** How a period follows today: it is yesterday, or so many days that end today. */
export type Following = number | 'yesterday';

/** Periods offered without a calendar; one day is today. */
export const PRESETS = [1, 'yesterday', 7, 30, 90, 365] as const satisfies Following[];
/** The period shown until another is chosen, in days. */
export const DEFAULT_DAYS = 90;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Today, in the workspace. */
export const today = computed(() => dayOf(new Date(now.value), regional.value.timeZone));

/** The period on screen: workspace days, inclusive. `days` is null when its days are fixed. */
export const period = computed<{ from: string; to: string; days: Following | null }>(() => {
  const from = query.value.get('from');
  const to = query.value.get('to');
  if (from && to && DAY.test(from) && DAY.test(to) && from <= to) return { from, to, days: null };
  if (query.value.get('days') === 'yesterday') {
    const yesterday = addDays(today.value, -1);
    return { from: yesterday, to: yesterday, days: 'yesterday' };
  }
  const asked = Number(query.value.get('days'));
  const days = Number.isInteger(asked) && asked >= 1 && asked <= 3_660 ? asked : DEFAULT_DAYS;
  return { from: addDays(today.value, 1 - days), to: today.value, days };
});

/** Where yesterday, or the last so many days, are shown. */
export function followingHref(days: Following): string {
  return hrefWith({ days: days === DEFAULT_DAYS ? null : String(days), from: null, to: null, open: null });
}

/** Where the days from one to another are shown. */
export function rangeHref(from: string, to: string): string {
  return hrefWith({ days: null, from, to, open: null });
}

/** The period's own parameters, to carry to another screen. */
export const periodQuery = computed<Record<string, string>>(() => {
  const { from, to, days } = period.value;
  if (days === null) return { from, to };
  return days === DEFAULT_DAYS ? {} : { days: String(days) };
});
