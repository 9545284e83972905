import { type FieldChanges, settleFields } from '../identity/settleFields.ts';
import type { Packs } from './importPacks.ts';
import type { Incoming, Intake } from './intake.ts';
import type { IdentifierKind } from './tables/identifiers.ts';
import { claimKey } from './verbs/identity/claimKey.ts';
import {
  deletedMark,
  type IntakeDecision,
  type Known,
  type KnownPerson,
  type ReadIdentifier,
} from './verbs/intake/decideIncoming.ts';

/** Plans being made: how far each is, and what it knows by then. */
export type DryRuns = Map<number, { steps: number; run: DryRun; packs: Packs }>;

/** What a dry run looks things up in. */
export interface DryRunDeps {
  /** What is really known, asked anew for every record. */
  known(): Known;
  /** A record of the file by its place, as it is taken in. */
  record(place: number): Incoming;
  intake: Intake;
  now: number;
}

/**
 * What would be known if the file's earlier rows had been taken in: identifiers as numbers, and of people no more than
 * which rows touched them, so that a hundred thousand rows fit beside everything else. People that rows would make have
 * negative numbers.
 */
export class DryRun implements Known {
  readonly #deps: DryRunDeps;
  #base: Known;
  /** Leaves by the hash of a strong identifier; null once it was taken back. */
  readonly #holders = new Map<number, number | null>();
  /** Hashes of who is known by what. */
  readonly #known = new Set<number>();
  /** Hashes of identifiers that were taken back from who has them in the tables. */
  readonly #taken = new Set<number>();
  readonly #systems = new Map<number, string[]>();
  readonly #parents = new Map<number, number>();
  readonly #members = new Map<number, number[]>();
  /** Places of records that are there, by the hash of their id. */
  readonly #living = new Map<number, number>();
  /** Hashes of what deleted records were merged into, by the hash of their id; null where into none. */
  readonly #gone = new Map<number, number | null>();
  /** Places of rows that changed a person's fields. */
  readonly #touched = new Map<number, number[]>();
  /** Those of them whose system had another record of the same person by then. */
  readonly #several = new Set<number>();
  /** Systems of ids that were taken back from a person. */
  readonly #lost = new Map<number, string[]>();

  constructor(deps: DryRunDeps) {
    this.#deps = deps;
    this.#base = deps.known();
  }

  get country(): string {
    return this.#base.country;
  }

  /** Before each record: the tables may have changed meanwhile. */
  refresh(): void {
    this.#base = this.#deps.known();
  }

  erased(kind: IdentifierKind, system: string, norm: string): boolean {
    return this.#base.erased(kind, system, norm);
  }

  holder(kind: 'external' | 'email', system: string, norm: string): number | null {
    const planned = this.#holders.get(hashOf(claimKey(kind, system, norm)));
    return planned === undefined ? this.#base.holder(kind, system, norm) : planned;
  }

  person(leaf: number): KnownPerson {
    const root = this.#rootOf(leaf);
    let person = this.#alone(root);
    for (const member of this.#members.get(root) ?? []) {
      const other = this.#alone(member);
      person = {
        ...person,
        name: person.name || other.name,
        company: person.company || other.company,
        attributes: { ...other.attributes, ...person.attributes },
      };
    }
    return person;
  }

