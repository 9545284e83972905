import type { Answer } from '../../../../contract/collect.ts';
import { EMAIL_MAX, PHONE_MAX } from '../../../../contract/limits.ts';
import { EMOTIONS, SCALES } from '../../../../contract/metric.ts';
import { otherWords } from '../../../../contract/questionType.ts';
import type { Question } from '../../../../contract/survey.ts';

export interface AnswerFault {
  /** RFC 6901 pointer into the body. */
  pointer: string;
  message: string;
}

/** What is wrong with answers, by the questions they answer; empty when nothing is. */
export function checkAnswers(questions: readonly Question[], answers: readonly Answer[]): AnswerFault[] {
  const faults: AnswerFault[] = [];
  const seen = new Set<string>();
  for (const [index, answer] of answers.entries()) {
    const question = questions.find(({ id }) => id === answer.question);
    const message = !question
      ? 'is not a question of this survey'
      : seen.has(answer.question)
        ? 'is answered twice'
        : faultOf(question, answer.value);
    seen.add(answer.question);
    if (message) {
      const field = question && !message.startsWith('is answered') ? 'value' : 'question';
      faults.push({ pointer: `/answers/${index}/${field}`, message });
    }
  }
  return faults;
}

/** What an answer may be: see `QUESTION_TYPES`. */
function faultOf(question: Question, value: Answer['value']): string | null {
  switch (question.type) {
    case 'csat':
    case 'nps':
    case 'ces':
    case 'thumbs': {
      const { low, high } = SCALES[question.type];
      return isBetween(value, low, high) ? null : `must be a whole number from ${low} to ${high}`;
    }
    case 'gap':
      return typeof value === 'object' &&
        'expected' in value &&
        isBetween(value.expected, 1, 5) &&
        isBetween(value.experienced, 1, 5)
        ? null
        : 'must be { expected, experienced }, whole numbers from 1 to 5';
    case 'emotion':
      return typeof value === 'string' && (Object.hasOwn(EMOTIONS, value) || otherWords(value) !== null)
        ? null
        : `must be one of ${Object.keys(EMOTIONS).join(', ')}`;
    case 'single':
      return typeof value === 'string' && isOffered(question, value) ? null : 'must be the id of an option';
    case 'multiple':
      return multipleFault(question, value);
    case 'consent':
      return typeof value === 'boolean' ? null : 'must be true or false';
    case 'email':
      return isText(value, EMAIL_MAX) ? null : `must be a text of at most ${EMAIL_MAX} characters`;
    case 'phone':
      return isText(value, PHONE_MAX) ? null : `must be a text of at most ${PHONE_MAX} characters`;
    case 'message':
      return 'answers what is no question';
    default:
      return typeof value === 'string' ? null : 'must be a text';
  }
}

function multipleFault(question: Question, value: Answer['value']): string | null {
  if (!Array.isArray(value) || !value.every((one) => isOffered(question, one))) return 'must be ids of options';
  if (new Set(value.map((one) => (otherWords(one) === null ? one : ':'))).size < value.length) {
    return 'names an option twice';
  }
  return value.length > (question.max ?? value.length) ? `must be at most ${question.max} options` : null;
}

function isOffered(question: Question, value: string): boolean {
  if (question.options?.some(({ id }) => id === value)) return true;
  return question.other === true && otherWords(value) !== null;
}

function isText(value: unknown, max: number): boolean {
  return typeof value === 'string' && value.length <= max;
}

function isBetween(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
}

/** What the visitor said in their own words: the first such answer that says anything. */
export function commentOf(questions: readonly Question[], answers: readonly Answer[]): string | null {
  for (const question of questions) {
    if (question.type !== 'text' && question.type !== 'short') continue;
    const value = answers.find((answer) => answer.question === question.id)?.value;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}
