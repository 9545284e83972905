import type { WorkspaceState } from '../../state.ts';
import { isStrong } from '../../tables/identifiers.ts';
import type { MatchRecord } from '../../tables/matches.ts';
import { forgetClaim, isErasedClaim } from '../responses/forgetClaim.ts';
import { readClaimKey } from './claimKey.ts';

const AT_ONCE = 200;

/** Resolves the claims whose replies have left. */
export function resolvePending(state: WorkspaceState, now: number): void {
  for (let batch = state.matches.pending(AT_ONCE); batch.length > 0; batch = state.matches.pending(AT_ONCE)) {
    for (const match of batch) resolveClaim(state, match, now);
  }
}

/** Tries the claims again that waited for an identifier a contact has gained. */
export function resolveWaiting(state: WorkspaceState, claim: string, now: number): void {
  for (let tied = true; tied; ) {
    tied = false;
    for (const match of state.matches.waitingFor(claim, AT_ONCE)) tied = resolveClaim(state, match, now) || tied;
  }
}

/**
 * Ties a response to the one contact the claimed identifier points at, or leaves the claim waiting for a contact to
 * gain it. The contact itself is not touched.
 *
 * @returns whether it was tied
 */
function resolveClaim(state: WorkspaceState, match: MatchRecord, now: number): boolean {
  const current = state.matches.of(match.response).at(-1);
  const record = state.responses.bySeq(match.response);
  if (!record || !current || current.n !== match.n) {
    // Somebody, or a signed token, has decided meanwhile: this claim is over.
    state.matches.resolve({ ...match, state: 'unmatched', claim: null });
    return false;
  }
  if (isErasedClaim(state, match)) {
    forgetClaim(state, match, record, now);
    return false;
  }
  const { kind, system, norm } = readClaimKey(match.claim ?? '[]');
  // A phone or a visitor is evidence, not proof: only strong identifiers tie.
  const contact = isStrong(kind) ? state.identifiers.strong(kind, system, norm) : null;
  if (contact === null) {
    if (match.state === 'pending') state.matches.resolve({ ...match, state: 'unmatched' });
    return false;
  }
  state.matches.resolve({ ...match, state: 'tied', contact, claim: null, at: now });
  record.contact = contact;
  record.updatedAt = now;
  state.retieResponse(record);
  state.tell('response.updated', record);
  return true;
}
