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
  #bySite = new Map<number, number>();

  constructor(stream: Pick<FactStream, 'ofDay'>) {
    this.#stream = stream;
  }

  /** Rows of a site (its word number) since midnight UTC. */
  used(site: number, now: number): number {
    this.#turn(now);
    return this.#bySite.get(site) ?? 0;
  }

  /** Counts one more; call it after the row is in the facts. */
  note(site: number, now: number): void {
    if (!this.#turn(now)) this.#bySite.set(site, (this.#bySite.get(site) ?? 0) + 1);
  }

  /** Moves on to the day of `now`; answers whether it counted anew. */
  #turn(now: number): boolean {
    const day = Math.floor(now / DAY);
    if (day === this.#day) return false;
    this.#day = day;
    this.#bySite = new Map();
    for (const groups of this.#stream.ofDay(day, ['figure', 'context'])) {
      const { flags } = unpack('figure', groups.figure ?? new Uint8Array());
      const { site } = unpack('context', groups.context ?? new Uint8Array());
      for (let i = 0; i < flags.length; i++) {
        if ((flags[i] ?? 0) & FLAG.secondary) continue;
        const number = site[i] ?? 0;
        this.#bySite.set(number, (this.#bySite.get(number) ?? 0) + 1);
      }
    }
    return true;
  }
}
