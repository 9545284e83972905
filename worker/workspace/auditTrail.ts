import { createHash } from 'node:crypto';
import type { AuditLink, AuditTable } from './tables/audit.ts';

/** Who does something: a member, an API key, or the product itself. */
export interface Actor {
  /** `user:…`, `key:…` or `system`. */
  id: string;
  name: string;
}

/**
 * The audit trail. Entries are chained over who did what to what, when, and H(salt ‖ payload): payload and salt may be
 * erased later, and the chain still proves that no entry was changed, added in between or left out before the last.
 */
export class AuditTrail {
  readonly #table: AuditTable;
  readonly #random: (length: number) => Uint8Array;

  constructor(table: AuditTable, random: (length: number) => Uint8Array) {
    this.#table = table;
    this.#random = random;
  }

  /** Records one verb of the admin and answers the entry's place. `subject` is `kind:id`; `payload` says what changed. */
  record(entry: { at: number; actor: Actor; verb: string; subject: string; payload?: unknown }): number {
    const payload = JSON.stringify(entry.payload ?? {});
    const salt = this.#random(16);
    const digest = sha256(salt, payload);
    const row = { at: entry.at, actor: entry.actor.id, verb: entry.verb, subject: entry.subject };
    const chain = chainOf(this.#table.lastChain(), row, digest);
    return this.#table.insert({ ...row, payload, salt, digest, chain });
  }

  /** Whether every entry follows from the one before it, and what is left of its payload is what was recorded. */
  verifies(): boolean {
    let previous: Uint8Array = new Uint8Array(32);
    for (const entry of this.#table.chain()) {
      if (!follows(previous, entry)) return false;
      previous = entry.chain;
    }
    return true;
  }

  /** One entry as it stands, and whether it follows from the one before it. */
  entry(seq: number): { payload: string | null; chain: Uint8Array; holds: boolean } | null {
    const found = this.#table.at(seq);
    if (!found) return null;
    const { entry, before } = found;
    return { payload: entry.payload, chain: entry.chain, holds: follows(before, entry) };
  }
}

/** Whether an entry follows from the chain before it, and what is left of its payload is what was recorded. */
function follows(previous: Uint8Array, entry: AuditLink): boolean {
  if (!same(chainOf(previous, entry, entry.digest), entry.chain)) return false;
  return entry.payload === null || !entry.salt || same(sha256(entry.salt, entry.payload), entry.digest);
}

interface Signed {
  at: number;
  actor: string;
  verb: string;
  subject: string;
}

function chainOf(previous: Uint8Array, { at, actor, verb, subject }: Signed, digest: Uint8Array): Uint8Array {
  return sha256(previous, JSON.stringify([at, actor, verb, subject]), digest);
}

function sha256(...parts: (Uint8Array | string)[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
