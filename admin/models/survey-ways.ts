import { EMOTIONS, SCALES } from '../../contract/metric.ts';
import type { Condition, Way } from '../../contract/path.ts';
import { END } from '../../contract/path.ts';
import { isScored, OTHER } from '../../contract/questionType.ts';
import type { Question } from '../../contract/survey.ts';
import { setField } from './set-field.ts';

/** The ways out of a question: those with a condition, in order, and where it goes when none holds. */
export interface Ways {
  rules: (Way & { when: Condition })[];
  /** Absent: the question below. */
  otherwise: string | undefined;
}

/** Takes the ways of a question apart. What comes after a way without a condition is never reached, and left out. */
export function waysOf({ next = [] }: Pick<Question, 'next'>): Ways {
  const last = next.findIndex(({ when }) => !when);
  const rules = (last < 0 ? next : next.slice(0, last)).flatMap(({ when, go }) => (when ? [{ when, go }] : []));
  return { rules, otherwise: next[last]?.go };
}

/** The question with these ways. */
export function withWays(question: Question, { rules, otherwise }: Ways): Question {
  const next = [...rules, ...(otherwise === undefined ? [] : [{ go: otherwise }])];
  return setField(question, 'next', next.length > 0 ? next : undefined);
}

/** Where a way from the question at `place` may lead: to what comes later, or to the end. */
export function targetsAfter(questions: readonly Question[], place: number): string[] {
  return [...questions.slice(place + 1).map(({ id }) => id), END];
}

/** What can be answered, where that is a list; null for words of one's own, and where nothing is asked. */
export function valuesOf({ type, options = [], other }: Question): string[] | null {
  switch (type) {
    case 'csat':
    case 'nps':
    case 'ces': {
      const { low, high } = SCALES[type];
      return Array.from({ length: high - low + 1 }, (_, step) => `${low + step}`);
    }
    case 'thumbs':
      return ['1', '0'];
    case 'emotion':
      return Object.keys(EMOTIONS);
    case 'single':
    case 'multiple':
      return [...options.map(({ id }) => id), ...(other ? [OTHER] : [])];
    case 'consent':
      return ['true', 'false'];
    default:
      return null;
  }
}

/** What a condition looks at: kinds of it, and of which question. */
export interface Source {
  by: Condition['by'];
  question?: string;
}

/** Everything a condition at `place` may look at: its own answer first, then those before, then who and where. */
export function sourcesAt(questions: readonly Question[], place: number): Source[] {
  const asked = questions.slice(0, place + 1).reverse();
  return [
    ...asked.flatMap(({ id, type }): Source[] => {
      if (type === 'message' || type === 'gap') return type === 'gap' ? [{ by: 'score', question: id }] : [];
      return isScored(type) && type !== 'thumbs' && type !== 'emotion'
        ? [{ by: 'score', question: id }]
        : [{ by: 'answer', question: id }];
    }),
    { by: 'page' },
    { by: 'contact' },
  ];
}

/** A condition to begin with, for each of what it may look at; null where there is nothing to choose from. */
export function beginCondition(
  { by, question: id }: Source,
  questions: readonly Question[],
  at: string,
  attributes: readonly string[],
): Condition | null {
  const own = id === undefined || id === at ? {} : { question: id };
  if (by === 'page') return { by, name: 'plan', is: ['pro'] };
  if (by === 'contact') return attributes[0] === undefined ? null : { by, name: attributes[0], is: ['yes'] };
  const question = questions.find((one) => one.id === (id ?? at));
  if (!question) return null;
  if (by === 'score') {
    if (!isScored(question.type)) return null;
    const { low, high } = SCALES[question.type];
    return { by, ...own, from: low, to: Math.floor((low + high) / 2) - (high - low > 3 ? 1 : 0) };
  }
  const [first = 'yes'] = valuesOf(question) ?? [];
  return { by, ...own, is: [first] };
}
