import { foldText } from '../../../identity/foldText.ts';
import type { ContactRecord, SearchTexts } from '../../tables/contacts.ts';
import type { IdentifierRecord } from '../../tables/identifiers.ts';

/** Words somebody looks for, folded as names and comments are. */
export function searchWords(query: string): string[] {
  const folded = foldText(query);
  const phone = phoneDigits(folded);
  return phone ? [phone] : folded.split(' ').filter(Boolean);
}

/**
 * The digits of something that may be a phone number, however it was written: numbers are kept in E.164, so what is
 * dialled before a national or international number is left out. Null for anything else.
 */
function phoneDigits(folded: string): string | null {
  if (!/^[+\d(][\d\s().\-–/]*$/.test(folded)) return null;
  const digits = folded.replace(/\D/g, '').replace(/^0{1,2}/, '');
  return digits.length >= 5 ? digits : null;
}

/**
 * Persian is written with a half-space, a space or neither, whatever the keyboard makes easy. The text without any of
 * them, to compare by as well; null where no Arabic script is in it.
 */
export function withoutSpaces(folded: string): string | null {
  return /\p{Script=Arabic}/u.test(folded) ? folded.replaceAll(' ', '') : null;
}

/** What searches for a person look in; visitors are nobody's to search by. */
export function searchTexts(
  contact: Pick<ContactRecord, 'name' | 'company'>,
  identifiers: readonly Pick<IdentifierRecord, 'kind' | 'norm'>[],
): SearchTexts {
  const name = foldText(contact.name);
  const called = [name, withoutSpaces(name), foldText(contact.company ?? '')].filter(Boolean).join(' ');
  // In an order of their own, so that the same people have the same text however it came about.
  const known = identifiers
    .filter(({ kind }) => kind !== 'visitor')
    .map(({ norm }) => norm.toLowerCase())
    .sort();
  return { called, search: [called, ...known].join(' ') };
}
