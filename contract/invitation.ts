import * as z from 'zod';
import { instant, key } from './bounds.ts';

/**
 * A survey by link, `/s/{token}`. `personal`: for one contact, answered once, verified by the link itself. `place`: for
 * whoever stands there, as a printed code; answered as often as people come, anonymous.
 */
export const INVITATION_KINDS = ['personal', 'place'] as const;

export const invitationCreate = z.object({
  survey: key,
  site: key,
  kind: z.enum(INVITATION_KINDS),
  /** Required for a personal one. */
  contact: z.string().max(64).optional(),
  touchpoint: key.optional(),
  /** Days until it ends; 60 when not said, and for a place at most 3,650. */
  days: z.int().min(1).max(3_650).optional(),
  /** Its answers are marked as a test. */
  test: z.boolean().optional(),
});
export type InvitationCreate = z.infer<typeof invitationCreate>;

export const invitation = z.object({
  id: z.string(),
  survey: z.string(),
  version: z.int(),
  kind: z.enum(INVITATION_KINDS),
  contact: z.object({ id: z.string(), name: z.string() }).nullable(),
  touchpoint: z.string().nullable(),
  site: z.string(),
  test: z.boolean(),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
  /** How many responses came by it, and when the last one did. */
  answered: z.int(),
  answeredAt: instant.nullable(),
});
export type Invitation = z.infer<typeof invitation>;

/** The address is told once: only its hash is kept. */
export const invitationMade = invitation.extend({ url: z.string() });
export type InvitationMade = z.infer<typeof invitationMade>;
