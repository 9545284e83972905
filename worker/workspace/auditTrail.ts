import { createHash } from 'node:crypto';
import type { AuditTable } from './tables/audit.ts';

/** Who does something: a member, an API key, or the product itself. */
export interface Actor {
  /** `user:…`, `key:…` or `system`. */
  id: string;
  name: string;
}

/**
 * The audit trail. Entries are chained over H(salt ‖ payload): payload and salt may be erased later, and the chain
 * still proves that no entry was changed, added in between or left out.
 */
export class AuditTrail {
  readonly #table: AuditTable;
  readonly #random: (length: number) => Uint8Array;

  constructor(table: AuditTable, random: (length: number) => Uint8Array) {
    this.#table = table;
    this.#random = random;
  }

  /** Records one verb of the admin. `subject` is `kind:id`; `payload` says what changed. */
  record(entry: { at: number; actor: Actor; verb: string; subject: string; payload?: unknown }): void {
    const payload = JSON.stringify(entry.payload ?? {});
    const salt = this.#random(16);
    const digest = digestOf(salt, payload, entry);
    this.#table.insert({
      at: entry.at,
      actor: entry.actor.id,
      verb: entry.verb,
      subject: entry.subject,
      payload,
      salt,
      digest,
      chain: chainOf(this.#table.lastChain(), digest),
    });
  }

  /** Whether every entry follows from the one before it. */
  verifies(): boolean {
    let previous: Uint8Array = new Uint8Array(32);
    for (const entry of this.#table.chain()) {
      if (!same(chainOf(previous, entry.digest), entry.chain)) return false;
      if (entry.payload !== null && entry.salt && !same(digestOf(entry.salt, entry.payload, entry), entry.digest))
        return false;
      previous = entry.chain;
    }
    return true;
  }
}

function digestOf(salt: Uint8Array, payload: string, entry: { at: number; verb: string; subject: string }): Uint8Array {
  return createHash('sha256')
    .update(salt)
    .update(JSON.stringify([entry.at, entry.verb, entry.subject, payload]))
    .digest();
}

function chainOf(previous: Uint8Array, digest: Uint8Array): Uint8Array {
  return createHash('sha256').update(previous).update(digest).digest();
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
