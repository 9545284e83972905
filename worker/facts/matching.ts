import { DISPLAY_METRIC } from './fact.ts';
import type { Filter } from './filter.ts';
import { type Block, scan } from './scan.ts';

/** The `seq` of every response that passes the filter, each once, newest first. */
export function matchingSeqs(blocks: Iterable<Block>, filter: Filter): Uint32Array {
  let found = new Uint32Array(1024);
  let size = 0;
  let ordered = true;
  scan(blocks, filter, ['time'], (columns, i) => {
    if (columns.metric[i] === DISPLAY_METRIC) return;
    const seq = columns.seq[i] ?? 0;
    const last = size === 0 ? -1 : (found[size - 1] ?? 0);
    if (seq === last) return;
    if (seq < last) ordered = false;
    if (size === found.length) {
      const wider = new Uint32Array(size * 2);
      wider.set(found);
      found = wider;
    }
    found[size] = seq;
    size += 1;
  });
  const seqs = found.slice(0, size);
  // Blocks normally come in the order of arrival; if they did not, the same response may also come twice.
  return ordered ? seqs.reverse() : Uint32Array.from(new Set(seqs.sort())).reverse();
}
