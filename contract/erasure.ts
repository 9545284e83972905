import * as z from 'zod';
import { instant, key, text } from './bounds.ts';
import { NAME_MAX } from './limits.ts';

/** What becomes of a person's answers: their scores stay in the figures as nobody's, or they go with the person. */
export const ERASED_ANSWERS = ['anonymise', 'delete'] as const;
export type ErasedAnswers = (typeof ERASED_ANSWERS)[number];

/** `POST /api/contacts/{id}/erase`. `confirm` repeats the person's name or id: nobody is erased by a slip. */
export const eraseBody = z.object({ responses: z.enum(ERASED_ANSWERS), confirm: text(NAME_MAX).min(1) });
export type EraseBody = z.infer<typeof eraseBody>;

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

/** What is left after an erasure, where, and for how long. */
export const REMAINS = ['backups', 'tombstones', 'audit', 'figures', 'files'] as const;

/** The certificate of an erasure. It names nobody. */
export const erasure = z.object({
  id: key,
  at: instant,
  /** Who erased. */
  by: z.string(),
  responses: z.enum(ERASED_ANSWERS),
  /** Rows by kind; kinds with none are left out. */
  counts: z.partialRecord(z.enum(ERASED_KINDS), z.int()),
  remains: z.array(
    z.object({
      what: z.enum(REMAINS),
      /** Null: as long as the workspace. */
      until: instant.nullable(),
    }),
  ),
  proof: z.object({
    /** SHA-256 over id, time, choice and counts: what the audit trail's entry holds. */
    certificate: z.string(),
    /** The audit entry, and the chain at it. */
    entry: z.string(),
    chain: z.string(),
    /** Whether certificate, entry and chain agree right now. */
    holds: z.boolean(),
  }),
  /** When an owner let the person come back, and who. */
  lifted: z.object({ at: instant, by: z.string() }).nullable(),
});
export type Erasure = z.infer<typeof erasure>;
