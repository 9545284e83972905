import { CSAT_SATISFIED_FROM, TRUSTS } from '../../../contract/metric.ts';
import { metricCode } from '../fact.ts';
import { type Block, select } from '../scan.ts';
import type { People } from './people.ts';

const CSAT = metricCode('csat');
const CLAIMED = TRUSTS.indexOf('claimed');

/** CSAT answers of companies, by company number. */
export interface CompanySatisfaction {
  n: Uint32Array;
  satisfied: Uint32Array;
  /** The minute of the last one, 0 none. */
  last: Uint32Array;
}

/** How satisfied the people of each company are, in one pass (groups time, figure and who). Claimed answers are left out. */
export function satisfactionOf(
  people: People,
  companies: number,
  responses: Iterable<Block>,
  period: { from: number; until: number },
): CompanySatisfaction {
  const n = new Uint32Array(companies);
  const satisfied = new Uint32Array(companies);
  const last = new Uint32Array(companies);
  const { root, company } = people;
  select(responses, { ...period, metrics: [CSAT] }, ['time', 'who'], ({ contact, score, trust, minute }, keep) => {
    const { length } = keep;
    for (let i = 0; i < length; i += 1) {
      const rated = score[i] as number;
      if (keep[i] === 0 || trust[i] === CLAIMED || rated < 1 || rated > 5) continue;
      const of = company[root[contact[i] as number] ?? 0] ?? 0;
      if (of === 0 || of >= companies) continue;
      n[of] = (n[of] as number) + 1;
      if (rated >= CSAT_SATISFIED_FROM) satisfied[of] = (satisfied[of] as number) + 1;
      const at = minute[i] as number;
      if (at > (last[of] as number)) last[of] = at;
    }
  });
  return { n, satisfied, last };
}
