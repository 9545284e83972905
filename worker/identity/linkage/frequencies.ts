import type { LinkField } from '../../../contract/identity.ts';
import { fnv1a } from './blocks.ts';
import type { Linkable } from './linkable.ts';
import type { CountOf } from './score.ts';

/** How common names, their words, mailboxes, numbers and places are among some people. Kept as hashes: small, and unreadable. */
export class Frequencies {
  readonly #counts = new Map<number, number>();

  add(person: Linkable): void {
    for (const [field, value] of valuesOf(person)) {
      const hash = fnv1a(`${field}\u0000${value}`);
      this.#counts.set(hash, (this.#counts.get(hash) ?? 0) + 1);
    }
  }

  readonly count: CountOf = (field, value) => this.#counts.get(fnv1a(`${field}\u0000${value}`)) ?? 0;
}

/** Everything of a person whose rarity counts, each value once. */
function valuesOf(person: Linkable): [LinkField | 'word', string][] {
  const values: [LinkField | 'word', string][] = [];
  if (person.words.length > 0) values.push(['name', person.words.join(' ')]);
  for (const word of new Set(person.words)) values.push(['word', word]);
  for (const local of new Set(person.emails.map((email) => email.local))) values.push(['email', local]);
  for (const phone of new Set(person.phones)) values.push(['phone', phone]);
  for (const field of ['company', 'place', 'birthday', 'postcode', 'street'] as const) {
    if (person[field]) values.push([field, person[field]]);
  }
  return values;
}
