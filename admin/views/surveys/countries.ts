import { computed } from '@preact/signals';
import { regional } from '../../models/regional.ts';

const LETTERS = Array.from({ length: 26 }, (_, step) => String.fromCharCode(65 + step));
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

const names = computed(() => new Intl.DisplayNames([regional.value.numbers], { type: 'region', fallback: 'none' }));

/** Every country the browser has a name for, by that name. */
export const COUNTRIES = computed(() =>
  CODES.flatMap((value) => {
    const text = names.value.of(value);
    return text === undefined ? [] : [{ value, text }];
  }),
);

/** A country's name in the language of the screen; its code where it has none. */
export function countryName(code: string): string {
  return names.value.of(code) ?? code;
}

/** The country somebody typed the code or the name of. */
export function parseCountry(text: string): string | null {
  const wanted = text.toLocaleLowerCase();
  if (/^[a-z]{2}$/.test(wanted)) return wanted.toUpperCase();
  return COUNTRIES.value.find((country) => country.text.toLocaleLowerCase() === wanted)?.value ?? null;
}
