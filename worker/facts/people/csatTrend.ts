import { CSAT_SATISFIED_FROM, TRUSTS } from '../../../contract/metric.ts';
import { metricCode } from '../fact.ts';
import { type Block, scan } from '../scan.ts';

const CSAT = metricCode('csat');
const UNCLAIMED = TRUSTS.flatMap((trust, code) => (trust === 'claimed' ? [] : [code]));

/** CSAT answers of some people between ascending edges (minutes), one more than there are buckets. */
export function csatTrend(
  responses: Iterable<Block>,
  people: Uint8Array,
  edges: readonly number[],
): { n: number; satisfied: number }[] {
  const buckets = edges.slice(1).map(() => ({ n: 0, satisfied: 0 }));
  const filter = { from: edges[0], until: edges.at(-1), metrics: [CSAT], trusts: UNCLAIMED, people };
  scan(responses, filter, ['time'], ({ minute, score }, i) => {
    const rated = score[i] ?? 0;
    if (rated < 1 || rated > 5) return;
    const bucket = buckets[edges.findLastIndex((edge) => edge <= (minute[i] ?? 0))];
    if (!bucket) return;
    bucket.n += 1;
    if (rated >= CSAT_SATISFIED_FROM) bucket.satisfied += 1;
  });
  return buckets;
}
