import { quartiles } from './quartiles.ts';
import type { Sample } from './sample.ts';

/** One budget, as this run found it. */
export interface Verdict {
  what: string;
  holds: boolean;
  found: string;
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** The budgets that fail the run: each a ratio or a difference within it, never a time by itself. */
export function judge(ours: readonly Sample[], floor: readonly Sample[], posthog: readonly Sample[]): Verdict[] {
  const of = (samples: readonly Sample[], measure: 'script' | 'blocking' | 'visible') =>
    quartiles(samples.map((sample) => sample[measure]));
  const script = { ours: of(ours, 'script').median, posthog: of(posthog, 'script').median };
  const blocking = { ours: of(ours, 'blocking'), floor: of(floor, 'blocking') };
  // What never reaches 50 ms has no spread at all, so that the floor's alone would say nothing of the noise.
  const noise = Math.max(...[blocking.ours, blocking.floor].map(({ low, high }) => high - low));
  const visible = { ours: of(ours, 'visible').median, floor: of(floor, 'visible').median };
  return [
    {
      what: 'script time to a visible rating: at most 1/10 of PostHog’s',
      holds: script.ours <= script.posthog / 10,
      found: `${ms(script.ours)} against ${ms(script.posthog)}: 1/${(script.posthog / script.ours).toFixed(1)}`,
    },
    {
      what: 'blocking time: not above the bare Lit floor by more than the run’s noise (the larger quartile distance of the two)',
      holds: blocking.ours.median - blocking.floor.median <= noise,
      found: `${ms(blocking.ours.median)} against ${ms(blocking.floor.median)}, noise ${ms(noise)}`,
    },
    {
      what: 'visible after navigation: at most 1.25 × the bare Lit floor',
      holds: visible.ours <= 1.25 * visible.floor,
      found: `${ms(visible.ours)} against ${ms(visible.floor)}: ${(visible.ours / visible.floor).toFixed(2)} ×`,
    },
  ];
}
