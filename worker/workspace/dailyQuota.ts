import { FLAG } from '../facts/fact.ts';
import { unpack } from '../facts/unpack.ts';
import type { FactStream } from './factStream.ts';

const DAY = 86_400_000;

/**
 * How many rows of a stream each site has sent this UTC day. There is no counter row: what arrived today is in today's blocks
 * and the tail, so it is counted from them once, when the object wakes up, and in memory from then on.
 */
export class DailyQuota {
  readonly #stream: Pick<FactStream, 'ofDay'>;
  #day = -1;
  /** Rows by site and whether they are tests. */
  #counts = new Map<string, number>();

  constructor(stream: Pick<FactStream, 'ofDay'>) {
    this.#stream = stream;
  }

  /** Rows of a site (its word number) since midnight UTC: its tests, or all others. */
  used(site: number, isTest: boolean, now: number): number {
    this.#turn(now);
    return this.#counts.get(`${site} ${isTest}`) ?? 0;
  }

  /** Counts one more; call it after the row is in the facts. */
  note(site: number, isTest: boolean, now: number): void {
    if (!this.#turn(now)) this.#count(site, isTest);
  }

  /** Moves on to the day of `now`; answers whether it counted anew. */
  #turn(now: number): boolean {
    const day = Math.floor(now / DAY);
    if (day === this.#day) return false;
    this.#day = day;
    this.#counts = new Map();
    for (const groups of this.#stream.ofDay(day, ['figure', 'context'])) {
      const { flags } = unpack('figure', groups.figure ?? new Uint8Array());
      const { site } = unpack('context', groups.context ?? new Uint8Array());
      for (let i = 0; i < flags.length; i++) {
        const flagged = flags[i] ?? 0;
        // What was brought along was never asked for here.
        if (!(flagged & (FLAG.secondary | FLAG.imported))) this.#count(site[i] ?? 0, (flagged & FLAG.test) !== 0);
      }
    }
    return true;
  }

  #count(site: number, isTest: boolean): void {
    const key = `${site} ${isTest}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
}
