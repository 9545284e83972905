import { foldDigits } from '../identity/foldDigits.ts';

/** A value as a number, when it is written as one; else null. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = foldDigits(value).trim();
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
