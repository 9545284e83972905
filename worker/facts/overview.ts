import { CSAT_SATISFIED_FROM } from '../../contract/metric.ts';
import { DISPLAY_METRIC, FLAG, metricCode } from './fact.ts';
import { type Block, select } from './scan.ts';

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
/** Cells for every metric and score of one period; scores by their low 8 bits. */
const PERIOD = 65_536;

/** What the overview shows, counted in one pass over headline facts: groups time and figure. */
export function overviewTally(blocks: Iterable<Block>, query: OverviewQuery): OverviewTally {
  const { from, until, before, touchpoints } = query;
  // Everything is counted into flat cells first and named afterwards: an object in the loop costs several times more.
  const scores = new Uint32Array(2 * PERIOD);
  const sums = new Uint32Array(6);
  const trend = trendOf(query.buckets);
  const slots = slotsOf(touchpoints);
  const byTouchpoint = new Uint32Array((touchpoints.length + 1) * 512);
  select(blocks, { from: Math.min(before, from), until }, ['time'], (columns, keep) => {
    const { minute, metric, score, trust, flags, touchpoint } = columns;
    for (let i = 0; i < keep.length; i += 1) {
      const measured = metric[i] ?? 0;
      if (keep[i] === 0 || measured === DISPLAY_METRIC) continue;
      const at = minute[i] ?? 0;
      const period = at >= from ? 0 : 1;
      add(sums, period);
      if (((flags[i] ?? 0) & FLAG.commented) !== 0) add(sums, 2 + period);
      if (trust[i] === VERIFIED) add(sums, 4 + period);
      const cell = (score[i] ?? 0) & 0xff;
      add(scores, period * PERIOD + measured * 256 + cell);
      if (measured !== CSAT) continue;
      add(byTouchpoint, (slots[touchpoint[i] ?? 0] ?? 0) * 512 + period * 256 + cell);
      if (cell >= 1 && cell <= 5) trend.count(at, cell >= CSAT_SATISFIED_FROM);
    }
  });
  return {
    now: periodOf(scores.subarray(0, PERIOD), sums, 0),
    before: periodOf(scores.subarray(PERIOD), sums, 1),
    buckets: trend.buckets(),
    touchpoints: new Map(
      touchpoints.map((number, index) => {
        const cells = byTouchpoint.subarray((index + 1) * 512, (index + 2) * 512);
        const earlier = [...cells.subarray(257, 262)];
        const satisfied = sum(earlier.slice(CSAT_SATISFIED_FROM - 1));
        return [number, { now: [...cells.subarray(1, 6)], before: { n: sum(earlier), satisfied } }];
      }),
    ),
  };
}

function add(cells: Uint32Array, at: number): void {
  cells[at] = (cells[at] ?? 0) + 1;
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

/** The place of each touchpoint among those asked for, from 1 up; 0 for all others. */
function slotsOf(touchpoints: readonly number[]): Uint16Array {
  const slots = new Uint16Array(65_536);
  for (const [index, number] of touchpoints.entries()) slots[number] = index + 1;
  return slots;
}

function periodOf(scores: Uint32Array, sums: Uint32Array, period: number): PeriodTally {
  const of = (metric: number, low: number, high: number) =>
    scores.subarray(metric * 256 + low, metric * 256 + high + 1);
  return {
    responses: sums[period] ?? 0,
    commented: sums[2 + period] ?? 0,
    verified: sums[4 + period] ?? 0,
    csat: [...of(CSAT, 1, 5)],
    nps: { promoters: sum(of(NPS, 9, 10)), passives: sum(of(NPS, 7, 8)), detractors: sum(of(NPS, 0, 6)) },
    ces: [...of(CES, 1, 7)],
  };
}

/** Counts into buckets. Facts come nearly in the order of time, so the last bucket is tried before searching. */
function trendOf(boundaries: readonly number[]) {
  const edges = Float64Array.from(boundaries);
  const cells = new Uint32Array(Math.max(0, edges.length - 1) * 2);
  let last = 0;
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  return {
    count(minute: number, satisfied: boolean): void {
      if (minute < start || minute >= end) {
        const found = bucketAt(edges, minute);
        if (found < 0) return;
        last = found;
        start = edges[found] ?? 0;
        end = edges[found + 1] ?? 0;
      }
      add(cells, last * 2);
      if (satisfied) add(cells, last * 2 + 1);
    },
    buckets(): { n: number; satisfied: number }[] {
      return boundaries
        .slice(1)
        .map((_, index) => ({ n: cells[index * 2] ?? 0, satisfied: cells[index * 2 + 1] ?? 0 }));
    },
  };
}

/** The bucket a minute is in, −1 when in none. */
function bucketAt(edges: Float64Array, minute: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? 0) <= minute) low = middle + 1;
    else high = middle;
  }
  return low < edges.length ? low - 1 : -1;
}
