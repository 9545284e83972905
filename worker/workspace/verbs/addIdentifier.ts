import { foldText } from '../../identity/foldText.ts';
import type { WorkspaceState } from '../state.ts';
import type { IdentifierKind } from '../tables/identifiers.ts';
import { claimKey } from './claimKey.ts';
import { searchText } from './searchText.ts';

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
 * A strong identifier that points at somebody else is left alone. Claims that waited for it are tried again by the clock.
 *
 * @returns whether it was added
 */
export function addIdentifier(state: WorkspaceState, contact: number, identifier: NewIdentifier, now: number): boolean {
  const known = state.identifiers.find(identifier.kind, identifier.system, identifier.norm);
  const own = known.find((record) => record.contact === contact);
  if (own) {
    if (now - own.lastSeen >= DAY || identifier.trust > own.trust) state.identifiers.seen(own, now, identifier.trust);
    return false;
  }
  const strong = identifier.kind === 'external' || identifier.kind === 'email';
  if (strong && known.length > 0) return false;
  state.identifiers.insert({ ...identifier, contact, firstSeen: now, lastSeen: now });
  if (identifier.kind === 'visitor') return true;
  refreshSearch(state, contact);
  if (strong) {
    const claim = claimKey(identifier.kind, identifier.system, identifier.norm);
    if (state.matches.waitingFor(claim).length > 0) state.clock.plan('claim', claim, now);
  }
  return true;
}

/** Writes a contact's search text anew from its name and identifiers. */
export function refreshSearch(state: WorkspaceState, number: number): void {
  const contact = state.contacts.byNumber(number);
  if (!contact) return;
  const identifiers = state.identifiers.ofContacts([number]);
  state.contacts.update(contact, contact.company ? foldText(contact.company) : null, searchText(contact, identifiers));
}
