import { LINK_FIELDS, type LinkField } from '../../../contract/identity.ts';

/** Chances of the four levels of a field. */
export type Chances = readonly [number, number, number, number];

/** What is known of how fields agree: among pairs that are one person (m), and among those that are two (u). */
export interface LinkModel {
  m: Record<LinkField, Chances>;
  u: Record<LinkField, Chances>;
  /** How many of all pairs are one person. */
  prior: number;
  /** How many people it was learnt from. */
  people: number;
}

/** What is believed before anything was learnt: chances, and as many pairs as that belief is worth. */
const BELIEVED: Record<LinkField, { m: Chances; u: Chances }> = {
  name: { m: [0.74, 0.2, 0.04, 0.02], u: [0.0005, 0.001, 0.02, 0.9785] },
  email: { m: [0.3, 0.35, 0.15, 0.2], u: [0.0001, 0.0006, 0.004, 0.9953] },
  phone: { m: [0.7, 0.05, 0.02, 0.23], u: [0.0004, 0.0002, 0.0002, 0.9992] },
  company: { m: [0.75, 0.1, 0.03, 0.12], u: [0.02, 0.005, 0.02, 0.955] },
  place: { m: [0.8, 0.06, 0.02, 0.12], u: [0.06, 0.006, 0.02, 0.914] },
  birthday: { m: [0.86, 0.1, 0.01, 0.03], u: [0.0002, 0.002, 0.008, 0.9898] },
  postcode: { m: [0.85, 0.09, 0.02, 0.04], u: [0.003, 0.02, 0.06, 0.917] },
  street: { m: [0.78, 0.14, 0.03, 0.05], u: [0.001, 0.002, 0.03, 0.967] },
};

/** Pairs that the belief about m counts as much as, and that about u. */
export const BELIEF = { m: 20, u: 50 };

/**
 * The most that m of a level may be learnt to be. Without labels, colleagues who share a first name or strangers who share
 * a whole one can look like a crowd of matches: people whose names, numbers or birthdays differ are seldom one, whatever
 * else agrees.
 */
export const M_MOST: Partial<Record<LinkField, Chances>> = {
  name: [1, 1, 0.1, 0.06],
  email: [1, 1, 1, 0.3],
  phone: [1, 0.2, 0.05, 0.2],
  company: [1, 1, 0.1, 0.15],
  birthday: [1, 0.3, 0.05, 0.1],
};

export function believed(field: LinkField): { m: Chances; u: Chances } {
  return BELIEVED[field];
}

/** The model of a workspace nothing was learnt of yet. Of so many people about one in a hundred is there twice. */
export function firstModel(people: number): LinkModel {
  const of = (kind: 'm' | 'u') =>
    Object.fromEntries(LINK_FIELDS.map((field) => [field, BELIEVED[field][kind]])) as Record<LinkField, Chances>;
  return { m: of('m'), u: of('u'), prior: firstPrior(people), people };
}

export function firstPrior(people: number): number {
  return Math.max(1, people / 100) / Math.max(1, pairsOf(people));
}

/** Pairs among so many people. */
export function pairsOf(people: number): number {
  return (people * (people - 1)) / 2;
}
