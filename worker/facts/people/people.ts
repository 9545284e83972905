/**
 * What scans need to know of people, by contact number: at a leaf its root, at a root what is known of the person.
 * Flat arrays, `size` of them in use; number 0 is nobody.
 */
export interface People {
  size: number;
  /** The survivor a leaf belongs to; itself where it was never merged, 0 where there is nobody of that number. */
  root: Uint32Array;
  /** The company's number, 0 none. */
  company: Uint32Array;
  /** The segments they are in, a bit each: 0 to 31 and 32 to 63. */
  low: Uint32Array;
  high: Uint32Array;
  /** The lifecycle stage's code, 0 none. */
  stage: Uint8Array;
}

/** So many people are stored in one blob. */
export const PEOPLE_A_PACK = 10_000;

/** What is known of one contact. */
export interface PersonBits {
  root: number;
  company: number;
  low: number;
  high: number;
  stage: number;
}

export function noPeople(): People {
  return grown(
    {
      size: 1,
      root: new Uint32Array(),
      company: new Uint32Array(),
      low: new Uint32Array(),
      high: new Uint32Array(),
      stage: new Uint8Array(),
    },
    1,
  );
}

/** The same with room for numbers below `size`. */
export function grown(people: People, size: number): People {
  if (size <= people.root.length) {
    people.size = Math.max(people.size, size);
    return people;
  }
  const room = Math.max(PEOPLE_A_PACK, 2 ** Math.ceil(Math.log2(size)));
  const wide = (column: Uint32Array) => {
    const wider = new Uint32Array(room);
    wider.set(column);
    return wider;
  };
  const stage = new Uint8Array(room);
  stage.set(people.stage);
  return {
    size: Math.max(people.size, size),
    root: wide(people.root),
    company: wide(people.company),
    low: wide(people.low),
    high: wide(people.high),
    stage,
  };
}

/** Writes what is known of a number; there must be room for it. */
export function setPerson(people: People, number: number, bits: PersonBits): void {
  people.root[number] = bits.root;
  people.company[number] = bits.company;
  people.low[number] = bits.low;
  people.high[number] = bits.high;
  people.stage[number] = bits.stage;
}

/** Whether a root is in a segment, by the segment's place. */
export function isIn(people: People, root: number, place: number): boolean {
  return (((place < 32 ? people.low[root] : people.high[root]) ?? 0) & (1 << (place & 31))) !== 0;
}

/** Puts a root in a segment or takes it out. */
export function setIn(people: People, root: number, place: number, inside: boolean): void {
  const column = place < 32 ? people.low : people.high;
  const bit = 1 << (place & 31);
  const before = column[root] ?? 0;
  column[root] = inside ? before | bit : before & ~bit;
}
