import { CSAT_SATISFIED_FROM } from '../../contract/metric.ts';
import { DISPLAY_METRIC, FLAG, metricCode, NO_SCORE } from './fact.ts';
import { type Block, scan } from './scan.ts';

/** What to count. Minutes since 1970, UTC. */
export interface OverviewQuery {
  from: number;
  /** The minute after the last. */
  until: number;
  /** First minute of the period compared with, which ends where this one begins. */
  before: number;
  /** Ascending boundaries of the trend, one more than there are buckets. */
  buckets: readonly number[];
  /** Numbers of the touchpoints to tell apart. */
  touchpoints: readonly number[];
}

/** Counts of one period; never statistics, so that counts of several objects can be added. */
export interface PeriodTally {
  /** Every response that is not a test; the n of `commented` and `verified`. */
  responses: number;
  commented: number;
  verified: number;
  /** Answers 1 to 5. */
  csat: number[];
  nps: { promoters: number; passives: number; detractors: number };
  /** Answers 1 to 7. */
  ces: number[];
}

export interface OverviewTally {
  now: PeriodTally;
  before: PeriodTally;
  /** CSAT answers per bucket. */
  buckets: { n: number; satisfied: number }[];
  /** CSAT answers 1 to 5 now, and their sum before, by touchpoint number. */
  touchpoints: Map<number, { now: number[]; before: { n: number; satisfied: number } }>;
}

const CSAT = metricCode('csat');
const NPS = metricCode('nps');
const CES = metricCode('ces');
/** Index of `verified` in TRUSTS. */
const VERIFIED = 2;

/** What the overview shows, counted in one pass over headline facts: groups time and figure. */
export function overviewTally(blocks: Iterable<Block>, query: OverviewQuery): OverviewTally {
  const { from, until, before } = query;
  const tally: OverviewTally = {
    now: emptyPeriod(),
    before: emptyPeriod(),
    buckets: query.buckets.slice(1).map(() => ({ n: 0, satisfied: 0 })),
    touchpoints: new Map(
      query.touchpoints.map((number) => [number, { now: [0, 0, 0, 0, 0], before: { n: 0, satisfied: 0 } }]),
    ),
  };
  const bucketAt = bucketFinder(query.buckets);
  scan(blocks, { from: Math.min(before, from), until }, ['time'], (columns, i) => {
    const metric = columns.metric[i] ?? 0;
    if (metric === DISPLAY_METRIC) return;
    const minute = columns.minute[i] ?? 0;
    const score = columns.score[i] ?? NO_SCORE;
    const isNow = minute >= from;
    const period = isNow ? tally.now : tally.before;
    period.responses += 1;
    if (((columns.flags[i] ?? 0) & FLAG.commented) !== 0) period.commented += 1;
    if (columns.trust[i] === VERIFIED) period.verified += 1;
    if (metric === NPS && score >= 0) {
      if (score >= 9) period.nps.promoters += 1;
      else if (score >= 7) period.nps.passives += 1;
      else period.nps.detractors += 1;
    } else if (metric === CES) {
      count(period.ces, score);
    } else if (metric === CSAT && count(period.csat, score)) {
      const satisfied = score >= CSAT_SATISFIED_FROM ? 1 : 0;
      const bucket = tally.buckets[bucketAt(minute)];
      if (bucket) {
        bucket.n += 1;
        bucket.satisfied += satisfied;
      }
      const touchpoint = tally.touchpoints.get(columns.touchpoint[i] ?? 0);
      if (touchpoint && isNow) {
        count(touchpoint.now, score);
      } else if (touchpoint) {
        touchpoint.before.n += 1;
        touchpoint.before.satisfied += satisfied;
      }
    }
  });
  return tally;
}

function emptyPeriod(): PeriodTally {
  return {
    responses: 0,
    commented: 0,
    verified: 0,
    csat: [0, 0, 0, 0, 0],
    nps: { promoters: 0, passives: 0, detractors: 0 },
    ces: [0, 0, 0, 0, 0, 0, 0],
  };
}

/** Adds an answer to a distribution from 1 up; false when it is not on the scale. */
function count(distribution: number[], score: number): boolean {
  const old = distribution[score - 1];
  if (old === undefined) return false;
  distribution[score - 1] = old + 1;
  return true;
}

/** Facts come nearly in the order of time, so the last bucket is tried before searching. */
function bucketFinder(boundaries: readonly number[]): (minute: number) => number {
  let last = 0;
  return (minute) => {
    if (minute >= (boundaries[last] ?? Infinity) && minute < (boundaries[last + 1] ?? -Infinity)) return last;
    let low = 0;
    let high = boundaries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((boundaries[middle] ?? Infinity) <= minute) low = middle + 1;
      else high = middle;
    }
    const found = low - 1;
    if (found >= 0 && found < boundaries.length - 1) last = found;
    return found;
  };
}
