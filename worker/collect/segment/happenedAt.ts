import { timeOf } from './personOf.ts';

/**
 * When a call happened by our clock: the sender's clock may be wrong, but the time from happening to sending is measured
 * by the same wrong clock. Nothing happened in the future.
 */
export function happenedAt(
  {
    timestamp,
    originalTimestamp,
    sentAt,
  }: Partial<Record<'timestamp' | 'originalTimestamp' | 'sentAt', string | null | undefined>>,
  receivedAt: number,
): number {
  const told = timeOf(originalTimestamp ?? timestamp);
  if (told === null) return receivedAt;
  const sent = timeOf(sentAt);
  const at = sent === null ? told : receivedAt - (sent - told);
  return Math.max(0, Math.min(at, receivedAt));
}
