import type { WorkspaceState } from '../../state.ts';
import { type IdentifierKind, isStrong } from '../../tables/identifiers.ts';
import { saveContact } from '../people/saveContact.ts';
import { claimKey } from './claimKey.ts';

const DAY = 86_400_000;

export interface NewIdentifier {
  kind: IdentifierKind;
  /** '' unless external */
  system: string;
  value: string;
  norm: string;
  /** Index in TRUSTS. */
  trust: number;
  source: string;
}

/**
 * Makes an identifier point at a contact, or moves its last-seen on (at most once a day, since each is a written row).
 * A strong identifier that points at somebody else is left alone, and so is one that was erased. Claims that waited for it are tried again by the clock.
 *
 * @returns whether it was added
 */
export function addIdentifier(state: WorkspaceState, contact: number, identifier: NewIdentifier, now: number): boolean {
  const { kind, system, norm } = identifier;
  const own = state.identifiers.own(kind, system, norm, contact);
  if (own) {
    if (now - own.lastSeen >= DAY || identifier.trust > own.trust) state.identifiers.seen(own, now, identifier.trust);
    return false;
  }
  if (isStrong(kind) && state.identifiers.strong(kind, system, norm) !== null) return false;
  if (state.tombstones.has(kind, system, norm)) return false;
  state.identifiers.insert({ ...identifier, contact, firstSeen: now, lastSeen: now });
  if (kind === 'visitor') return true;
  const record = state.contacts.byNumber(contact);
  if (record) saveContact(state, record, now);
  retryClaims(state, identifier, now);
  return true;
}

/** Has the clock try claims again that waited for a strong identifier somebody has just gained. */
export function retryClaims(state: WorkspaceState, { kind, system, norm }: NewIdentifier, now: number): void {
  if (!isStrong(kind)) return;
  const claim = claimKey(kind, system, norm);
  if (state.matches.waitingFor(claim, 1).length > 0) state.clock.plan('claim', claim, now);
}
