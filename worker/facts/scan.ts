import { type AllColumns, type Columns, fits } from './column.ts';
import { FLAG } from './fact.ts';
import { type Filter, LISTS } from './filter.ts';
import { GROUP_NAMES, type GroupName } from './groups.ts';
import { unpack } from './unpack.ts';

export type { Filter } from './filter.ts';

/** What a visitor of a scan may read: figures and flags always, and the groups it asked for. */
export type ScanColumns<G extends GroupName = never> = Columns<G | 'figure'>;

/** A block with at least the groups that `groupsFor` names; blobs may come as the database gives them. */
export type Block = Partial<Record<GroupName, Uint8Array | ArrayBuffer>>;

type SomeColumns = Partial<AllColumns> & { length: number };

/** A list condition as a table over all values of a column, taken as 16 unsigned bits: 1 lets through. */
interface Gate {
  field: (typeof LISTS)[number][1];
  table: Uint8Array;
}

/** The groups to read for a filter, besides those the reader wants for itself. Always with `figure`: it has the flags. */
export function groupsFor(filter: Filter, alsoRead: readonly GroupName[]): GroupName[] {
  const wanted = new Set<GroupName>(['figure', ...alsoRead]);
  if (filter.from !== undefined || filter.until !== undefined) wanted.add('time');
  if (filter.contacts !== undefined || filter.people !== undefined) wanted.add('who');
  const { languages, countries, devices, sites } = filter;
  if (languages ?? countries ?? devices ?? sites) wanted.add('context');
  return GROUP_NAMES.filter((name) => wanted.has(name));
}

/**
 * Visits every fact that passes the filter, in the order of the blocks. Deleted facts are never visited; tests and
 * further scored questions only when the filter says so.
 *
 * @param visit gets the columns of the block and the index of the fact in them
 * @throws RangeError when a block lacks a group that is needed, or its groups hold different numbers of records
 */
export function scan<const G extends GroupName>(
  blocks: Iterable<Block>,
  filter: Filter,
  alsoRead: readonly G[],
  visit: (columns: ScanColumns<G>, index: number) => void,
): void {
  select(blocks, filter, alsoRead, (columns, keep) => {
    for (let i = 0; i < keep.length; i += 1) if (keep[i] === 1) visit(columns, i);
  });
}

/**
 * What `scan` is made of, for tallies that want their own tight loop: hands over each block's columns with a mask that
 * is 1 where a fact passes. The mask is used again for the next block.
 * Works column by column, so that each loop is short and of one kind: a million facts take a few milliseconds.
 *
 * @throws RangeError as `scan` does
 */
export function select<const G extends GroupName>(
  blocks: Iterable<Block>,
  filter: Filter,
  alsoRead: readonly G[],
  use: (columns: ScanColumns<G>, keep: Uint8Array) => void,
): void {
  const names = groupsFor(filter, alsoRead);
  const gates = gatesOf(filter);
  let flagged: number = FLAG.deleted;
  if (filter.tests !== 'include') flagged |= FLAG.test;
  if (!filter.secondary) flagged |= FLAG.secondary;
  let room = new Uint8Array(0);
  for (const block of blocks) {
    const columns = columnsOf(block, names);
    const { length } = columns;
    if (room.length < length) room = new Uint8Array(length);
    const keep = room.subarray(0, length);
    flaggedAs(keep, columns.flags, flagged, filter.tests === 'only' ? FLAG.test : 0);
    if (filter.from !== undefined || filter.until !== undefined) {
      within(keep, columns.minute, filter.from ?? 0, filter.until ?? Number.POSITIVE_INFINITY);
    }
    for (const { field, table } of gates) listed(keep, columns[field], table);
    if (filter.contacts) among(keep, columns.contact, filter.contacts);
    if (filter.people) masked(keep, columns.contact, filter.people);
    use(columns, keep);
  }
}

/** Reads the groups `names`, which hold those of `G`: see `groupsFor`. */
function columnsOf<G extends GroupName>(block: Block, names: readonly GroupName[]): ScanColumns<G> & AllColumns {
  const columns: SomeColumns = { length: -1 };
  for (const name of names) {
    const bytes = block[name];
    if (bytes === undefined) throw new RangeError(`block without group ${name}`);
    const group = unpack(name, bytes);
    if (columns.length >= 0 && columns.length !== group.length) throw new RangeError('groups of different lengths');
    Object.assign(columns, group);
  }
  return columns as ScanColumns<G> & AllColumns;
}

function gatesOf(filter: Filter): Gate[] {
  const gates: Gate[] = [];
  for (const [list, field] of LISTS) {
    const wanted = filter[list];
    if (wanted === undefined) continue;
    const table = new Uint8Array(65_536);
    // A code that no column can hold must not be taken for another by its low bits.
    for (const code of wanted) if (fits(field, code)) table[code & 0xffff] = 1;
    gates.push({ field, table });
  }
  return gates;
}

// Below, an index is always within its column: saying so (`as number`) instead of falling back (`?? 0`) makes these
// loops three times as fast.

function flaggedAs(keep: Uint8Array, flags: Uint8Array, mask: number, wanted: number): void {
  const { length } = keep;
  for (let i = 0; i < length; i += 1) keep[i] = ((flags[i] as number) & mask) === wanted ? 1 : 0;
}

function within(keep: Uint8Array, minute: Uint32Array, from: number, until: number): void {
  const { length } = keep;
  for (let i = 0; i < length; i += 1) {
    const at = minute[i] as number;
    if (at < from || at >= until) keep[i] = 0;
  }
}

function listed(keep: Uint8Array, column: Uint16Array | Uint8Array | Int8Array, table: Uint8Array): void {
  const { length } = keep;
  for (let i = 0; i < length; i += 1) if (table[(column[i] as number) & 0xffff] === 0) keep[i] = 0;
}

function among(keep: Uint8Array, contact: Uint32Array, wanted: ReadonlySet<number>): void {
  const { length } = keep;
  for (let i = 0; i < length; i += 1) if (keep[i] === 1 && !wanted.has(contact[i] as number)) keep[i] = 0;
}

function masked(keep: Uint8Array, contact: Uint32Array, mask: Uint8Array): void {
  const { length } = keep;
  for (let i = 0; i < length; i += 1) if (mask[contact[i] as number] !== 1) keep[i] = 0;
}
