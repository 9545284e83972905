/** Free of zod, so that the admin may import values from here. */

/** What becomes of a person's answers: their scores stay in the figures as nobody's, or they go with the person. */
export const ERASED_ANSWERS = ['anonymise', 'delete'] as const;
export type ErasedAnswers = (typeof ERASED_ANSWERS)[number];

/** Kinds of rows that an erasure takes out, changes or blocks, as its certificate counts them. */
export const ERASED_KINDS = [
  /** Records of the person: themselves and everybody merged into them. */
  'contacts',
  'identifiers',
  'responses',
  'matches',
  'displays',
  'events',
  'consents',
  'decisions',
  'invitations',
  'merges',
  'suggestions',
  'imports',
  'connections',
  'segments',
  'search',
  'jobs',
  'companies',
  /** Entries of the audit trail that lost what they said. */
  'audit',
  /** Keyed hashes that keep the person from coming back. */
  'tombstones',
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];
