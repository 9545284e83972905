import { t } from '../messages/translate.ts';
import { regional } from '../models/regional.ts';
import { formatNumber } from './number.ts';

/** How many decimals a share deserves: one when its range is narrower than two points, else none. */
export function percentDigits(low: number, high: number): 0 | 1 {
  return high - low < 0.02 ? 1 : 0;
}

/** A fraction of one as a percentage. */
export function formatPercent(value: number, digits = 0): string {
  return new Intl.NumberFormat(regional.value.numbers, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** Two fractions of one as a range of percentages: `72–76%`, «۷۲ تا ۷۶٪». */
export function formatPercentRange(low: number, high: number, digits = 0): string {
  return t('range.percent', { low: formatNumber(low * 100, digits), high: formatNumber(high * 100, digits) });
}
