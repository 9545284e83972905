import { CHANNELS, type Channel, DEVICES, EMOTIONS, type METRICS, OUTCOMES, SCALES } from '../../contract/metric.ts';
import { isScored, type ScoredType } from '../../contract/questionType.ts';
import { emotionOf, scoreOf } from '../../contract/score.ts';
import type { Question, SurveyDefinition } from '../../contract/survey.ts';
import { DISPLAY_METRIC, type Fact, FLAG, metricCode, NO_SCORE } from '../facts/fact.ts';
import { DISPLAY, type DisplayRecord } from './tables/displays.ts';
import { type ResponseRecord, ROW } from './tables/responses.ts';
import type { WordsTable } from './tables/words.ts';

const MINUTE = 60_000;

/** How a response came. */
export function channelOf({ flags }: ResponseRecord): Channel {
  if (flags & ROW.link) return 'link';
  return flags & ROW.place ? 'place' : 'site';
}

/** Questions with a score, in their order. The first is the survey's headline. */
export function scoredQuestions(questions: readonly Question[]): (Question & { type: ScoredType })[] {
  return questions.filter((question): question is Question & { type: ScoredType } => isScored(question.type));
}

/** An emotion as it stands in a fact: its place among EMOTIONS from 1, 0 for none. */
function emotionCode(question: Question | undefined, record: ResponseRecord): number {
  if (question?.type !== 'emotion') return 0;
  const emotion = emotionOf(record.answers.find((answer) => answer.question === question.id)?.value);
  return emotion === null ? 0 : Object.keys(EMOTIONS).indexOf(emotion) + 1;
}

/**
 * The facts of one response: its headline first, then one per further scored question, flagged secondary.
 * How many there are depends on the survey's version alone, so that a later answer finds its slot.
 */
export function factsOfResponse(
  record: ResponseRecord,
  definition: SurveyDefinition | null,
  words: WordsTable,
): Fact[] {
  const [first, ...further] = definition ? scoredQuestions(definition.questions) : [];
  const headline: Fact = {
    seq: record.seq,
    minute: Math.floor(record.startedAt / MINUTE),
    survey: record.survey,
    version: record.version,
    touchpoint: record.touchpoint,
    metric: record.metric,
    score: record.score ?? NO_SCORE,
    emotion: emotionCode(first, record),
    trust: record.trust,
    language: words.number('language', knownLanguage(record.locale, definition)),
    country: words.number('country', record.country),
    device: Math.max(0, DEVICES.indexOf(record.device.type)),
    site: record.site,
    channel: CHANNELS.indexOf(channelOf(record)),
    flags:
      (record.flags & ROW.deleted ? FLAG.deleted : 0) |
      (record.flags & ROW.test ? FLAG.test : 0) |
      (record.flags & ROW.complete ? FLAG.complete : 0) |
      (record.flags & ROW.imported ? FLAG.imported : 0) |
      (record.comment ? FLAG.commented : 0),
    contact: record.contact ?? 0,
  };
  return [
    headline,
    ...further.map((question): Fact => {
      const value = record.answers.find((answer) => answer.question === question.id)?.value;
      return {
        ...headline,
        metric: metricCode(SCALES[question.type].metric),
        score: scoreOf(question.type, value) ?? NO_SCORE,
        emotion: emotionCode(question, record),
        flags: headline.flags | FLAG.secondary,
      };
    }),
  ];
}

/**
 * The language of a response among those its survey speaks. Anything else a stranger sends stays in the row: the
 * dictionary behind a one-byte column is short, and not theirs to fill.
 */
function knownLanguage(tag: string | null, definition: SurveyDefinition | null): string | null {
  const language = languageOf(tag);
  return definition?.locales.some((locale) => languageOf(locale) === language) ? language : null;
}

/** The language of a tag, whatever its region or script: what people filter by. */
export function languageOf(tag: string | null): string | null {
  return tag?.split('-', 1)[0]?.toLowerCase() ?? null;
}

/** A display as a fact: its score is how it ended. */
export function factOfDisplay(record: DisplayRecord): Fact {
  return {
    seq: record.seq,
    minute: Math.floor(record.at / MINUTE),
    survey: record.survey,
    version: record.version,
    touchpoint: record.touchpoint,
    metric: DISPLAY_METRIC,
    score: Math.min(Math.max(record.outcome, 0), OUTCOMES.length - 1),
    emotion: 0,
    trust: 0,
    language: 0,
    country: 0,
    device: 0,
    site: record.site,
    channel: 0,
    flags: record.flags & DISPLAY.test ? FLAG.test : 0,
    contact: record.contact ?? 0,
  };
}

/** The metric a response to these questions is counted under. */
export function headlineMetric(questions: readonly Question[]): (typeof METRICS)[number] {
  const [first] = scoredQuestions(questions);
  return first ? SCALES[first.type].metric : 'none';
}
