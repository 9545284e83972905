import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { PHONE_MAX } from '../../contract/limits.ts';
import { foldDigits } from './foldDigits.ts';

/**
 * A phone number in E.164. "Possible" (its length fits its country) is enough: ranges are handed out faster than any
 * list of valid ones is updated.
 *
 * @param country ISO 3166-1 alpha-2, for numbers written without one
 * @returns null when the value is not a possible number
 */
export function normalisePhone(value: string, country: string): string | null {
  const written = foldDigits(value.normalize('NFKC')).trim();
  // The parser picks numbers out of sentences; a field that holds more than a number is not one.
  if (written.length > PHONE_MAX || !/^[+\d][\d\s().\-–/]*$|^\([\d\s().\-–/]+$/.test(written)) return null;
  const parsed = parsePhoneNumberFromString(written, supported(country));
  return parsed?.isPossible() ? parsed.number : null;
}

function supported(country: string): CountryCode | undefined {
  return isSupportedCountry(country) ? country : undefined;
}
