/** A block larger than this is no block: what so many share says nothing, and each pair of it would be compared. */
export const BLOCK_MAX = 60;

/**
 * Who shares a key with whom. Keys are kept as numbers (FNV-1a), so that a hundred thousand people with a dozen keys each
 * take some twenty megabytes; two keys of one number bring a pair together that need not be, and that is all.
 */
export class Blocks {
  #people: number[] = [];
  /** Where each person's keys begin in `#hashes`. */
  #starts: number[] = [];
  #hashes: number[] = [];
  #bucketStart = new Uint32Array(0);
  #bucketed = new Uint32Array(0);
  #mask = 0;
  #owner = new Uint32Array(0);

  /** Adds a person; in order of their numbers. */
  add(number: number, keys: readonly string[]): void {
    this.#people.push(number);
    this.#starts.push(this.#hashes.length);
    for (const key of keys) this.#hashes.push(fnv1a(key));
  }

  get people(): readonly number[] {
    return this.#people;
  }

  /** Puts everybody in their blocks, in time that grows with their number alone. */
  close(): void {
    const entries = this.#hashes.length;
    let size = 1024;
    while (size < entries * 2 && size < 1 << 22) size *= 2;
    this.#mask = size - 1;
    const starts = new Uint32Array(size + 1);
    for (const hash of this.#hashes) starts[(hash & this.#mask) + 1] = (starts[(hash & this.#mask) + 1] ?? 0) + 1;
    for (let i = 1; i <= size; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const next = starts.slice();
    const bucketed = new Uint32Array(entries);
    const owner = new Uint32Array(entries);
    for (let person = 0; person < this.#people.length; person++) {
      const end = this.#starts[person + 1] ?? entries;
      for (let entry = this.#starts[person] ?? 0; entry < end; entry++) {
        owner[entry] = person;
        const bucket = (this.#hashes[entry] ?? 0) & this.#mask;
        const at = next[bucket] ?? 0;
        bucketed[at] = entry;
        next[bucket] = at + 1;
      }
    }
    this.#bucketStart = starts;
    this.#bucketed = bucketed;
    this.#owner = owner;
  }

  /** Numbers of those who share a key with the person at a place and come after them: each pair once. */
  partners(place: number): number[] {
    const found = new Set<number>();
    const end = this.#starts[place + 1] ?? this.#hashes.length;
    for (let entry = this.#starts[place] ?? 0; entry < end; entry++) {
      const block = this.#blockOf(this.#hashes[entry] ?? 0);
      if (block.length > BLOCK_MAX) continue;
      for (const other of block) if (other > place) found.add(other);
    }
    return [...found].map((other) => this.#people[other] ?? 0);
  }

  #blockOf(hash: number): number[] {
    const bucket = hash & this.#mask;
    const places: number[] = [];
    const end = this.#bucketStart[bucket + 1] ?? 0;
    for (let at = this.#bucketStart[bucket] ?? 0; at < end; at++) {
      const entry = this.#bucketed[at] ?? 0;
      if (this.#hashes[entry] === hash) places.push(this.#owner[entry] ?? 0);
      if (places.length > BLOCK_MAX) break;
    }
    return places;
  }
}

/** FNV-1a, 32 bits (RFC 9923). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
