import { foldDigits } from './foldDigits.ts';

/** Letters that no Unicode decomposition brings together although people write one for the other. */
const LETTERS: Record<string, string> = {
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  // What ۀ decomposes to, once its mark is gone.
  ە: 'ه',
};

/**
 * A text as it is compared and searched, never as it is shown: without marks, case, tatweel and the difference between
 * Arabic and Persian letters; digits in ASCII; the zero-width non-joiner and every run of white space one space.
 */
export function foldText(value: string): string {
  const plain = value
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    // Lower-casing can bring marks back: İ becomes i and a dot.
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łßıøيىكةە]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u200c\s]+/g, ' ')
    .trim();
  return foldDigits(plain).normalize('NFC');
}
