import { OUTCOMES } from '../../contract/metric.ts';
import { FLAG } from '../facts/fact.ts';
import { unpack } from '../facts/unpack.ts';
import type { Asking } from '../fatigue/asking.ts';
import type { FactStream } from './factStream.ts';

const MINUTE = 60_000;
const LATEST = 0xffff_ffff;
const EMPTY = new Uint8Array();
/** So many people are remembered: whoever is signed in asks again with every page. */
const PEOPLE_MAX = 1_000;

/** An asking as the facts have it. */
export type Shown = Omit<Asking, 'unbidden'>;

interface Remembered {
  leaves: ReadonlySet<number>;
  since: number;
  found: Shown[];
}

/**
 * What people were asked, on all their devices and under all their leaves: the displays that are theirs by proof, from the
 * facts. Tests are not asking anybody. What was found is remembered until another display is the person's.
 */
export class Askings {
  readonly #facts: Pick<FactStream, 'read'>;
  readonly #remembered = new Map<string, Remembered>();

  constructor(facts: Pick<FactStream, 'read'>) {
    this.#facts = facts;
  }

  /** Those of a person since a moment, and maybe some from before it. */
  of(leaves: readonly number[], since: number): readonly Shown[] {
    const key = leaves.join();
    const known = this.#remembered.get(key);
    if (known && known.since <= since) return known.found;
    const person = { leaves: new Set(leaves), since, found: this.#read(new Set(leaves), since) };
    if (this.#remembered.size >= PEOPLE_MAX) this.#remembered.clear();
    this.#remembered.set(key, person);
    return person.found;
  }

  /** A display of a contact has come or changed. */
  forget(contact: number): void {
    for (const [key, { leaves }] of this.#remembered) if (leaves.has(contact)) this.#remembered.delete(key);
  }

  #read(leaves: ReadonlySet<number>, since: number): Shown[] {
    const from = Math.max(0, Math.floor(since / MINUTE));
    const found: Shown[] = [];
    for (const groups of this.#facts.read(from, LATEST, ['time', 'figure', 'who'])) {
      const own = indexesOf(unpack('who', groups.who ?? EMPTY).contact, leaves);
      if (own.length === 0) continue;
      const { seq, minute } = unpack('time', groups.time ?? EMPTY);
      const { survey, score, flags } = unpack('figure', groups.figure ?? EMPTY);
      for (const i of own) {
        const at = minute[i] ?? 0;
        if (at < from || (flags[i] ?? 0) & (FLAG.test | FLAG.deleted)) continue;
        const outcome = OUTCOMES[score[i] ?? 0] ?? 'shown';
        found.push({ survey: survey[i] ?? 0, display: seq[i] ?? 0, outcome, at: at * MINUTE });
      }
    }
    return found;
  }
}

function indexesOf(column: Uint32Array, wanted: ReadonlySet<number>): number[] {
  const found: number[] = [];
  const { length } = column;
  for (let i = 0; i < length; i += 1) {
    const value = column[i] as number;
    if (value !== 0 && wanted.has(value)) found.push(i);
  }
  return found;
}
