import { blockingKeys } from '../../worker/identity/linkage/blockingKeys.ts';
import { Blocks } from '../../worker/identity/linkage/blocks.ts';
import { estimate } from '../../worker/identity/linkage/estimate.ts';
import { Frequencies } from '../../worker/identity/linkage/frequencies.ts';
import { PatternTally, Sample } from '../../worker/identity/linkage/learn.ts';
import type { Linkable } from '../../worker/identity/linkage/linkable.ts';
import type { LinkModel } from '../../worker/identity/linkage/model.ts';
import { SHOWN_FROM, score } from '../../worker/identity/linkage/score.ts';

export interface Linked {
  /** Pairs at least as likely one as two, smaller number first, as `a-b`. */
  found: Set<string>;
  compared: Set<string>;
  model: LinkModel;
  probabilities: Map<string, number>;
}

export function pairOf(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

/** The whole of what a full run does, in one go. */
export function linkEverybody(people: readonly Linkable[]): Linked {
  const blocks = new Blocks();
  const frequencies = new Frequencies();
  const sample = new Sample(500);
  const byNumber = new Map(people.map((person) => [person.number, person]));
  for (const person of people) {
    blocks.add(person.number, blockingKeys(person));
    frequencies.add(person);
    sample.add(person);
  }
  blocks.close();
  const random = new PatternTally();
  const some = sample.people;
  for (const [index, a] of some.entries()) for (const b of some.slice(index + 1)) random.add(a, b);
  const blocked = new PatternTally();
  const pairs: [Linkable, Linkable][] = [];
  for (const [place, person] of people.entries()) {
    for (const partner of blocks.partners(place)) {
      const other = byNumber.get(partner);
      if (!other) continue;
      blocked.add(person, other);
      pairs.push([person, other]);
    }
  }
  const model = estimate(random.counts, blocked.counts, people.length);
  const linked: Linked = { found: new Set(), compared: new Set(), model, probabilities: new Map() };
  for (const [a, b] of pairs) {
    const key = pairOf(a.number, b.number);
    const { probability } = score(a, b, model, frequencies.count);
    linked.compared.add(key);
    linked.probabilities.set(key, probability);
    if (probability >= SHOWN_FROM) linked.found.add(key);
  }
  return linked;
}

/** How many pairs share a key, and so are compared. */
export function blockedPairs(people: readonly Linkable[]): number {
  const blocks = new Blocks();
  for (const person of people) blocks.add(person.number, blockingKeys(person));
  blocks.close();
  return people.reduce((sum, _, place) => sum + blocks.partners(place).length, 0);
}

/** Precision, recall and F1 of what was found against what is true. */
export function quality(found: ReadonlySet<string>, truth: ReadonlySet<string>) {
  const right = [...found].filter((pair) => truth.has(pair)).length;
  const precision = found.size === 0 ? 0 : right / found.size;
  const recall = truth.size === 0 ? 0 : right / truth.size;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall), n: truth.size };
}
