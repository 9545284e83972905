import { TRUSTS } from '../../../contract/metric.ts';
import { DISPLAY_METRIC } from '../fact.ts';
import { type Block, select } from '../scan.ts';
import type { People } from './people.ts';

const CLAIMED = TRUSTS.indexOf('claimed');

/** How often people were asked and heard from, by root number: sums over facts, so that leaves count as one. */
export interface Contacted {
  asked: Uint32Array;
  heard: Uint32Array;
  /** The minute they were heard from last, 0 never. */
  last: Uint32Array;
}

/**
 * Who was asked and who answered since a minute, in one pass over each stream (groups time, figure and who). Answers that
 * were merely claimed in somebody's name are nobody's here, and tests are nothing.
 */
export function contactedOf(
  people: People,
  displays: Iterable<Block>,
  responses: Iterable<Block>,
  period: { from: number; until: number },
): Contacted {
  const { size, root } = people;
  const asked = new Uint32Array(size);
  const heard = new Uint32Array(size);
  const last = new Uint32Array(size);
  select(displays, period, ['time', 'who'], ({ contact }, keep) => {
    const { length } = keep;
    for (let i = 0; i < length; i += 1) {
      if (keep[i] === 0) continue;
      const person = root[contact[i] as number] ?? 0;
      asked[person] = (asked[person] as number) + 1;
    }
  });
  select(responses, period, ['time', 'who'], ({ contact, metric, trust, minute }, keep) => {
    const { length } = keep;
    for (let i = 0; i < length; i += 1) {
      if (keep[i] === 0 || metric[i] === DISPLAY_METRIC || trust[i] === CLAIMED) continue;
      const person = root[contact[i] as number] ?? 0;
      heard[person] = (heard[person] as number) + 1;
      const at = minute[i] as number;
      if (at > (last[person] as number)) last[person] = at;
    }
  });
  for (const column of [asked, heard, last]) column[0] = 0;
  return { asked, heard, last };
}
