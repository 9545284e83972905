import type { Random } from './random.ts';

/** A UUID version 7 (RFC 9562) of a time in milliseconds since 1970. */
export function uuid7(at: number, random: Random): string {
  const time = Math.floor(at).toString(16).padStart(12, '0');
  const group = (low: number, high: number) =>
    (low + Math.floor(random() * (high - low + 1))).toString(16).padStart(4, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-${group(0x7000, 0x7fff)}-${group(0x8000, 0xbfff)}-${group(0, 0xffff)}${group(0, 0xffff)}${group(0, 0xffff)}`;
}
