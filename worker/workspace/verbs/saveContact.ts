import { foldText } from '../../identity/foldText.ts';
import type { WorkspaceState } from '../state.ts';
import type { ContactRecord } from '../tables/contacts.ts';
import { searchTexts } from './searchText.ts';

/** Writes a contact with all that is derived from it and its identifiers. */
export function saveContact(state: WorkspaceState, contact: ContactRecord, now: number): void {
  const identifiers = state.identifiers.ofContacts([contact.number]);
  const companyFolded = ensureCompany(state, contact, now);
  state.contacts.update(contact, companyFolded, searchTexts(contact, identifiers));
  state.touch([contact.number], now);
}

/**
 * Sees to it that the company a contact names is known.
 *
 * @returns the company's name as it is compared; null without one
 */
export function ensureCompany(
  state: WorkspaceState,
  { company, source }: Pick<ContactRecord, 'company' | 'source'>,
  now: number,
): string | null {
  const folded = company ? foldText(company) : '';
  if (!company || folded === '') return null;
  state.companies.ensure({ name: company, folded, source }, now);
  return folded;
}
