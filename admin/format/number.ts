import { regional } from '../models/regional.ts';

/** A number in the digits and grouping of the screen's language. */
export function formatNumber(value: number, digits = 0): string {
  return new Intl.NumberFormat(regional.value.numbers, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}
