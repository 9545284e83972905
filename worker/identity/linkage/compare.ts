import { LINK_FIELDS, type LinkField } from '../../../contract/identity.ts';
import { compareNames } from './compareNames.ts';
import { jaroWinkler } from './jaroWinkler.ts';
import type { Linkable } from './linkable.ts';

/** How one field of two people agrees: 0 exact, 1 close, 2 similar, 3 differs. */
export type Level = 0 | 1 | 2 | 3;

export interface Agreement {
  level: Level;
  /** What agrees, by which its rarity is looked up: a whole value, or the words of a name. */
  shared: string[];
}

/** How two people agree, field by field; null where one of them has nothing. */
export type Pattern = Readonly<Record<LinkField, Agreement | null>>;

const LIKE = 0.92;

/** Compares two people field by field. */
export function compare(a: Linkable, b: Linkable): Pattern {
  const name = a.words.length === 0 || b.words.length === 0 ? null : compareNames(a.words, b.words);
  return {
    name,
    email: bestEmail(a, b, name),
    phone: bestPair(a.phones, b.phones, phoneLevel, (phone) => phone),
    company: texts(a.company, b.company),
    place: texts(a.place, b.place),
    birthday: a.birthday && b.birthday ? digits(a.birthday, b.birthday) : null,
    postcode: a.postcode && b.postcode ? digits(a.postcode, b.postcode) : null,
    street: texts(a.street, b.street),
  };
}

/** A pattern as a short text, by which pairs are counted: a digit a field, `-` where one has nothing. */
export function patternKey(pattern: Pattern): string {
  return LINK_FIELDS.map((field) => pattern[field]?.level ?? '-').join('');
}

function texts(a: string, b: string): Agreement | null {
  if (!a || !b) return null;
  if (a === b) return { level: 0, shared: [a] };
  const alike = jaroWinkler(a, b);
  return { level: alike >= LIKE ? 1 : alike >= 0.82 ? 2 : 3, shared: [] };
}

function digits(a: string, b: string): Agreement {
  const level = digitsLevel(a, b);
  return { level, shared: level === 0 ? [a] : [] };
}

/** Two digits off is another number: houses and firms have theirs in a row. */
function phoneLevel(a: string, b: string): Level {
  const level = digitsLevel(a, b);
  return level === 2 ? 3 : level;
}

/** Numbers: the same, one digit off or two swapped, or others. */
function digitsLevel(a: string, b: string): Level {
  if (a === b) return 0;
  if (a.length !== b.length) return a.length > 6 && b.length > 6 && (a.endsWith(b) || b.endsWith(a)) ? 1 : 3;
  const off: number[] = [];
  for (let i = 0; i < a.length && off.length <= 4; i++) if (a[i] !== b[i]) off.push(i);
  const [first = 0, second = 0] = off;
  if (off.length === 1) return 1;
  if (off.length === 2 && a[first] === b[second] && a[second] === b[first]) return 1;
  // A day and a month in each other's place.
  if (
    a.length === 8 &&
    a.slice(0, 4) === b.slice(0, 4) &&
    a.slice(4, 6) === b.slice(6) &&
    a.slice(6) === b.slice(4, 6)
  ) {
    return 1;
  }
  return off.length <= 2 ? 2 : 3;
}

/**
 * A mailbox named after its owner says no more than the name does: where the names agree, it is not counted again. One in
 * two parts is taken for the name of somebody who is written in another script.
 */
function bestEmail(a: Linkable, b: Linkable, name: Agreement | null): Agreement | null {
  const best = bestPair(a.emails, b.emails, emailLevel, (email) => email.local);
  if (!best || !name || name.level > 2 || best.level === 0 || best.level === 3) return best;
  const isForeign = !a.words.some((word) => /[a-z]/.test(word));
  const isName = a.emails.some(
    ({ local }) =>
      name.shared.some((word) => word.length > 2 && local.includes(word)) ||
      (isForeign && /[a-z][._-][a-z]/.test(local)),
  );
  return isName ? null : best;
}

/**
 * The same mailbox name at the same house or another; mistyped; or another. One house numbers those it would mix up:
 * noah.singh and noah.singh21 are two there.
 */
function emailLevel(a: Linkable['emails'][number], b: Linkable['emails'][number]): Level {
  const [left, right] = [lettersOf(a.local), lettersOf(b.local)];
  if (a.local === b.local) return a.domain === b.domain ? 0 : 1;
  if (left === right && a.domain === b.domain && /\d/.test(a.local + b.local)) return 3;
  if (left === right && left.length > 3) return 1;
  return jaroWinkler(left, right) >= LIKE ? 2 : 3;
}

/** A mailbox's name without dots, tags and what is counted up behind it: for comparing only. */
function lettersOf(local: string): string {
  const letters = local.replace(/\+.*$/, '').replace(/[._-]+/g, '');
  return letters.replace(/\d+$/, '') || letters;
}

function bestPair<T>(
  these: readonly T[],
  those: readonly T[],
  levelOf: (a: T, b: T) => Level,
  value: (of: T) => string,
): Agreement | null {
  let best: Agreement | null = null;
  for (const a of these) {
    for (const b of those) {
      const level = levelOf(a, b);
      if (!best || level < best.level) best = { level, shared: level <= 1 ? [value(a)] : [] };
    }
  }
  return best;
}
