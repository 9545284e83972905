import type { Place } from './places.ts';
import { chooser, type Random } from './random.ts';

const DAY = 86_400_000;

/** The new courier started five weeks before now; within a week everybody had noticed. */
const SLIDE_BEGINS = 36 * DAY;
const SLIDE_LASTS = 7 * DAY;
const AFTER_SLIDE = 0.41;

/** How likely an answer at this place and time is satisfied. Delivery falls, everything else stays as it was. */
function satisfiedShare(place: Place, at: number, now: number): number {
  if (place.touchpoint !== 'delivery') return place.satisfied;
  const slid = Math.min(1, Math.max(0, (SLIDE_BEGINS - (now - at)) / SLIDE_LASTS));
  return place.satisfied + slid * (AFTER_SLIDE - place.satisfied);
}

const drawSatisfied = chooser([
  [5, 56],
  [4, 44],
]);
const drawOther = chooser([
  [3, 42],
  [2, 34],
  [1, 24],
]);
const drawAngry = chooser([
  [3, 24],
  [2, 42],
  [1, 34],
]);

/**
 * A CSAT score.
 *
 * @param leaning how much kinder (above 0) or harder this person is than others
 */
export function score(random: Random, place: Place, at: number, now: number, leaning: number): number {
  const share = satisfiedShare(place, at, now);
  if (random() < share + leaning) return drawSatisfied(random);
  return share < place.satisfied ? drawAngry(random) : drawOther(random);
}
