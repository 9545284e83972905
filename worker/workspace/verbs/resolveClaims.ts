import type { WorkspaceState } from '../state.ts';
import type { MatchRecord } from '../tables/matches.ts';
import { readClaimKey } from './claimKey.ts';

/**
 * Resolves claims after the reply to them has left: ties the response to the one contact the claimed identifier points
 * at, or leaves the claim waiting for a contact to gain it. The contact itself is not touched.
 */
export function resolveClaims(state: WorkspaceState, claims: readonly MatchRecord[], now: number): void {
  for (const match of claims) {
    const { kind, system, norm } = readClaimKey(match.claim ?? '[]');
    // A phone or a visitor is evidence, not proof: only strong identifiers tie.
    const contact = kind === 'external' || kind === 'email' ? state.identifiers.strong(kind, system, norm) : null;
    const current = state.matches.of(match.response).at(-1);
    // Somebody has decided otherwise meanwhile.
    if (!current || current.n !== match.n) continue;
    if (contact === null) {
      if (match.state === 'pending') state.matches.resolve({ ...match, state: 'unmatched' });
      continue;
    }
    state.matches.resolve({ ...match, state: 'tied', contact, claim: null, at: now });
    const record = state.responses.bySeq(match.response);
    if (!record) continue;
    record.contact = contact;
    record.updatedAt = now;
    state.changeResponse(record);
    state.tell('response.updated', record);
  }
}
