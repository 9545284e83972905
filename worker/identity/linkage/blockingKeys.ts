import type { Linkable } from './linkable.ts';

/** Mailboxes of a house, not of a person. */
const ROLES = new Set(['info', 'office', 'sales', 'admin', 'contact', 'support', 'biuro', 'hello', 'mail', 'kontakt']);
const KEYS_MAX = 14;

/**
 * Keys of a person in several passes, each blind to another kind of mistake: only those who share a key are compared.
 * Names by their words and initials in any order and by their consonants, mailboxes, numbers, days of birth, and the
 * beginning of a name within a company, a post code or a street.
 */
export function blockingKeys(person: Linkable): string[] {
  const keys = new Set<string>();
  const words = person.words.slice(0, 4);
  const long = words.filter((word) => word.length > 1);
  for (const { local } of person.emails) {
    const letters = local.replace(/\+.*$/, '').replace(/[._-]+/g, '');
    const plain = letters.replace(/\d+$/, '');
    if (!ROLES.has(letters) && plain.length > 3) keys.add(`e${plain}`);
  }
  for (const phone of person.phones) keys.add(`p${phone}`);
  if (person.birthday.length === 8) keys.add(`b${person.birthday}`);
  for (const word of long) {
    for (const other of words) if (other !== word) keys.add(`n${word}|${other[0]}`);
    if (person.company) keys.add(`c${person.company}|${word.slice(0, 3)}`);
    if (person.postcode) keys.add(`z${person.postcode}|${word.slice(0, 2)}`);
    if (person.birthday.length === 8) keys.add(`y${person.birthday.slice(0, 4)}|${word}`);
  }
  if (long.length > 1) keys.add(`k${long.map(skeleton).sort().join('|')}`);
  if (long.length === 1) keys.add(`w${long[0]}`);
  if (person.street && person.postcode) keys.add(`s${person.street.slice(0, 6)}|${person.postcode}`);
  return [...keys].slice(0, KEYS_MAX);
}

/** The first letter and the consonants behind it, each once in a row: what a mistyped vowel or a doubled letter leaves. */
function skeleton(word: string): string {
  return `${word[0]}${word
    .slice(1)
    .replace(/[aeiouyاویءئ]/g, '')
    .replace(/(.)\1+/gu, '$1')}`.slice(0, 5);
}
