import { foldDigits } from '../identity/foldDigits.ts';

/**
 * A number as people and spreadsheets write it: with spaces, commas or points between thousands, a decimal comma, a
 * currency sign, Persian digits.
 *
 * @returns null when it is none
 */
export function readNumber(written: string): number | null {
  const value = foldDigits(written)
    .replace(/[\s\u00a0\u202f\u066c'’]/g, '')
    .replace(/\u066b/g, '.')
    .replace(/^(-?)\p{Sc}/u, '$1')
    .replace(/(?:\p{Sc}|zł|PLN|EUR|USD|GBP|IRR|تومان|ریال)$/iu, '');
  if (/^-?\d{1,15}(?:\.\d{1,9})?$/.test(value)) return Number(value);
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d{1,9})?$/.test(value)) return Number(value.replaceAll(',', ''));
  if (/^-?\d{1,3}(?:\.\d{3}){2,}$/.test(value)) return Number(value.replaceAll('.', ''));
  if (/^-?\d{1,3}(?:\.\d{3})+,\d{1,9}$/.test(value)) return Number(value.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,15},\d{1,2}$/.test(value)) return Number(value.replace(',', '.'));
  return null;
}
