import type { HistoryDisplay, HistoryResponse } from '../contract/history.ts';
import type { Outcome } from '../contract/metric.ts';
import { type Place, places } from './places.ts';
import { chooser, type Random } from './random.ts';
import { restedAt } from './restedAt.ts';
import { uuid7 } from './uuid7.ts';
import type { Visitor, Visitors } from './visitors.ts';

/** How displays end that brought no answer. One that is left after a first commit brought one: it is `abandoned`. */
const drawOutcome = chooser<Outcome>([
  ['shown', 55],
  ['dismissed', 42],
  ['never', 3],
]);

/** One display for every answer and as many unanswered ones as each place's rate asks for, ascending by time. */
export function displays(
  now: number,
  answers: readonly HistoryResponse[],
  people: Visitors,
  drawTime: () => number,
  random: Random,
): HistoryDisplay[] {
  const shown: Omit<HistoryDisplay, 'id'>[] = answers.map(
    ({ survey, version, touchpoint, visitor, contact, trust, complete, startedAt }) => ({
      survey,
      version,
      touchpoint,
      visitor,
      // A claim is no proof: what was shown does not count against the person it names.
      contact: trust === 'verified' ? contact : null,
      outcome: complete ? 'answered' : 'abandoned',
      at: startedAt,
    }),
  );
  for (const place of places) {
    const unanswered = Math.round(place.responses / place.rate) - place.responses;
    for (let i = 0; i < unanswered; i += 1) {
      const display = unansweredAt(random, place, people, drawTime());
      shown.push({ ...display.shown, at: restedAt(display.shown.at, display.visitor.contact, now) });
    }
  }
  return shown.sort((a, b) => a.at - b.at).map((one) => ({ id: uuid7(one.at, random), ...one }));
}

function unansweredAt(
  random: Random,
  place: Place,
  people: Visitors,
  at: number,
): { visitor: Visitor; shown: Omit<HistoryDisplay, 'id'> } {
  const signedIn = random() < place.trust.verified * 0.8;
  const visitor = signedIn ? people.known(random) : people.unknown(random);
  // Whoever is known and never wants to be asked again is not; here they come back, so they have not said so.
  const outcome = drawOutcome(random);
  return {
    visitor,
    shown: {
      survey: place.survey,
      version: 1,
      touchpoint: place.touchpoint,
      visitor: random() < 0.9 ? visitor.id : null,
      contact: visitor.contact?.id ?? null,
      outcome: visitor.contact && outcome === 'never' ? 'dismissed' : outcome,
      at,
    },
  };
}
