import { OUTCOMES, type Outcome } from '../../contract/metric.ts';
import { DISPLAY_METRIC } from './fact.ts';
import { type Block, scan } from './scan.ts';

/** Displays by how they ended; `shown` are those of which no more was heard. */
export type OutcomeCounts = Record<Outcome, number>;

export interface FunnelTally {
  now: OutcomeCounts;
  before: OutcomeCounts;
}

/**
 * How displays ended in [from, until) and in [before, from), in one pass: groups time and figure.
 * Minutes since 1970, UTC. All displays are the sum over the outcomes.
 */
export function funnelTally(
  displayBlocks: Iterable<Block>,
  query: { from: number; until: number; before: number; people?: Uint8Array | undefined },
): FunnelTally {
  const now = OUTCOMES.map(() => 0);
  const before = OUTCOMES.map(() => 0);
  const { from, until, people } = query;
  scan(displayBlocks, { from: Math.min(query.before, from), until, people }, ['time'], (columns, i) => {
    if (columns.metric[i] !== DISPLAY_METRIC) return;
    const counts = (columns.minute[i] ?? 0) >= query.from ? now : before;
    const outcome = columns.score[i] ?? 0;
    const old = counts[outcome];
    if (old !== undefined) counts[outcome] = old + 1;
  });
  return { now: named(now), before: named(before) };
}

function named(counts: readonly number[]): OutcomeCounts {
  const [shown = 0, dismissed = 0, answered = 0, abandoned = 0, never = 0] = counts;
  return { shown, dismissed, answered, abandoned, never };
}
