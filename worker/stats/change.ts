import type { Change } from '../../contract/report.ts';
import { difference, type Proportion } from './difference.ts';
import { share } from './share.ts';
import { SUFFICIENT_HALF_WIDTH } from './sufficiency.ts';

/**
 * What may be said of a share against the period before. *Clearly* when the 99% interval of the difference leaves out
 * zero, *likely* when the 95% interval does. Otherwise `noise` — unless the evidence is too thin to have seen a change
 * of 15 points, or one of the two shares is not sufficient by itself: then `unclear`, because not seeing is not the
 * same as nothing there, and two answers of last month prove no change.
 *
 * @returns the difference in fractions of one with its 95% interval
 * @throws RangeError when a count is not a whole number between 0 and its n
 */
export function change(now: Proportion, before: Proportion): Change {
  const likely = difference(now, before, 0.95);
  const clearly = difference(now, before, 0.99);
  const thin = [now, before].some(({ count, n }) => !share(count, n).sufficient);
  return { verdict: thin ? 'unclear' : verdict(likely, clearly), ...likely };
}

function verdict(likely: { low: number; high: number }, clearly: { low: number; high: number }): Change['verdict'] {
  if (clearly.high < 0) return 'clearly-worse';
  if (clearly.low > 0) return 'clearly-better';
  if (likely.high < 0) return 'likely-worse';
  if (likely.low > 0) return 'likely-better';
  return (likely.high - likely.low) / 2 > SUFFICIENT_HALF_WIDTH ? 'unclear' : 'noise';
}
