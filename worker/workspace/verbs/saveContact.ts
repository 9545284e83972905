import { foldText } from '../../identity/foldText.ts';
import type { WorkspaceState } from '../state.ts';
import type { ContactRecord } from '../tables/contacts.ts';
import { searchTexts } from './searchText.ts';

/** Writes a contact with all that is derived from it and its identifiers. */
export function saveContact(state: WorkspaceState, contact: ContactRecord): void {
  const identifiers = state.identifiers.ofContacts([contact.number]);
  state.contacts.update(contact, contact.company ? foldText(contact.company) : null, searchTexts(contact, identifiers));
}
