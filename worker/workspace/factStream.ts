import type { Fact } from '../facts/fact.ts';
import { find } from '../facts/find.ts';
import { BLOCK_MAX, GROUP_NAMES, type GroupName, type Groups } from '../facts/groups.ts';
import { append, pack } from '../facts/pack.ts';
import { patchRecords } from '../facts/patchRecords.ts';
import { toFacts, unpack } from '../facts/unpack.ts';
import type { BlockHead, BlocksTable } from './tables/blocks.ts';

const DAY = 86_400_000;

/** The facts of one row, and when it arrived. */
export interface Arrival {
  seq: number;
  receivedAt: number;
  facts: Fact[];
}

/**
 * Facts of one stream (responses or displays): sealed blocks in the table, and the short tail since, kept in memory
 * and rebuilt from rows when the object wakes up. A fact is in exactly one of the two.
 */
export class FactStream {
  readonly #blocks: BlocksTable;
  readonly #tail: Arrival[] = [];

  /** @param load rows after a seq as arrivals, oldest first */
  constructor(blocks: BlocksTable, load: (afterSeq: number) => Arrival[]) {
    this.#blocks = blocks;
    this.#tail.push(...load(blocks.last()?.last ?? 0));
  }

  /** How many rows are not sealed yet. */
  get unsealed(): number {
    return this.#tail.length;
  }

  /** When the oldest unsealed row arrived. */
  get oldestUnsealed(): number | undefined {
    return this.#tail[0]?.receivedAt;
  }

  add(arrival: Arrival): void {
    this.#tail.push(arrival);
  }

  /** Sealed blocks of a period (minutes, `until` exclusive), then the tail; each with at least `groups`. */
  *read(from: number, until: number, groups: readonly GroupName[]): Generator<Partial<Groups>> {
    yield* this.#blocks.between(from, until, groups);
    if (this.#tail.length > 0) yield pack(this.#tail.flatMap((arrival) => arrival.facts));
  }

  /** What arrived on a UTC day (days since 1970), newest block first, then the tail. */
  *ofDay(day: number, groups: readonly GroupName[]): Generator<Partial<Groups>> {
    yield* this.#blocks.ofDay(day, groups);
    const today = this.#tail.filter((arrival) => Math.floor(arrival.receivedAt / DAY) === day);
    if (today.length > 0) yield pack(today.flatMap((arrival) => arrival.facts));
  }

  /** All there is: for lists that know no period. */
  all(groups: readonly GroupName[]): Generator<Partial<Groups>> {
    return this.read(0, 0xffff_ffff, groups);
  }

  /**
   * A row changed: writes its facts over the old ones, in the tail or in their sealed slots.
   * Only groups that differ are written, and they are columns of one row.
   */
  replace(seq: number, facts: Fact[]): void {
    const waiting = this.#tail.find((arrival) => arrival.seq === seq);
    if (waiting) {
      waiting.facts = facts;
      return;
    }
    const head = this.#blocks.holding(seq);
    if (!head) throw new RangeError(`no fact of row ${seq}`);
    this.#rewrite(head, new Map([[seq, facts]]));
  }

  /** Many rows changed: the same, reading and writing each sealed block once. */
  replaceMany(changes: ReadonlyMap<number, Fact[]>): void {
    const blocks = new Map<number, { head: BlockHead; changes: Map<number, Fact[]> }>();
    const tail = new Map(this.#tail.map((arrival) => [arrival.seq, arrival]));
    let head: BlockHead | undefined;
    for (const [seq, facts] of changes) {
      const waiting = tail.get(seq);
      if (waiting) {
        waiting.facts = facts;
        continue;
      }
      if (!head || seq < head.first || seq > head.last) head = this.#blocks.holding(seq);
      if (!head) throw new RangeError(`no fact of row ${seq}`);
      const block = blocks.get(head.first) ?? { head, changes: new Map<number, Fact[]>() };
      block.changes.set(seq, facts);
      blocks.set(head.first, block);
    }
    for (const block of blocks.values()) this.#rewrite(block.head, block.changes);
  }

  #rewrite(head: BlockHead, changes: ReadonlyMap<number, Fact[]>): void {
    const groups = this.#blocks.read(head.first, GROUP_NAMES);
    const changed: Partial<Groups> = {};
    const { seq: column } = unpack('time', groups.time ?? new Uint8Array());
    const records = new Map<number, Fact>();
    for (const [seq, facts] of changes) {
      const { start, end } = find(column, seq);
      if (end - start !== facts.length)
        throw new RangeError(`row ${seq} has ${end - start} facts, not ${facts.length}`);
      for (const [index, fact] of facts.entries()) records.set(start + index, fact);
    }
    for (const name of GROUP_NAMES) {
      const before = groups[name];
      if (!before) continue;
      const bytes = patchRecords(name, before, records);
      if (!equal(bytes, before)) changed[name] = bytes;
    }
    if (Object.keys(changed).length > 0) this.#blocks.patch(head.first, changed);
  }

  /** Seals the tail into blocks, cut by UTC day of arrival and at their largest size. */
  seal(): void {
    while (this.#tail.length > 0) this.#sealDay();
  }

  #sealDay(): void {
    const day = Math.floor((this.#tail[0]?.receivedAt ?? 0) / DAY);
    const last = this.#blocks.last();
    const open = last && last.day === day && last.count < BLOCK_MAX ? last : undefined;
    const room = BLOCK_MAX - (open?.count ?? 0);
    let records = 0;
    let take = 0;
    for (const arrival of this.#tail) {
      if (Math.floor(arrival.receivedAt / DAY) !== day || records + arrival.facts.length > room) break;
      records += arrival.facts.length;
      take++;
    }
    // A block too full for the next row's facts is closed by opening another.
    const taken = this.#tail.slice(0, Math.max(take, 1));
    const facts = taken.flatMap((arrival) => arrival.facts);
    const minutes = facts.map((fact) => fact.minute);
    const first = taken[0]?.seq ?? 0;
    const head = {
      last: taken.at(-1)?.seq ?? first,
      day,
      fromMinute: minutes.reduce((a, b) => Math.min(a, b), open?.fromMinute ?? Number.MAX_SAFE_INTEGER),
      untilMinute: minutes.reduce((a, b) => Math.max(a, b), open?.untilMinute ?? 0),
    };
    if (open && take > 0) {
      const groups = { ...EMPTY, ...this.#blocks.read(open.first, GROUP_NAMES) };
      this.#blocks.replace({ ...head, first: open.first, count: open.count + facts.length }, append(groups, facts));
    } else {
      this.#blocks.insert({ ...head, first, count: facts.length }, pack(facts));
    }
    // Last of all: a write that fails must leave the tail as it was.
    this.#tail.splice(0, taken.length);
  }

  /** What is sealed, without opening it: to prove how blocks are cut. */
  sealed(): BlockHead[] {
    return this.#blocks.heads();
  }

  /** Every fact, sealed or not, in order: to prove that they equal a recount. */
  everything(): Fact[] {
    const facts: Fact[] = [];
    for (const groups of this.all(GROUP_NAMES)) facts.push(...toFacts({ ...EMPTY, ...groups }));
    return facts;
  }
}

const EMPTY: Groups = {
  time: new Uint8Array(),
  figure: new Uint8Array(),
  who: new Uint8Array(),
  context: new Uint8Array(),
};

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
