import type { Locale } from '../../contract/locale.ts';

const REGIONS: Record<Locale, string> = { en: 'en-IE', fa: 'fa-IR', pl: 'pl-PL' };

/** An amount in euros, as the language writes it. */
export function price(locale: Locale, euros: number): string {
  return new Intl.NumberFormat(REGIONS[locale], { style: 'currency', currency: 'EUR' }).format(euros);
}

/** A day with its weekday, in the language's own calendar. */
export function dayOf(locale: Locale, date: Date): string {
  return new Intl.DateTimeFormat(REGIONS[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(date);
}

/** A number without grouping: order numbers, quantities. */
export function plainNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(REGIONS[locale], { useGrouping: false }).format(value);
}
