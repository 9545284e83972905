import type { Answer } from '../contract/collect.ts';
import type { HistoryDisplay, HistoryResponse } from '../contract/history.ts';
import type { LocalizedText } from '../contract/locale.ts';
import { textIn } from '../contract/locale.ts';
import { EMOTIONS, type Emotion } from '../contract/metric.ts';
import { type Commenter, commenter } from './comment.ts';
import type { TouchpointId } from './comments/bank.ts';
import { places } from './places.ts';
import { between, chooser, pick, type Random } from './random.ts';
import { restedAt } from './restedAt.ts';
import { evidenceOf, tie } from './tie.ts';
import { uuid7 } from './uuid7.ts';
import type { Visitor, Visitors } from './visitors.ts';

/** What one of the surveys that measure something else than satisfaction looks back on. */
interface Look {
  survey: string;
  touchpoint: TouchpointId | null;
  responses: number;
  rate: number;
  path: string;
  title: LocalizedText;
  answer(random: Random, visitor: Visitor, comment: Commenter): Answer[];
}

const SHOP = 'https://caspian-coffee.example';

const drawLikely = chooser<number>([
  [10, 25],
  [9, 19],
  [8, 17],
  [7, 11],
  [6, 8],
  [5, 7],
  [4, 4],
  [3, 4],
  [2, 2],
  [1, 1],
  [0, 2],
]);

const drawEmotion = chooser<Emotion>([
  ['relieved', 30],
  ['calm', 17],
  ['delighted', 12],
  ['surprised', 6],
  ['impatient', 11],
  ['confused', 8],
  ['let-down', 8],
  ['worried', 4],
  ['angry', 3],
  ['other', 1],
]);

const ABOUT: TouchpointId[] = ['delivery', 'first-brew', 'plan-choice', 'invoice', 'servicing'];

/** The CSAT score whose mood somebody writes in. */
function moodScore(share: number): number {
  return 1 + Math.round(share * 4);
}

function said(answers: Answer[], why: string | null): Answer[] {
  return why === null ? answers : [...answers, { question: 'why', value: why }];
}

const LOOKS: Look[] = [
  {
    survey: 'relationship',
    touchpoint: null,
    responses: 268,
    rate: 0.27,
    path: `${SHOP}/account`,
    title: { en: 'Your account', fa: 'حساب شما', pl: 'Twoje konto' },
    answer(random, visitor, comment) {
      const likely = drawLikely(random);
      const why = comment(visitor.locale, pick(random, ABOUT), likely >= 9 ? 5 : likely >= 7 ? 3 : 1);
      return said([{ question: 'likely', value: likely }], why);
    },
  },
  {
    survey: 'support-call',
    touchpoint: 'support-call',
    responses: 154,
    rate: 0.21,
    path: `${SHOP}/account/calls`,
    title: { en: 'Your call with us', fa: 'تماس شما با ما', pl: 'Twoja rozmowa z nami' },
    answer(random, visitor, comment) {
      const emotion = drawEmotion(random);
      const feeling = EMOTIONS[emotion] ?? 0;
      const expected = between(random, 3, 5);
      const experienced = Math.min(5, Math.max(1, expected + feeling + between(random, -1, 0)));
      const pair: Answer[] = random() < 0.7 ? [{ question: 'solved', value: { expected, experienced } }] : [];
      const why = comment(visitor.locale, 'support-call', moodScore((feeling + 2) / 4));
      return said([{ question: 'felt', value: emotion }, ...pair], why);
    },
  },
];

/** How surely these answers are tied: they are asked of people who are signed in. */
const SIGNED_IN = { verified: 0.86, claimed: 0.06 };

/** Recommendation, feelings and expectations: responses and displays, each ascending by time. */
export function further(
  now: number,
  people: Visitors,
  drawTime: () => number,
  random: Random,
): { responses: HistoryResponse[]; displays: HistoryDisplay[] } {
  const comment = commenter(random);
  const [template] = places;
  if (!template) throw new RangeError('no place to begin with');
  const responses: HistoryResponse[] = [];
  const displays: HistoryDisplay[] = [];
  for (const look of LOOKS) {
    const { survey, touchpoint, path, title } = look;
    const place = { ...template, trust: SIGNED_IN };
    const show = (visitor: string | null, contact: string | null, outcome: HistoryDisplay['outcome'], at: number) =>
      displays.push({ id: uuid7(at, random), survey, version: 1, touchpoint, visitor, contact, outcome, at });
    for (let i = 0; i < look.responses; i += 1) {
      const drawn = drawTime();
      const who = tie(random, place, people);
      const at = restedAt(drawn, who.visitor.contact, now);
      const { visitor, trust, method } = who;
      const answers = look.answer(random, visitor, comment);
      const startedAt = at - between(random, 3, 70) * 1_000;
      const complete = answers.length > 1 || random() < 0.8;
      const contact = who.contact?.id ?? null;
      responses.push({
        id: uuid7(at, random),
        survey,
        version: 1,
        touchpoint,
        visitor: who.recognised ? visitor.id : null,
        answers,
        complete,
        trust,
        contact,
        match: { method, evidence: evidenceOf(random, who, at, 0) },
        page: { url: path, title: textIn(title, visitor.locale) },
        locale: visitor.locale,
        device: { ...visitor.device },
        country: visitor.country,
        startedAt,
        receivedAt: at,
      });
      show(
        who.recognised ? visitor.id : null,
        trust === 'verified' ? contact : null,
        complete ? 'answered' : 'abandoned',
        startedAt,
      );
    }
    for (let i = look.responses; i < look.responses / look.rate; i += 1) {
      const visitor = people.known(random);
      const outcome = random() < 0.4 ? 'dismissed' : 'shown';
      show(visitor.id, visitor.contact?.id ?? null, outcome, restedAt(drawTime(), visitor.contact, now));
    }
  }
  return {
    responses: responses.sort((a, b) => a.receivedAt - b.receivedAt),
    displays: displays.sort((a, b) => a.at - b.at),
  };
}
