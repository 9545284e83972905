import { columnOffset, fieldBytes, recordCount, writeValue } from './column.ts';
import type { Fact } from './fact.ts';
import { GROUPS, type GroupName } from './groups.ts';

/**
 * New bytes of a group with whole records written over the ones at their indexes: one copy, however many.
 *
 * @throws RangeError when an index is not in the block or a value does not fit its field
 */
export function patchRecords(name: GroupName, bytes: Uint8Array, records: ReadonlyMap<number, Fact>): Uint8Array {
  const length = recordCount(name, bytes.byteLength);
  const changed = new Uint8Array(bytes);
  const view = new DataView(changed.buffer);
  for (const field of GROUPS[name]) {
    const start = columnOffset(name, field, length);
    for (const [index, fact] of records) {
      if (!Number.isInteger(index) || index < 0 || index >= length) throw new RangeError(`no record ${index}`);
      writeValue(view, start + index * fieldBytes(field), field, fact[field]);
    }
  }
  return changed;
}
