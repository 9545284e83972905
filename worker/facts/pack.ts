import { columnOffset, fieldBytes, recordBytes, recordCount, writeValue } from './column.ts';
import type { Fact } from './fact.ts';
import { BLOCK_MAX, GROUPS, type GroupName, type Groups } from './groups.ts';

/**
 * Packs records into one block: within a group column after column, little-endian. The order is kept, and blocks are
 * to be sorted by `seq`, so that `find` can.
 *
 * @throws RangeError when a value does not fit its field or there are more records than a block holds
 */
export function pack(facts: readonly Fact[]): Groups {
  const nothing = new Uint8Array(0);
  return append({ time: nothing, figure: nothing, who: nothing, context: nothing }, facts);
}

/**
 * A new block with `facts` after those of `groups`; the old bytes stay as they are.
 *
 * @throws RangeError as `pack` does, and when the groups hold different numbers of records
 */
export function append(groups: Groups, facts: readonly Fact[]): Groups {
  const before = recordCount('time', groups.time.byteLength);
  if (before + facts.length > BLOCK_MAX) throw new RangeError(`a block holds at most ${BLOCK_MAX} records`);
  return {
    time: appendGroup('time', groups.time, before, facts),
    figure: appendGroup('figure', groups.figure, before, facts),
    who: appendGroup('who', groups.who, before, facts),
    context: appendGroup('context', groups.context, before, facts),
  };
}

function appendGroup(name: GroupName, old: Uint8Array, before: number, facts: readonly Fact[]): Uint8Array {
  if (recordCount(name, old.byteLength) !== before) throw new RangeError(`group ${name} has another length`);
  const length = before + facts.length;
  const bytes = new Uint8Array(length * recordBytes(name));
  const view = new DataView(bytes.buffer);
  for (const field of GROUPS[name]) {
    const size = fieldBytes(field);
    const from = columnOffset(name, field, before);
    let at = columnOffset(name, field, length);
    bytes.set(old.subarray(from, from + size * before), at);
    at += size * before;
    for (const fact of facts) {
      writeValue(view, at, field, fact[field]);
      at += size;
    }
  }
  return bytes;
}
