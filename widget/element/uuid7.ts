/**
 * A UUID version 7 (RFC 9562, 5.7): 48 bits of time, then random bits.
 *
 * @param now - milliseconds since the epoch
 * @param random - at least 20 hexadecimal digits
 */
export function uuid7(now: number, random: string): string {
  const time = now.toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(random.charAt(3), 16) & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}
