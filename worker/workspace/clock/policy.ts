/** What the clock does when, as plain values: no storage, no time of its own. */

const HOUR = 3_600_000;

export const JOB_KINDS = [
  'seal',
  'stitch',
  'claim',
  'derive',
  'segments',
  'segment-day',
  'import',
  'sync',
  'way-back',
  'link',
  'retain',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Rows beyond this are sealed inside the write that reaches it. Both streams count together. */
export const UNSEALED_MAX = 1_000;

/** When a row that arrived at `at` is sealed at the latest. */
export function sealBy(at: number): number {
  return at + HOUR;
}

/**
 * Milliseconds between the beginnings of two rings. Whatever a ring does holds everybody up, so that long work, however
 * much of it there is, leaves most of the time to visitors while there are any.
 */
export const BREATH = { alone: 8, heard: 40 };

/** So long after a visitor was heard, more are expected. */
export const HEARD_FOR = 2_000;

/** What is derived from contacts waits this long, so that several changes of one are one. */
export const DERIVE_AFTER = 1_000;

/** How long work that waits for others may run before it is taken for dead and done again. */
export const LEASE = 5 * 60_000;

/** When a job that failed for the `tries`th time is tried again: a minute, doubling, at most an hour. */
export function retryAt(now: number, tries: number): number {
  return now + Math.min(HOUR, 60_000 * 2 ** Math.min(tries, 6));
}

/** The jobs due at `now`, oldest first, and when to wake up for the rest. */
export function dueJobs<Job extends { due: number }>(
  jobs: readonly Job[],
  now: number,
): { due: Job[]; next: number | null } {
  const due = jobs.filter((job) => job.due <= now).sort((a, b) => a.due - b.due);
  const later = jobs.filter((job) => job.due > now).map((job) => job.due);
  return { due, next: later.length > 0 ? Math.min(...later) : null };
}
