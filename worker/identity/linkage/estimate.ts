import { LINK_FIELDS, type LinkField } from '../../../contract/identity.ts';
import { BELIEF, believed, type Chances, firstPrior, type LinkModel, M_MOST, pairsOf } from './model.ts';

/** How many pairs show each pattern, as `patternKey` writes it. */
export type PatternCounts = ReadonlyMap<string, number>;

const ROUNDS = 100;
const STILL = 1e-6;

/** Chances of each level of each field as pairs show them, with a belief for where there are few. */
export function chancesOf(
  counts: PatternCounts,
  weightOf: (pattern: string) => number,
  kind: 'm' | 'u',
): Record<LinkField, Chances> {
  const chances = {} as Record<LinkField, Chances>;
  for (const [index, field] of LINK_FIELDS.entries()) {
    const belief = believed(field)[kind].map((chance) => chance * BELIEF[kind]);
    for (const [pattern, count] of counts) {
      const level = pattern.charCodeAt(index) - 48;
      if (level >= 0 && level < 4) belief[level] = (belief[level] ?? 0) + count * weightOf(pattern);
    }
    chances[field] = bounded(belief, kind === 'm' ? M_MOST[field] : undefined);
  }
  return chances;
}

/**
 * Learns from pairs nobody labelled how fields agree among those that are one person: expectation and maximisation over
 * the patterns (Winkler 1988, after Fellegi and Sunter 1969, with fields taken as independent given what a pair is). u
 * comes from pairs picked at random, next to all of which are two people, and stays; m and the share of pairs that are
 * one person are what is sought. Pairs that no block brings together count as two people.
 *
 * @param random patterns of pairs picked at random
 * @param blocked patterns of pairs that share a key
 * @param share how many of all blocked pairs these are a sample of, as a part
 */
export function estimate(random: PatternCounts, blocked: PatternCounts, people: number, share = 1): LinkModel {
  const u = chancesOf(random, () => 1, 'u');
  let m = {} as Record<LinkField, Chances>;
  for (const field of LINK_FIELDS) m[field] = believed(field).m;
  const all = Math.max(1, pairsOf(people));
  let prior = firstPrior(people);
  for (let round = 0; round < ROUNDS; round++) {
    const posterior = new Map<string, number>();
    let matches = 0;
    for (const [pattern, count] of blocked) {
      const odds = (prior / (1 - prior)) * likelihoodRatio(pattern, m, u);
      const chance = odds / (1 + odds);
      posterior.set(pattern, chance);
      matches += count * chance;
    }
    const next = chancesOf(blocked, (pattern) => posterior.get(pattern) ?? 0, 'm');
    const nextPrior = Math.min(0.5, Math.max(0.5, matches / share) / all);
    const moved = Math.max(
      Math.abs(Math.log(nextPrior / prior)),
      ...LINK_FIELDS.flatMap((field) => next[field].map((chance, level) => Math.abs(chance - (m[field][level] ?? 0)))),
    );
    m = next;
    prior = nextPrior;
    if (moved < STILL) break;
  }
  return { m, u, prior, people };
}

/** Counts as chances that add up to one, none above what it may be at most. */
function bounded(counts: readonly number[], most: Chances | undefined): Chances {
  const share = (parts: readonly number[]) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    return parts.map((part) => part / sum);
  };
  const chances = share(counts);
  if (!most || chances.every((chance, level) => chance <= (most[level] ?? 1))) return chances as unknown as Chances;
  const held = chances.map((chance, level) => Math.min(chance, most[level] ?? 1));
  const isFree = chances.map((chance, level) => chance < (most[level] ?? 1));
  const rest = 1 - held.reduce((total, part, level) => total + (isFree[level] ? 0 : part), 0);
  const free = held.reduce((total, part, level) => total + (isFree[level] ? part : 0), 0);
  return held.map((part, level) => (isFree[level] ? (part * rest) / free : part)) as unknown as Chances;
}

/** How much more likely a pattern is among pairs that are one person. */
function likelihoodRatio(pattern: string, m: Record<LinkField, Chances>, u: Record<LinkField, Chances>): number {
  let ratio = 1;
  for (const [index, field] of LINK_FIELDS.entries()) {
    const level = pattern.charCodeAt(index) - 48;
    if (level >= 0 && level < 4) ratio *= (m[field][level] ?? 1) / (u[field][level] ?? 1);
  }
  return ratio;
}
