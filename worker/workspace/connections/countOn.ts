import type { SyncCounts } from '../../../contract/connection.ts';

/** Counts with more counted. */
export function countOn(counts: SyncCounts, more: Partial<SyncCounts>): SyncCounts {
  const sum = { ...counts };
  for (const [name, n] of Object.entries(more) as [keyof SyncCounts, number][]) sum[name] += n;
  return sum;
}
