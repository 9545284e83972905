import type { Answer } from '../../contract/collect.ts';
import {
  FEEDBACK_OPTIONS_MAX,
  FEEDBACK_WORDS_MAX,
  type FeedbackChoice,
  type FeedbackKind,
  type FeedbackQuestion,
} from '../../contract/feedback.ts';
import { SCALES } from '../../contract/metric.ts';
import type { Question } from '../../contract/survey.ts';
import { foldText } from '../identity/foldText.ts';
import type { FeedbackPart, FileQuestion } from './feedbackFile.ts';
import { rescale, scoreReader } from './readScore.ts';

/** Our own ends of what a kind measures. */
const ENDS: Partial<Record<FeedbackKind, readonly [number, number]>> = {
  nps: [SCALES.nps.low, SCALES.nps.high],
  csat: [SCALES.csat.low, SCALES.csat.high],
  stars: [SCALES.csat.low, SCALES.csat.high],
  ces: [SCALES.ces.low, SCALES.ces.high],
  thumbs: [SCALES.thumbs.low, SCALES.thumbs.high],
};
const RECOMMEND = /recommend|polec|توصیه|پیشنهاد/;
const EFFORT = /\beasy|\beasier|effort|latw|trud|wysil|آسان|راحت|ساده|سخت/;
const STARS = /\bstars?\b|gwiazd|ستاره/;
const SATISFIED = /satisf|rate\b|rating|how was|how did|zadowol|ocen|jak by|راضی|رضایت|امتیاز|چطور/;
const TEXT_MAX = 500;

/** A question of the file as it will be asked for in its survey, and how its answers are read. */
export interface MappedQuestion {
  about: FeedbackQuestion;
  question: Question | null;
  read(cells: readonly string[]): Answer['value'] | null;
}

/** What the questions of a part become: as guessed, or as somebody chose. Nothing is guessed to be a score on its looks alone. */
export function mapQuestions(part: FeedbackPart, choices: readonly FeedbackChoice[]): MappedQuestion[] {
  return part.questions.map((question, place) => {
    const given = part.responses.map(({ cells }) => cells[place] ?? []).filter((cells) => cells.length > 0);
    const choice = choices.find((one) => one.part === part.key && one.key === question.key);
    return mapQuestion(part.key, question, given, choice, place);
  });
}

function mapQuestion(
  part: string,
  asked: FileQuestion,
  given: readonly (readonly string[])[],
  choice: FeedbackChoice | undefined,
  place: number,
): MappedQuestion {
  const answers = given.flat();
  const readScore = scoreReader(answers);
  const guess = choice ? null : guessed(asked, given);
  const kind = choice?.kind ?? guess?.kind ?? 'text';
  const ends = ENDS[kind];
  const label = answers.map(readScore).find((score) => score?.scale)?.scale;
  const scale: readonly [number, number] | null = ends
    ? [
        choice?.low ?? guess?.scale?.[0] ?? label?.[0] ?? ends[0],
        choice?.high ?? guess?.scale?.[1] ?? label?.[1] ?? ends[1],
      ]
    : null;
  const options = kind === 'single' || kind === 'multiple' ? optionsOf(answers) : null;
  const read = (cells: readonly string[]): Answer['value'] | null => {
    const [first] = cells;
    if (first === undefined || kind === 'leave') return null;
    if (ends && scale) {
      const score = readScore(first);
      // A recommendation is counted by its very numbers: none is made of another scale.
      const isOwn = kind !== 'nps' || (scale[0] === ends[0] && scale[1] === ends[1]);
      if (!score || !isOwn || score.value < scale[0] || score.value > scale[1] || scale[0] >= scale[1]) return null;
      return rescale(score.value, scale, ends);
    }
    if (kind === 'single') return options?.get(first) ?? null;
    if (kind === 'multiple') {
      const chosen = [...new Set(cells.flatMap((cell) => options?.get(cell) ?? []))];
      return chosen.length > 0 ? chosen : null;
    }
    return plainText(cells.join('\n'), FEEDBACK_WORDS_MAX) || null;
  };
  const text = plainText(asked.text, TEXT_MAX) || asked.key;
  return {
    about: {
      part,
      key: asked.key,
      text,
      kind,
      low: scale?.[0] ?? null,
      high: scale?.[1] ?? null,
      rescaled: ends !== undefined && scale !== null && (scale[0] !== ends[0] || scale[1] !== ends[1]),
      answered: given.length,
      unreadable: kind === 'leave' ? 0 : given.filter((cells) => read(cells) === null).length,
      samples: [...new Set(answers)].slice(0, 5).map((answer) => plainText(answer, 100)),
    },
    question: kind === 'leave' ? null : questionOf(kind, `q${place + 1}`, text, options),
    read,
  };
}

