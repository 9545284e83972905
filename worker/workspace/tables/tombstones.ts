import { createHmac } from 'node:crypto';
import type { Database } from './database.ts';

const KEY = 'tombstone-key';

/** What a tombstone stands for: an identifier, a response or a contact by its id. */
export type Buried = 'external' | 'email' | 'phone' | 'visitor' | 'response' | 'contact';

/**
 * What was erased, as HMACs with a key of the workspace's own: whether something was erased can be asked, what it was
 * cannot be read.
 */
export class TombstonesTable {
  readonly #db: Database;
  readonly #random: (length: number) => Uint8Array;
  #key: Buffer | undefined;
  #isEmpty: boolean | undefined;

  constructor(db: Database, random: (length: number) => Uint8Array) {
    this.#db = db;
    this.#random = random;
  }

  /** Whether this was erased. `norm` as identifiers are compared. */
  has(kind: Buried, system: string, norm: string): boolean {
    this.#isEmpty ??= this.#db.first('SELECT 1 AS one FROM tombstone LIMIT 1') === undefined;
    if (this.#isEmpty) return false;
    return (
      this.#db.first('SELECT 1 AS one FROM tombstone WHERE hash = ?', this.#hash(kind, system, norm)) !== undefined
    );
  }

  /** By which erasure this was erased, by number; null when it was not, or may come back. */
  erasureOf(kind: Buried, system: string, norm: string): number | null {
    const found = this.#db.first<{ erasure: number }>(
      'SELECT erasure FROM tombstone WHERE hash = ?',
      this.#hash(kind, system, norm),
    );
    return found?.erasure ?? null;
  }

  add(kind: Buried, system: string, norm: string, erasure: number): void {
    this.#isEmpty = false;
    this.#db.run(
      'INSERT OR IGNORE INTO tombstone (hash, erasure) VALUES (?, ?)',
      this.#hash(kind, system, norm),
      erasure,
    );
  }

  /** Lets everything come back that one erasure had buried; answers how many. */
  lift(erasure: number): number {
    const lifted = this.#db.all('DELETE FROM tombstone WHERE erasure = ? RETURNING 1 AS one', erasure).length;
    this.#isEmpty = undefined;
    return lifted;
  }

  #hash(kind: Buried, system: string, norm: string): ArrayBuffer {
    const digest = createHmac('sha256', this.#secret())
      .update(JSON.stringify([kind, system, norm]))
      .digest();
    return new Uint8Array(digest).buffer;
  }

  #secret(): Buffer {
    if (this.#key) return this.#key;
    const row = this.#db.first<{ value: string }>('SELECT value FROM setting WHERE key = ?', KEY);
    const key = row ? Buffer.from(row.value, 'base64') : Buffer.from(this.#random(32));
    if (!row) this.#db.run('INSERT INTO setting (key, value) VALUES (?, ?)', KEY, key.toString('base64'));
    this.#key = key;
    return key;
  }
}
