import { foldDigits } from './foldDigits.ts';
import { maskIdentifier } from './maskIdentifier.ts';

const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g;
/** Digits as numbers are written to be dialled, with what people put between them. */
const DIALLED = /[+(]?\d[\d\s().\-–/]{5,}\d/g;
/** A number that begins as numbers are dialled is short; another may be an amount or an order. */
const DIGITS_MIN = { dialled: 7, other: 9 };

/** A text as viewers see it: the addresses and phone numbers in it masked, wherever they stand. */
export function maskText(text: string): string {
  const masked = text.replace(EMAIL, (address) => maskIdentifier('email', address));
  // Folding digits keeps places, so that what is no number stays as it was written.
  const folded = foldDigits(masked);
  let shown = '';
  let at = 0;
  for (const { 0: number, index } of folded.matchAll(DIALLED)) {
    if (!isPhone(number)) continue;
    shown += masked.slice(at, index) + maskIdentifier('phone', number);
    at = index + number.length;
  }
  return shown + masked.slice(at);
}

function isPhone(number: string): boolean {
  // A day, with or without a time after it.
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(number)) return false;
  const digits = number.replace(/\D/g, '').length;
  return digits >= (/^[+(0]/.test(number) ? DIGITS_MIN.dialled : DIGITS_MIN.other);
}
