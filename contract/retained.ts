/** Free of zod, so that the admin may import values from here. */

/** Kinds of data that may be kept for a time only. */
export const RETAINED_KINDS = [
  /** Answers: after it they are nobody's, without words; scores, choices and the day stay. */
  'responses',
  /** What people wrote, with the address and title of the page they wrote it on. */
  'comments',
  /** Whom a survey was shown to; that it was shown stays. */
  'displays',
  'events',
  /** People who never answered, were never seen, and have not changed. */
  'contacts',
  /** What entries of the audit trail say; that they were made stays. */
  'audit',
  /** Logs of CRM connections. */
  'syncs',
  /** Rows of imported files, with what undoing them takes. */
  'imports',
] as const;
export type RetainedKind = (typeof RETAINED_KINDS)[number];

/** A response may be revised for a day; and nobody means to lose what came this week. */
export const RETENTION_MIN_DAYS = 7;
export const RETENTION_MAX_DAYS = 36_500;
