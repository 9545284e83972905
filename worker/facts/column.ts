import type { Fact } from './fact.ts';
import { GROUPS, type GroupName } from './groups.ts';

/** The typed array each field is kept in. Little-endian, as is every machine this runs on. */
export interface AllColumns {
  seq: Uint32Array;
  minute: Uint32Array;
  contact: Uint32Array;
  survey: Uint16Array;
  version: Uint16Array;
  touchpoint: Uint16Array;
  metric: Uint8Array;
  score: Int8Array;
  emotion: Uint8Array;
  trust: Uint8Array;
  language: Uint8Array;
  country: Uint8Array;
  device: Uint8Array;
  site: Uint8Array;
  channel: Uint8Array;
  flags: Uint8Array;
}

/** The columns of one group (or of several, as a union of names) and how many records they hold. */
export type Columns<G extends GroupName = GroupName> = Pick<AllColumns, (typeof GROUPS)[G][number]> & {
  length: number;
};

type Kind = 'u32' | 'u16' | 'u8' | 'i8';

/** How each field is stored. */
const KIND = {
  seq: 'u32',
  minute: 'u32',
  contact: 'u32',
  survey: 'u16',
  version: 'u16',
  touchpoint: 'u16',
  metric: 'u8',
  score: 'i8',
  emotion: 'u8',
  trust: 'u8',
  language: 'u8',
  country: 'u8',
  device: 'u8',
  site: 'u8',
  channel: 'u8',
  flags: 'u8',
} as const satisfies Record<keyof Fact, Kind>;

const BYTES: Record<Kind, number> = { u32: 4, u16: 2, u8: 1, i8: 1 };
const LOWEST: Record<Kind, number> = { u32: 0, u16: 0, u8: 0, i8: -128 };
const HIGHEST: Record<Kind, number> = { u32: 0xffff_ffff, u16: 0xffff, u8: 0xff, i8: 127 };

/** Bytes of one value of a field. */
export function fieldBytes(field: keyof Fact): number {
  return BYTES[KIND[field]];
}

/** Bytes of one record in a group. */
export function recordBytes(name: GroupName): number {
  let bytes = 0;
  for (const field of GROUPS[name]) bytes += fieldBytes(field);
  return bytes;
}

/**
 * How many records a group's bytes hold.
 *
 * @throws RangeError when they are not a whole number of records
 */
export function recordCount(name: GroupName, byteLength: number): number {
  const count = byteLength / recordBytes(name);
  if (!Number.isInteger(count)) throw new RangeError(`${byteLength} bytes are not whole records of group ${name}`);
  return count;
}

/** Where a field's column starts in its group's bytes. */
export function columnOffset(name: GroupName, field: keyof Fact, length: number): number {
  let offset = 0;
  for (const other of GROUPS[name]) {
    if (other === field) return offset;
    offset += fieldBytes(other) * length;
  }
  throw new RangeError(`no ${field} in group ${name}`);
}

/** Whether a field can hold a value. */
export function fits(field: keyof Fact, value: number): boolean {
  const kind = KIND[field];
  return Number.isInteger(value) && value >= LOWEST[kind] && value <= HIGHEST[kind];
}

/**
 * Writes one value.
 *
 * @throws RangeError when it is not a whole number its field can hold
 */
export function writeValue(view: DataView, at: number, field: keyof Fact, value: number): void {
  if (!fits(field, value)) throw new RangeError(`${field} cannot hold ${value}`);
  const kind = KIND[field];
  if (kind === 'u32') view.setUint32(at, value, true);
  else if (kind === 'u16') view.setUint16(at, value, true);
  else if (kind === 'u8') view.setUint8(at, value);
  else view.setInt8(at, value);
}
