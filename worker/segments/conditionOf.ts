import { METRICS } from '../../contract/metric.ts';
import type { DayRange, SegmentCondition } from '../../contract/segment.ts';
import { foldText } from '../identity/foldText.ts';
import type { Meaning, Test } from './compile.ts';
import { dayIn } from './dayIn.ts';
import { isoDay } from './isoDay.ts';
import { numberOf } from './numberOf.ts';
import type { Done, Heard } from './person.ts';

const DAY_MINUTES = 1_440;

/** One condition as a function of a person. */
export function conditionOf(condition: SegmentCondition, meaning: Meaning): Test {
  switch (condition.by) {
    case 'text':
      return wordTest(condition, (person) => own(person.attributes, condition.name));
    case 'company':
      return wordTest(condition, ({ company }) => company);
    case 'number': {
      const isWithin = within(condition);
      return ({ attributes }) => {
        const value = numberOf(own(attributes, condition.name));
        return value !== null && isWithin(value);
      };
    }
    case 'date': {
      const isIn = dayTest(condition.range, meaning);
      return ({ attributes }) => {
        const day = isoDay(own(attributes, condition.name));
        return day !== null && isIn(day);
      };
    }
    case 'added': {
      const isIn = dayTest(condition.range, meaning);
      return ({ added }) => isIn(added);
    }
    case 'identifier': {
      const { kind, system, has } = condition;
      return ({ identifiers }) =>
        identifiers.some((one) => one.kind === kind && (system === undefined || one.system === system)) === has;
    }
    case 'source': {
      const { words, has } = condition;
      return ({ sources }) =>
        sources.some((source) => words.some((word) => source === word || source.startsWith(`${word}:`))) === has;
    }
    case 'did':
      return didTest(condition, meaning);
    case 'score':
      return scoreTest(condition, meaning);
    case 'never':
      return ({ never }) => never === condition.is;
    case 'consent':
      return ({ consents }) => consents.includes(condition.purpose) === condition.is;
  }
}

function own(attributes: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

function wordTest(
  { is, words }: { is: 'one-of' | 'none-of' | 'known' | 'unknown'; words: readonly string[] },
  read: (person: Parameters<Test>[0]) => unknown,
): Test {
  const folded = new Set(words.map(foldText));
  return (person) => {
    const value = read(person);
    const isKnown = value !== undefined && value !== null && value !== '';
    if (is === 'known') return isKnown;
    if (is === 'unknown') return !isKnown;
    return (isKnown && folded.has(foldText(String(value)))) === (is === 'one-of');
  };
}

function within({ from, to }: { from?: number | undefined; to?: number | undefined }): (value: number) => boolean {
  const low = from ?? Number.NEGATIVE_INFINITY;
  const high = to ?? Number.POSITIVE_INFINITY;
  return (value) => value >= low && value <= high;
}

function dayTest(range: DayRange, { today }: Meaning): (day: string) => boolean {
  return (day) => dayIn(day, range, today);
}

/** Which of the things done a condition is about. A survey or touchpoint that is not there was never met. */
function about(
  condition: { survey?: string | undefined; touchpoint?: string | undefined; days?: number | undefined },
  meaning: Meaning,
): (done: Pick<Done, 'minute'> & Partial<Done>) => boolean {
  const since = condition.days === undefined ? Number.NEGATIVE_INFINITY : meaning.minute - condition.days * DAY_MINUTES;
  const survey = condition.survey === undefined ? null : (meaning.survey(condition.survey) ?? -1);
  const touchpoint = condition.touchpoint === undefined ? null : (meaning.touchpoint(condition.touchpoint) ?? -1);
  return (done) =>
    done.minute >= since &&
    (survey === null || done.survey === survey) &&
    (touchpoint === null || done.touchpoint === touchpoint);
}

function didTest(condition: Extract<SegmentCondition, { by: 'did' }>, meaning: Meaning): Test {
  const { what, event, from, to } = condition;
  // "Did it" without saying how often is once or more.
  const isWithin = within({ from: from === undefined && to === undefined ? 1 : from, to });
  const isAbout = what === 'event' ? about({ days: condition.days }, meaning) : about(condition, meaning);
  return ({ displays, heard, events }) => {
    const n =
      what === 'display'
        ? displays.filter(isAbout).length
        : what === 'response'
          ? heard.filter((one) => !one.secondary && isAbout(one)).length
          : events.filter((one) => (event === undefined || one.name === event) && isAbout(one)).length;
    return isWithin(n);
  };
}

function scoreTest(condition: Extract<SegmentCondition, { by: 'score' }>, meaning: Meaning): Test {
  const metric = METRICS.indexOf(condition.metric);
  const isWithin = within(condition);
  const isAbout = about(condition, meaning);
  return ({ heard }) => {
    const rated = heard.filter((one) => one.metric === metric && one.score !== null && isAbout(one));
    if (rated.length === 0) return false;
    if (condition.of === 'any') return rated.some(({ score }) => isWithin(score ?? 0));
    if (condition.of === 'mean')
      return isWithin(rated.reduce((sum, { score }) => sum + (score ?? 0), 0) / rated.length);
    return isWithin(rated.reduce(later).score ?? 0);
  };
}

/** The one given last; of one moment, the one that arrived last. */
function later(a: Heard, b: Heard): Heard {
  return (b.minute - a.minute || b.seq - a.seq) > 0 ? b : a;
}
