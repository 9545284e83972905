import { LINK_FIELDS, LINK_LEVELS, type LinkedField, type LinkField } from '../../../contract/identity.ts';
import { type Agreement, compare } from './compare.ts';
import type { Linkable } from './linkable.ts';
import type { LinkModel } from './model.ts';

/** How many of all people have a value: a name, one of its words, a mailbox, a number, a company, … */
export type CountOf = (field: LinkField | 'word', value: string) => number;

export interface Score {
  /** log2 of the odds that the two are one person. */
  weight: number;
  probability: number;
  fields: LinkedField[];
}

/** Pairs at least this likely are shown: more likely one person than two. */
export const SHOWN_FROM = 0.5;
/** How far the rarity of words moves what a name that is not the same says, in bits. */
const RARITY_MAX = 6;

/**
 * How likely two people are one: the prior odds times m / u of each field's level (Fellegi and Sunter 1969), in bits.
 * Where a whole value agrees, u is how common that very value is (Winkler 1989): a rare surname says more than a common
 * one. The two themselves are left out of that count.
 */
export function score(a: Linkable, b: Linkable, model: LinkModel, countOf: CountOf, pattern = compare(a, b)): Score {
  let weight = Math.log2(model.prior / (1 - model.prior));
  const fields: LinkedField[] = [];
  for (const field of LINK_FIELDS) {
    const agreement = pattern[field];
    if (!agreement) continue;
    const { bits, shared } = weighed(field, agreement, a, model, countOf);
    weight += bits;
    fields.push({ field, level: LINK_LEVELS[agreement.level], weight: bits, shared });
  }
  return { weight, probability: 1 / (1 + 2 ** -weight), fields };
}

function weighed(
  field: LinkField,
  { level, shared }: Agreement,
  a: Linkable,
  model: LinkModel,
  countOf: CountOf,
): { bits: number; shared: number | null } {
  const m = model.m[field][level];
  const u = model.u[field][level];
  const plain = Math.log2(m / u);
  const people = Math.max(model.people, 2);
  const others = (count: number) => Math.max(count - 2, 0.5) / people;
  if (field === 'name') {
    const chance = shared.reduce((product, word) => product * others(countOf('word', word)), 1);
    if (level === 0) {
      const count = countOf('name', a.words.join(' '));
      // Words of a name go together: a full name is at least as common as it was seen.
      return { bits: Math.log2(m / Math.min(1, Math.max(chance, others(count)))), shared: count };
    }
    if (shared.length === 0 || level === 3) return { bits: plain, shared: null };
    const rarity = Math.log2(COMMON_WORD ** shared.length / chance);
    const count = Math.min(...shared.map((word) => countOf('word', word)));
    return { bits: plain + Math.max(-RARITY_MAX, Math.min(RARITY_MAX, rarity)), shared: count };
  }
  const [value] = shared;
  if (value === undefined || level > 1) return { bits: plain, shared: null };
  const count = countOf(field, value);
  return { bits: Math.log2(m / Math.min(1, Math.max(others(count), level === 0 ? 0 : u))), shared: count };
}

/** How common a word of a name is on the whole: what u was learnt with. */
const COMMON_WORD = 0.01;
