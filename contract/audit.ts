import * as z from 'zod';
import { instant } from './bounds.ts';

/** One entry of the audit trail: who did what to what, and when. */
export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  /** `user:…`, `key:…` or `system`. */
  actor: z.string(),
  /** What they are called. */
  who: z.string(),
  verb: z.string(),
  /** `kind:id`, or `workspace`. */
  subject: z.string(),
  /** JSON; null once erased. */
  payload: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** `GET /api/audit/proof` */
export const auditProof = z.object({
  /** Whether every entry follows from the one before it. */
  verifies: z.boolean(),
  entries: z.int(),
  /** Entries whose contents were erased. */
  erased: z.int(),
  /** Verbs there are, for a filter. */
  verbs: z.array(z.string()),
});
export type AuditProof = z.infer<typeof auditProof>;
