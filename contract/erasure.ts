import * as z from 'zod';
import { instant, key, text } from './bounds.ts';
import { ERASED_ANSWERS } from './erased.ts';
import { NAME_MAX } from './limits.ts';

/** `POST /api/contacts/{id}/erase`. `confirm` repeats the person's name, as search
 * compares texts, or id: nobody is erased by a slip. */
export const eraseBody = z.object({ responses: z.enum(ERASED_ANSWERS), confirm: text(NAME_MAX).min(1) });
export type EraseBody = z.infer<typeof eraseBody>;

/** What is left after an erasure, where, and for how long. */
export const REMAINS = ['backups', 'tombstones', 'audit', 'figures', 'files'] as const;

/** The certificate of an erasure. It names nobody. */
export const erasure = z.object({
  id: key,
  at: instant,
  /** Who erased. */
  by: z.string(),
  responses: z.enum(ERASED_ANSWERS),
  /** Rows by kind, one of ERASED_KINDS; kinds with none are left out. */
  counts: z.record(z.string(), z.int()),
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