/** What a question is by what its source says, by its words and by its answers: all of them must agree. */
function guessed(
  { text, said, scale }: FileQuestion,
  given: readonly (readonly string[])[],
): { kind: FeedbackKind; scale?: readonly [number, number] } {
  const answers = given.flat();
  const words = foldText(text);
  if (said === 'text') return { kind: 'text' };
  if (answers.length === 0) return { kind: 'leave' };
  const read = scoreReader(answers);
  const scores = answers.map(read);
  const ownScale = scores.find((score) => score?.scale)?.scale ?? null;
  const values = scores.flatMap((score) => score?.value ?? []);
  const low = Math.min(...values.slice(0, 100_000));
  const high = Math.max(...values.slice(0, 100_000));
  const isScored = values.length === answers.length && given.every((cells) => cells.length === 1);
  if (said) {
    // Effort is asked on five or on seven: whoever has answered six has answered on seven.
    const ends = said === 'ces' && high > 5 ? ([1, 7] as const) : scale;
    return ends ? { kind: said, scale: ends } : { kind: said };
  }
  if (isScored && ownScale) {
    if (ownScale[1] === 1) return { kind: 'thumbs', scale: ownScale };
    return { kind: EFFORT.test(words) || isEffort(answers) ? 'ces' : 'csat', scale: ownScale };
  }
  if (isScored && RECOMMEND.test(words) && low >= 0 && high <= 10) return { kind: 'nps', scale: [0, 10] };
  if (isScored && EFFORT.test(words) && low >= 1 && high <= 7) return { kind: 'ces', scale: [1, 7] };
  const isRating = STARS.test(words) || SATISFIED.test(words);
  if (isScored && isRating && low >= 1 && high <= 5)
    return { kind: STARS.test(words) ? 'stars' : 'csat', scale: [1, 5] };
  if (isScored && isRating && low >= 0 && high <= 10) return { kind: 'csat', scale: [low === 0 ? 0 : 1, 10] };
  if (given.some((cells) => cells.length > 1)) return { kind: optionsOf(answers) ? 'multiple' : 'text' };
  const distinct = new Set(answers);
  const isChoice =
    distinct.size <= Math.min(FEEDBACK_OPTIONS_MAX, answers.length / 2) &&
    [...distinct].every((one) => one.length <= 80);
  return { kind: isChoice && !isScored ? 'single' : 'text' };
}

function isEffort(answers: readonly string[]): boolean {
  return answers.some((answer) => /easy|difficult/i.test(answer));
}

/** The options of a choice by what was written; null when they are more than a choice may have. */
function optionsOf(answers: readonly string[]): Map<string, string> | null {
  const distinct = [...new Set(answers)];
  if (distinct.length > FEEDBACK_OPTIONS_MAX) return null;
  return new Map(distinct.map((answer, index) => [answer, `o${index + 1}`]));
}

function questionOf(
  kind: Exclude<FeedbackKind, 'leave'>,
  id: string,
  words: string,
  options: Map<string, string> | null,
): Question {
  const text = { en: words };
  if (kind === 'stars') return { id, type: 'csat', style: 'stars', text };
  if (kind === 'single' || kind === 'multiple') {
    const offered = [...(options ?? [])].map(([answer, option]) => ({
      id: option,
      text: { en: plainText(answer, TEXT_MAX) },
    }));
    return { id, type: kind, text, options: offered };
  }
  return { id, type: kind, text };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text without what is not text, of at most so many characters. */
function plainText(value: string, max: number): string {
  return value.replace(CONTROL, '').slice(0, max).toWellFormed();
}
