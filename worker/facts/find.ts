/** Records `start` up to, not including, `end`. */
export interface Slot {
  start: number;
  end: number;
}

/** The records of one response in a block's `seq` column, which is ascending; none where `start` equals `end`. */
export function find(seq: Uint32Array, wanted: number): Slot {
  return { start: firstAtLeast(seq, wanted), end: firstAtLeast(seq, wanted + 1) };
}

function firstAtLeast(seq: Uint32Array, wanted: number): number {
  let low = 0;
  let high = seq.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((seq[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
