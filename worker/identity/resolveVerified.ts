/** Root contacts that a verified identity's identifiers point at, null where none does or none was sent. */
export interface Found {
  bySub: number | null;
  /** Null as well when the token says that the email is not verified. */
  byEmail: number | null;
}

export type Resolution =
  | {
      contact: number;
      by: 'external' | 'email';
      /** Identifiers of the token that the contact gains; those it does not carry are the caller's to leave out. */
      add: ('external' | 'email')[];
      /** Two contacts that may be one person: for a human to decide. */
      suggest: [number, number] | null;
    }
  | { create: true };

/**
 * Which contact a verified identity is. The external id wins over the email; where they point at two contacts, both
 * stay as they are and a suggestion is made: a token never merges.
 */
export function resolveVerified({ bySub, byEmail }: Found): Resolution {
  if (bySub !== null) {
    if (byEmail === null) return { contact: bySub, by: 'external', add: ['email'], suggest: null };
    return { contact: bySub, by: 'external', add: [], suggest: byEmail === bySub ? null : [bySub, byEmail] };
  }
  if (byEmail !== null) return { contact: byEmail, by: 'email', add: ['external'], suggest: null };
  return { create: true };
}
