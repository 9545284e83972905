import { CSAT_SATISFIED_FROM, TRUSTS } from '../../contract/metric.ts';
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
  /** 1 at each contact whose answers count; absent: everybody's, whoever's they are. */
  people?: Uint8Array | undefined;
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
/** 1 for verified, by index in TRUSTS. */
const PROVEN = Uint8Array.from(TRUSTS, (trust) => (trust === 'verified' ? 1 : 0));
const COMMENTED_BIT = Math.log2(FLAG.commented);
/** Beyond every minute of this millennium. */
const FAR = 0x3fff_ffff;
/** Cells a distribution takes: 1 to 5, and what is on no scale at 0. */
const CELLS = 8;
const CSAT_CELL = Uint8Array.from({ length: 256 }, (_, score) => (score >= 1 && score <= 5 ? score : 0));
/** Cells for every metric and score of one period; scores by their low 8 bits. */
const PERIOD = 65_536;

/** What the overview shows, counted in one pass over headline facts: groups time and figure. */
export function overviewTally(blocks: Iterable<Block>, query: OverviewQuery): OverviewTally {
  const { from, until, before, touchpoints } = query;
  // Everything is counted into flat cells first and named afterwards, and what differs from row to row (scores, trust,
  // comments) is added, not branched on: guessing wrong every other row would cost more than all the rest.
  const scores = new Uint32Array(2 * PERIOD);
  const totals = { responses: [0, 0], commented: [0, 0], verified: [0, 0] };
  const slots = slotsOf(touchpoints);
  const csat = new Uint32Array((touchpoints.length + 1) * 2 * CELLS);
  const edges = Int32Array.from(query.buckets);
  const trend = new Uint32Array((edges.length + 1) * CELLS);
  const [first = 0, last = 0] = [edges[0], edges.at(-1)];
  select(blocks, { from: Math.min(before, from), until, people: query.people }, ['time'], (columns, keep) => {
    const { minute, metric, score, trust, flags, touchpoint } = columns;
    // Whole numbers throughout, and not destructured: engines keep such variables in registers.
    let bucket = 0;
    let start = FAR;
    let end = -FAR;
    let all = 0;
    let allEarlier = 0;
    let commented = 0;
    let commentedEarlier = 0;
    let verified = 0;
    let verifiedEarlier = 0;
    const { length } = keep;
    for (let i = 0; i < length; i += 1) {
      const measured = metric[i] as number;
      if (keep[i] === 0 || measured === DISPLAY_METRIC) continue;
      const at = minute[i] as number;
      const earlier = at >= from ? 0 : 1;
      const says = ((flags[i] as number) >> COMMENTED_BIT) & 1;
      const proven = PROVEN[trust[i] as number] as number;
      all += 1;
      allEarlier += earlier;
      commented += says;
      commentedEarlier += says & earlier;
      verified += proven;
      verifiedEarlier += proven & earlier;
      const raw = (score[i] as number) & 0xff;
      if (measured !== CSAT) {
        add(scores, earlier * PERIOD + measured * 256 + raw);
        continue;
      }
      const cell = CSAT_CELL[raw] as number;
      const place = ((slots[touchpoint[i] as number] as number) * 2 + earlier) * CELLS + cell;
      csat[place] = (csat[place] as number) + 1;
      // Facts come nearly in the order of time, so the last bucket is tried before searching.
      if (at < start || at >= end) {
        bucket = bucketAt(edges, at) + 1;
        // Before the first bucket and after the last are places too: bucket 0, which nobody asks for.
        start = bucket > 0 ? (edges[bucket - 1] ?? 0) : at < first ? -FAR : last;
        end = bucket > 0 ? (edges[bucket] ?? 0) : at < first ? first : FAR;
      }
      const step = bucket * CELLS + cell;
      trend[step] = (trend[step] as number) + 1;
    }
    count(totals.responses, all, allEarlier);
    count(totals.commented, commented, commentedEarlier);
    count(totals.verified, verified, verifiedEarlier);
  });
  const cellsOf = (slot: number, earlier: number) => distribution(csat, (slot * 2 + earlier) * CELLS);
  const periodAt = (earlier: number): PeriodTally => ({
    ...periodOf(scores.subarray(earlier * PERIOD, (earlier + 1) * PERIOD)),
    responses: totals.responses[earlier] ?? 0,
    commented: totals.commented[earlier] ?? 0,
    verified: totals.verified[earlier] ?? 0,
    csat: [0, ...touchpoints.map((_, index) => index + 1)]
      .map((slot) => cellsOf(slot, earlier))
      .reduce((total, part) => total.map((n, index) => n + (part[index] ?? 0))),
  });
  return {
    now: periodAt(0),
    before: periodAt(1),
    buckets: query.buckets.slice(1).map((_, index) => satisfiedOf(distribution(trend, (index + 1) * CELLS))),
    touchpoints: new Map(
      touchpoints.map((number, index) => [
        number,
        { now: cellsOf(index + 1, 0), before: satisfiedOf(cellsOf(index + 1, 1)) },
      ]),
    ),
  };
}

/** Adds a block's sums to those of the two periods. */
function count(periods: number[], all: number, earlier: number): void {
  periods[0] = (periods[0] ?? 0) + all - earlier;
  periods[1] = (periods[1] ?? 0) + earlier;
}

/** Answers 1 to 5 among the cells at a place. */
function distribution(cells: Uint32Array, at: number): number[] {
  return [...cells.subarray(at + 1, at + 6)];
}

function satisfiedOf(answers: readonly number[]): { n: number; satisfied: number } {
  return { n: sum(answers), satisfied: sum(answers.slice(CSAT_SATISFIED_FROM - 1)) };
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

function periodOf(scores: Uint32Array): Pick<PeriodTally, 'nps' | 'ces'> {
  const of = (metric: number, low: number, high: number) =>
    scores.subarray(metric * 256 + low, metric * 256 + high + 1);
  return {
    nps: { promoters: sum(of(NPS, 9, 10)), passives: sum(of(NPS, 7, 8)), detractors: sum(of(NPS, 0, 6)) },
    ces: [...of(CES, 1, 7)],
  };
}

/** The bucket a minute is in, −1 when in none. */
function bucketAt(edges: Int32Array, minute: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? 0) <= minute) low = middle + 1;
    else high = middle;
  }
  return low < edges.length ? low - 1 : -1;
}
