import { Blocks } from '../../identity/linkage/blocks.ts';
import { Frequencies } from '../../identity/linkage/frequencies.ts';
import { PatternTally, Sample } from '../../identity/linkage/learn.ts';
import type { Linkable } from '../../identity/linkage/linkable.ts';

/** People that pairs picked at random are made of. */
const SAMPLE = 400;

/** What a run keeps in memory between its chunks. Lost with the object, and made again from the rows. */
export class Linkage {
  readonly blocks = new Blocks();
  readonly frequencies = new Frequencies();
  readonly random = new PatternTally();
  readonly blocked = new PatternTally();
  readonly sample = new Sample(SAMPLE);
  /** Suggestions this run found or found again; null once a part of the run was another instance's. */
  confirmed: Set<number> | null = new Set();
  /** Number of the last contact whose keys were taken. */
  after = 0;
  /** How far pairs at random, and then those that share a key, were looked at. */
  row = 0;
  place = 0;
  /** Number of the last open pair that was looked at for want of a score. */
  weighed = 0;

  readonly #people: Linkable[] = [];

  /** The people of the sample, once it is whole. */
  get picked(): Linkable[] {
    if (this.#people.length === 0) this.#people.push(...this.sample.people);
    return this.#people;
  }
}
