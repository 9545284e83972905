import { columnOffset, fieldBytes, recordCount, writeValue } from './column.ts';
import type { Fact } from './fact.ts';
import { GROUPS, type GroupName } from './groups.ts';

/**
 * New bytes of a group with the records at the indexes `at` changed; fields of other groups in `change` are left to
 * their own groups.
 *
 * @throws RangeError when an index is not in the block or a value does not fit its field
 */
export function patch(name: GroupName, bytes: Uint8Array, at: readonly number[], change: Partial<Fact>): Uint8Array {
  const length = recordCount(name, bytes.byteLength);
  const changed = new Uint8Array(bytes);
  const view = new DataView(changed.buffer);
  for (const field of GROUPS[name]) {
    const value = change[field];
    if (value === undefined) continue;
    const start = columnOffset(name, field, length);
    for (const index of at) {
      if (!Number.isInteger(index) || index < 0 || index >= length) throw new RangeError(`no record ${index}`);
      writeValue(view, start + index * fieldBytes(field), field, value);
    }
  }
  return changed;
}
