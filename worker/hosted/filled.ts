import type { AnswerValue } from '../../contract/collect.ts';
import { COMMENT_MAX, CONTEXT_VALUE_MAX, EMAIL_MAX, PHONE_MAX } from '../../contract/limits.ts';
import { EMOTIONS, SCALES } from '../../contract/metric.ts';
import { OTHER, otherWords } from '../../contract/questionType.ts';
import type { QuestionText } from '../../contract/rules.ts';
import type { Frame } from '../../widget/frame/frame.ts';

/** What stands in the controls of one question, as a form knows it: words and marks. */
export interface Filled {
  picked: string[];
  words: string;
  agreed: boolean;
  expected: string;
  experienced: string;
}

/** Beside the choices, so that own words fit an answer's bounds. */
export const OWN_WORDS_MAX = CONTEXT_VALUE_MAX - OTHER.length - 1;

const EMPTY: Filled = { picked: [], words: '', agreed: false, expected: '', experienced: '' };
/** What a typing mistake would not pass; whether there is such an address nobody can tell here. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
/** Digits of any script, with what people write between them. */
const PHONE = /^\+?(?:[\s()./-]*\p{Nd}){5,15}[\s.]*$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The names of a question's controls. A question's id has no dots, so that no two are the same. */
export const fieldOf = (id: string, part = '') => (part ? `a.${id}.${part}` : `a.${id}`);

/** What the controls of a question show for a stored answer, or for none. */
export function filledBy(value: AnswerValue | undefined): Filled {
  if (value === undefined) return EMPTY;
  if (typeof value === 'boolean') return { ...EMPTY, agreed: value };
  if (typeof value === 'object' && !Array.isArray(value)) {
    return { ...EMPTY, expected: String(value.expected), experienced: String(value.experienced) };
  }
  const values = (Array.isArray(value) ? value : [value]).map(String);
  const own = values.find((one) => otherWords(one) !== null);
  return {
    ...EMPTY,
    picked: values.map((one) => (otherWords(one) === null ? one : OTHER)),
    words: own === undefined ? (values[0] ?? '') : (otherWords(own) ?? ''),
    // Where one can be reached was only stored because it was agreed to.
    agreed: true,
  };
}

/** What a form was sent with. */
export function filledIn(form: URLSearchParams, id: string): Filled {
  const words = form.get(fieldOf(id, 'words')) ?? '';
  return {
    picked: form.getAll(fieldOf(id)).slice(0, 50),
    words: words.replaceAll('\r\n', '\n').replaceAll(CONTROL, '').toWellFormed().trim(),
    agreed: form.has(fieldOf(id, 'agreed')),
    expected: form.get(fieldOf(id, 'expected')) ?? '',
    experienced: form.get(fieldOf(id, 'experienced')) ?? '',
  };
}

/** The answer that filled controls come to; undefined when there is none. */
export function answerOf(question: QuestionText, filled: Filled): AnswerValue | undefined {
  const { type } = question;
  const [picked = ''] = filled.picked;
  switch (type) {
    case 'csat':
    case 'nps':
    case 'ces':
    case 'thumbs':
      return wholeIn(picked, SCALES[type].low, SCALES[type].high);
    case 'gap': {
      const expected = wholeIn(filled.expected, 1, 5);
      const experienced = wholeIn(filled.experienced, 1, 5);
      return expected === undefined || experienced === undefined ? undefined : { expected, experienced };
    }
    case 'emotion':
      return Object.hasOwn(EMOTIONS, picked) ? choice(picked, filled) : undefined;
    case 'single':
      return isOffered(question, picked) ? choice(picked, filled) : undefined;
    case 'multiple': {
      const chosen = [...new Set(filled.picked)].filter((one) => isOffered(question, one));
      return chosen.length > 0 ? chosen.map((one) => choice(one, filled)) : undefined;
    }
    case 'consent':
      return filled.agreed;
    case 'message':
      return undefined;
    default:
      return filled.words.slice(0, maxOf(type)) || undefined;
  }
}

/** Why filled controls cannot be taken as they are, in the visitor's words; undefined when they can. */
export function faultOf(question: QuestionText, filled: Filled, frame: Frame, locale: string): string | undefined {
  const { type, required, min = 0, max = Number.POSITIVE_INFINITY } = question;
  const value = answerOf(question, filled);
  if (type === 'consent') return required && value !== true ? frame.consentNeeded : undefined;
  if (type === 'gap' && value === undefined && (filled.expected || filled.experienced)) return frame.answerNeeded;
  if (value === undefined) return required && type !== 'message' ? frame.answerNeeded : undefined;
  if (type === 'multiple' && Array.isArray(value)) {
    const limit = value.length > max ? max : value.length < min ? min : null;
    if (limit === null) return undefined;
    return (limit === max ? frame.atMost : frame.atLeast).replace('{n}', limit.toLocaleString(locale));
  }
  if (type === 'email' || type === 'phone') {
    if (!isAddress(type, filled)) return type === 'email' ? frame.emailWrong : frame.phoneWrong;
    return filled.agreed ? undefined : frame.consentNeeded;
  }
  return undefined;
}

/** Whether an address was typed that could be used, were it agreed to. */
export function isAddress(type: QuestionText['type'], { words }: Filled): boolean {
  return (type === 'email' ? EMAIL : PHONE).test(words.slice(0, maxOf(type)));
}

/** The most a field may hold. */
export function maxOf(type: QuestionText['type']): number {
  if (type === 'email') return EMAIL_MAX;
  return type === 'phone' ? PHONE_MAX : COMMENT_MAX;
}

function choice(picked: string, { words }: Filled): string {
  const own = words.slice(0, OWN_WORDS_MAX);
  return picked === OTHER && own ? `${OTHER}:${own}` : picked;
}

function isOffered({ options, other }: QuestionText, picked: string): boolean {
  return (other === true && picked === OTHER) || (options?.some(({ id }) => id === picked) ?? false);
}

function wholeIn(text: string, low: number, high: number): number | undefined {
  const value = Number(text);
  return /^\d{1,2}$/.test(text) && value >= low && value <= high ? value : undefined;
}
