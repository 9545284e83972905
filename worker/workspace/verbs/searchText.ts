import { foldText } from '../../identity/foldText.ts';
import type { ContactRecord } from '../tables/contacts.ts';
import type { IdentifierRecord } from '../tables/identifiers.ts';

/** Words somebody looks for, folded as names and comments are. */
export function searchWords(query: string): string[] {
  return foldText(query).split(' ').filter(Boolean);
}

/** What a search for a person looks in: folded name and company, and every identifier but visitors. */
export function searchText(
  contact: Pick<ContactRecord, 'name' | 'company'>,
  identifiers: readonly Pick<IdentifierRecord, 'kind' | 'norm'>[],
): string {
  return [
    foldText(contact.name),
    foldText(contact.company ?? ''),
    ...identifiers.filter(({ kind }) => kind !== 'visitor').map(({ norm }) => norm.toLowerCase()),
  ]
    .filter(Boolean)
    .join(' ');
}
