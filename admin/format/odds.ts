import { t } from '../messages/translate.ts';

/** Beyond this a number says no more than that it is large. */
const HUGE = 1_000_000;

/** How likely two are one person, in words. `weight`: log2 of the odds. */
export function oddsWord(weight: number | null): string {
  if (weight === null) return t('odds.unknown');
  if (weight >= 10) return t('odds.sure');
  if (weight >= 5) return t('odds.very');
  if (weight >= 2) return t('odds.likely');
  return t(weight >= 0 ? 'odds.maybe' : 'odds.less');
}

/** The same as a number, "about 500 to 1", with two figures that count; "1 to 500" where two are likelier. */
export function oddsNumber(weight: number | null): string {
  if (weight === null) return '';
  const odds = 2 ** Math.abs(weight);
  if (odds > HUGE) return t(weight < 0 ? 'odds.huge-against' : 'odds.huge', { odds: HUGE });
  const rounded = odds < 10 ? Math.round(odds * 10) / 10 : Number(odds.toPrecision(2));
  return t(weight < 0 ? 'odds.against' : 'odds.number', { odds: rounded });
}
