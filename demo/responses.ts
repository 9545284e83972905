import type { Answer } from '../contract/collect.ts';
import type { HistoryResponse } from '../contract/history.ts';
import { textIn } from '../contract/locale.ts';
import { type Commenter, commenter } from './comment.ts';
import { type Place, places } from './places.ts';
import { between, type Random } from './random.ts';
import { restedAt } from './restedAt.ts';
import { score } from './score.ts';
import { evidenceOf, type Tie, tie } from './tie.ts';
import { uuid7 } from './uuid7.ts';
import type { Visitors } from './visitors.ts';

const MINUTE = 60_000;

/** The newest answers, in minutes before now: a screen that is opened shows that something is going on. */
const LATEST = [3, 11, 24, 47, 82, 141, 203];

/** All answers, ascending by when they were received. */
export function responses(now: number, people: Visitors, drawTime: () => number, random: Random): HistoryResponse[] {
  const drawn: { place: Place; at: number }[] = [];
  for (const place of places) for (let i = 0; i < place.responses; i += 1) drawn.push({ place, at: drawTime() });
  drawn.sort((a, b) => a.at - b.at);
  for (const [index, minutes] of LATEST.entries()) {
    const one = drawn[drawn.length - 1 - index];
    if (one) one.at = Math.max(one.at, now - minutes * MINUTE - between(random, 0, 50_000));
  }
  drawn.sort((a, b) => a.at - b.at);
  const earlier = new Map<string, number>();
  const comment = commenter(random);
  const given = drawn.map(({ place, at }) => {
    const who = tie(random, place, people);
    const before = earlier.get(who.visitor.id) ?? 0;
    if (who.recognised) earlier.set(who.visitor.id, before + 1);
    return response({ random, now, comment }, place, who, restedAt(at, who.visitor.contact, now), before);
  });
  return given.sort((a, b) => a.receivedAt - b.receivedAt);
}

interface Scene {
  random: Random;
  now: number;
  comment: Commenter;
}

function response(
  { random, now, comment }: Scene,
  place: Place,
  who: Tie,
  at: number,
  earlier: number,
): HistoryResponse {
  const { visitor, contact, trust, method } = who;
  const rating = score(random, place, at, now, visitor.leaning);
  const why = comment(visitor.locale, place.touchpoint, rating);
  const answers: Answer[] = [{ question: 'rating', value: rating }];
  if (why !== null) answers.push({ question: 'why', value: why });
  return {
    id: uuid7(at, random),
    survey: place.survey,
    version: 1,
    touchpoint: place.touchpoint,
    visitor: who.recognised ? visitor.id : null,
    answers,
    // Rated and gone: stored all the same, as incomplete.
    complete: why !== null || random() < 0.78,
    trust,
    contact: contact?.id ?? null,
    match: { method, evidence: evidenceOf(random, who, at, earlier) },
    page: { url: place.path, title: textIn(place.title, visitor.locale) },
    locale: visitor.locale,
    device: { ...visitor.device },
    country: visitor.country,
    startedAt: at - between(random, 2, 40) * 1_000,
    receivedAt: at,
  };
}
