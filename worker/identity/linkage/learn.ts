import { compare, patternKey } from './compare.ts';
import type { Linkable } from './linkable.ts';

/** Counts of patterns, added to pair by pair. */
export class PatternTally {
  readonly counts = new Map<string, number>();
  pairs = 0;

  add(a: Linkable, b: Linkable): void {
    const key = patternKey(compare(a, b));
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    this.pairs += 1;
  }
}

/** People for pairs picked at random: so many, spread over all by a hash of their numbers, so that a run repeats itself. */
export class Sample {
  readonly #size: number;
  readonly #kept: { rank: number; person: Linkable }[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  add(person: Linkable): void {
    const rank = scatter(person.number);
    const last = this.#kept.at(-1);
    if (this.#kept.length === this.#size && last && last.rank <= rank) return;
    let at = this.#kept.length;
    while (at > 0 && (this.#kept[at - 1]?.rank ?? 0) > rank) at -= 1;
    this.#kept.splice(at, 0, { rank, person });
    if (this.#kept.length > this.#size) this.#kept.pop();
  }

  get people(): Linkable[] {
    return this.#kept.map(({ person }) => person);
  }
}

/** Whether a person is among about `part` of all, by another hash of their number. */
export function isSampled(number: number, part: number): boolean {
  return scatter(number ^ 0x5bd1e995) < part * 0x1_0000_0000;
}

/** The finaliser of MurmurHash3: numbers in a row come out all over. */
function scatter(number: number): number {
  let hash = number >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
