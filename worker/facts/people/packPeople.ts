import { PEOPLE_A_PACK, type People } from './people.ts';

/** Bytes of one person in a pack. */
const BYTES = 17;

/** One pack's people as bytes: column after column, little-endian as every machine this runs on. */
export function packPeople(people: People, pack: number): Uint8Array {
  const { from, until } = boundsOf(pack, people.size);
  const count = Math.max(0, until - from);
  const bytes = new Uint8Array(count * BYTES);
  let at = 0;
  for (const column of [people.root, people.company, people.low, people.high]) {
    const part = column.slice(from, until);
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  bytes.set(people.stage.subarray(from, until), at);
  return bytes;
}

/**
 * Reads one pack's bytes into their place; there must be room.
 *
 * @throws RangeError when they are not whole people
 */
export function unpackPeople(people: People, pack: number, bytes: Uint8Array): void {
  const count = peopleIn(bytes);
  const { from } = boundsOf(pack, 0);
  // A copy, so that every column starts where typed arrays may.
  const { buffer } = bytes.slice();
  let at = 0;
  for (const column of [people.root, people.company, people.low, people.high]) {
    column.set(new Uint32Array(buffer, at, count), from);
    at += count * 4;
  }
  people.stage.set(new Uint8Array(buffer, at, count), from);
}

/**
 * How many people bytes hold.
 *
 * @throws RangeError when they are not whole people
 */
export function peopleIn(bytes: Uint8Array): number {
  const count = bytes.byteLength / BYTES;
  if (!Number.isInteger(count) || count > PEOPLE_A_PACK)
    throw new RangeError(`${bytes.byteLength} bytes are not people`);
  return count;
}

/** The numbers in a pack, `until` exclusive. */
function boundsOf(pack: number, size: number): { from: number; until: number } {
  return { from: pack * PEOPLE_A_PACK, until: Math.min((pack + 1) * PEOPLE_A_PACK, size) };
}

/** The pack a number is in. */
export function packOf(number: number): number {
  return Math.floor(number / PEOPLE_A_PACK);
}
