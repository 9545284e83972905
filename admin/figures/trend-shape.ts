import type { TrendPoint } from '../../contract/report.ts';
import type { Scale } from './cut-scale.ts';

/** The drawing of a trend in a box of 100 × 100; y grows downwards. */
export interface TrendShape {
  /** Where each point lies; `y` is null where there are too few answers to show a number. */
  points: { x: number; y: number | null }[];
  /** The ribbon of 95% ranges, and its two edges. */
  ribbon: string;
  edges: string;
  /** The estimates; broken where there are too few answers. */
  line: string;
  ticks: { value: number; y: number }[];
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Round ends in steps of ten points around every range that has answers enough. */
export function trendScale(trend: TrendPoint[]): Scale {
  const known = trend.filter(({ csat }) => csat.sufficient);
  if (known.length === 0) return { low: 0, high: 1 };
  const low = Math.floor(Math.min(...known.map(({ csat }) => csat.low)) * 10) / 10;
  const high = Math.ceil(Math.max(...known.map(({ csat }) => csat.high)) * 10) / 10;
  return { low: Math.max(0, low), high: Math.min(1, high) };
}

/** Runs of neighbouring points that have answers enough. */
function runsOf(trend: TrendPoint[]): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  trend.forEach((point, at) => {
    if (point.csat.sufficient) run.push(at);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  });
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Lays out a trend on its scale. */
export function trendShape(trend: TrendPoint[], scale: Scale): TrendShape {
  const xOf = (at: number) => round(trend.length < 2 ? 50 : (at / (trend.length - 1)) * 100);
  const yOf = (value: number) => round((1 - (value - scale.low) / (scale.high - scale.low)) * 100);
  const path = (run: number[], pick: (point: TrendPoint) => number) =>
    run.flatMap((at) => {
      const point = trend[at];
      return point ? [`${xOf(at)} ${yOf(pick(point))}`] : [];
    });
  const upper = (run: number[]) => path(run, ({ csat }) => csat.high);
  const lower = (run: number[]) => path(run, ({ csat }) => csat.low);
  const runs = runsOf(trend);
  const step = scale.high - scale.low > 0.55 ? 0.2 : 0.1;
  const ticks: TrendShape['ticks'] = [];
  for (let value = scale.low; value <= scale.high + 1e-9; value += step) ticks.push({ value, y: yOf(value) });
  return {
    points: trend.map(({ csat }, at) => ({ x: xOf(at), y: csat.sufficient ? yOf(csat.value) : null })),
    ribbon: runs.map((run) => `M${upper(run).join('L')}L${lower(run).reverse().join('L')}Z`).join(''),
    edges: runs.map((run) => `M${upper(run).join('L')}M${lower(run).join('L')}`).join(''),
    line: runs.map((run) => `M${path(run, ({ csat }) => csat.value).join('L')}`).join(''),
    ticks,
  };
}
