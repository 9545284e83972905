const FIRST = 2_000;
const LONGEST = 300_000;

/**
 * Milliseconds to wait before attempt `attempt` (0 for the first repeat): exponential with full jitter, so that a
 * thousand visitors cut off together do not come back together; never sooner than `Retry-After` asks.
 *
 * @param random - from 0 up to 1
 * @param retryAfter - the header: seconds or an HTTP date (RFC 9110, 10.2.3)
 * @param now - milliseconds since the epoch
 */
export function retryDelay(attempt: number, random: number, retryAfter: string | null, now: number): number {
  const jittered = random * Math.min(LONGEST, FIRST * 2 ** attempt);
  const seconds = Number(retryAfter);
  const asked = seconds >= 0 ? seconds * 1_000 : Date.parse(retryAfter ?? '') - now;
  return Math.min(Math.max(jittered, asked || 0), 0x7fffffff);
}