  has(person: number, kind: IdentifierKind, system: string, norm: string): boolean {
    const key = claimKey(kind, system, norm);
    return [person, ...(this.#members.get(person) ?? [])].some(
      (one) =>
        this.#known.has(hashOf(`${one} ${key}`)) ||
        (one > 0 && !this.#taken.has(hashOf(key)) && this.#base.has(one, kind, system, norm)),
    );
  }

  systemsOf(person: number): readonly string[] {
    return [person, ...(this.#members.get(person) ?? [])].flatMap((one) => [
      ...(this.#systems.get(one) ?? []),
      ...(one > 0 ? this.#base.systemsOf(one) : []),
    ]);
  }

  recordsOf(person: number, system: string): number {
    const count = (systems: readonly string[] = []) => systems.filter((one) => one === system).length;
    return [person, ...(this.#members.get(person) ?? [])].reduce(
      (sum, one) =>
        sum +
        count(this.#systems.get(one)) -
        count(this.#lost.get(one)) +
        (one > 0 ? this.#base.recordsOf(one, system) : 0),
      0,
    );
  }

  /** Remembers which records a file has: what was merged into one of them is merged here as well. */
  noteIds({ externalIds, deleted, master }: Incoming, place: number): void {
    for (const id of externalIds) {
      const hash = idHash(id);
      if (!deleted) this.#living.set(hash, place);
      else this.#gone.set(hash, master ? idHash(master) : null);
    }
  }

  /**
   * A record that was merged, by however many others, into one that is there, goes to that one: `into` is its place where
   * it is not the one named. If the file has none, it is taken for deleted.
   */
  masterInFile(incoming: Incoming): { incoming: Incoming; isMissing: boolean; into?: number } {
    const { master } = incoming;
    if (!master) return { incoming, isMissing: false };
    const seen = new Set<number>();
    let at = idHash(master);
    while (!this.#living.has(at)) {
      const next = this.#gone.get(at) ?? null;
      if (next === null || seen.has(at)) return { incoming: { ...incoming, master: null }, isMissing: true };
      seen.add(at);
      at = next;
    }
    const into = this.#living.get(at);
    if (seen.size === 0 || into === undefined) return { incoming, isMissing: false };
    return { incoming: mergedInto(incoming, this.#deps.record(into)), isMissing: false, into };
  }

  /** Takes a decision for carried out. Answers the number of who would be there. */
  apply(decision: IntakeDecision, place: number): number | null {
    const own = -(place + 1);
    if (decision.verdict === 'refuse') return null;
    if (decision.verdict === 'create') {
      this.#gain(own, own, decision.add);
      return own;
    }
    const { contact } = decision;
    if (contact === null || decision.verdict === 'skip') return contact;
    if (decision.remove) this.#lose(contact, decision.remove);
    if (decision.asLeaf) {
      this.#gain(own, contact, decision.add);
      this.#join(own, contact);
    } else if (decision.leaf !== null) this.#gain(decision.leaf, contact, decision.add);
    for (const other of decision.absorb) this.#join(other, contact);
    const { name, company, attributes } = decision.fields;
    if (name !== undefined || company !== undefined || attributes) {
      if (decision.oneOfSeveral) this.#several.add(place);
      const places = this.#touched.get(contact);
      if (places) places.push(place);
      else this.#touched.set(contact, [place]);
    }
    return contact;
  }

  #lose(person: number, one: ReadIdentifier): void {
    const key = keyOf(one);
    this.#holders.set(hashOf(key), null);
    this.#taken.add(hashOf(key));
    this.#lost.set(person, [...(this.#lost.get(person) ?? []), one.system]);
    for (const member of [person, ...(this.#members.get(person) ?? [])]) this.#known.delete(hashOf(`${member} ${key}`));
  }

  #gain(leaf: number, person: number, add: readonly ReadIdentifier[]): void {
    for (const one of add) {
      const key = keyOf(one);
      if (one.kind === 'external' || one.kind === 'email') this.#holders.set(hashOf(key), leaf);
      this.#known.add(hashOf(`${person} ${key}`));
      if (one.kind !== 'external') continue;
      const systems = this.#systems.get(person);
      if (systems) systems.push(one.system);
      else this.#systems.set(person, [one.system]);
    }
  }

  #join(absorbed: number, survivor: number): void {
    this.#parents.set(absorbed, survivor);
    const members = this.#members.get(survivor) ?? [];
    members.push(absorbed, ...(this.#members.get(absorbed) ?? []));
    this.#members.set(survivor, members);
  }

  #rootOf(leaf: number): number {
    let root = leaf > 0 ? this.#base.person(leaf).number : leaf;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    return root;
  }

  /** A person without whom they were joined with, rows that touched them taken in. */
  #alone(number: number): KnownPerson {
    let person: KnownPerson = number > 0 ? this.#base.person(number) : this.#made(number);
    for (const place of this.#touched.get(number) ?? []) {
      const record = this.#deps.record(place);
      const from = this.#fromOf(record);
      const policy = record.deleted
        ? { ...this.#deps.intake, conflict: 'keep' as const, perField: {} }
        : this.#deps.intake;
      const marks = record.deleted && !record.master ? deletionOf(record) : null;
      const fields: FieldChanges = marks
        ? { attributes: marks }
        : settleFields(person, record, from, { ...policy, oneOfSeveral: this.#several.has(place) }).changes;
      const names = [
        ...(fields.name === undefined ? [] : ['name']),
        ...(fields.company === undefined ? [] : ['company']),
        ...Object.keys(fields.attributes ?? {}),
      ];
      const wrote = { source: from.source, at: new Date(from.at).toISOString(), row: place };
      person = {
        number,
        name: fields.name ?? person.name,
        company: fields.company ?? person.company,
        attributes: { ...person.attributes, ...fields.attributes },
        provenance: { ...person.provenance, ...Object.fromEntries(names.map((name) => [name, wrote])) },
      };
    }
    return person;
  }

  #made(number: number): KnownPerson {
    const place = -number - 1;
    const record = this.#deps.record(place);
    const from = this.#fromOf(record);
    const wrote = { source: from.source, at: new Date(from.at).toISOString(), row: place };
    const names = ['name', ...(record.company ? ['company'] : []), ...Object.keys(record.attributes)];
    return {
      number,
      name: record.name,
      company: record.company || null,
      attributes: record.attributes,
      provenance: Object.fromEntries(names.map((name) => [name, wrote])),
    };
  }

  #fromOf(record: Incoming): { source: string; at: number } {
    return { source: this.#deps.intake.source, at: record.updatedAt ?? this.#deps.now };
  }
}

/** A record as merged into the last of those it went through. */
export function mergedInto(incoming: Incoming, last: Incoming): Incoming {
  const system = incoming.master?.system;
  return { ...incoming, master: last.externalIds.find((id) => id.system === system) ?? null };
}

function idHash({ system, value }: { system: string; value: string }): number {
  return hashOf(claimKey('external', system, value));
}

function deletionOf(record: Incoming): Record<string, string> {
  return Object.fromEntries(record.externalIds.map(({ system }) => [deletedMark(system), 'deleted']));
}

function keyOf({ kind, system, norm }: ReadIdentifier): string {
  return claimKey(kind, system, norm);
}

/** 53 bits of a text: among some hundred thousand, two that are equal by chance are one in millions. */
function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
