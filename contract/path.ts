import type { AnswerValue } from './collect.ts';
import type { QuestionType } from './questionType.ts';
import { scoreOf } from './score.ts';

/**
 * Which question comes after which. Free of zod: the widget walks the path while it asks, the worker walks it again to
 * see what was left out, and publishing refuses paths that turn back on themselves.
 */

/** When a way is taken. `question` absent: the one the rule stands at. */
export type Condition =
  | { by: 'answer'; question?: string | undefined; is: string[] }
  /** Inclusive ends, on the question's own scale. */
  | { by: 'score'; question?: string | undefined; from: number; to: number }
  /** What the page passed along with the call that opened the survey. */
  | { by: 'page'; name: string; is: string[] }
  /** An attribute of the person, if it may be shown and they are verified. */
  | { by: 'contact'; name: string; is: string[] };

/** Without `when` it always holds. `go` names a question, or END. */
export interface Way {
  when?: Condition | undefined;
  go: string;
}

export const END = 'end';

/** As much of a question as its place in the path depends on. */
export interface Step {
  id: string;
  type: QuestionType;
  next?: readonly Way[] | undefined;
}

/** What conditions look at. */
export interface Known {
  values: Partial<Record<string, AnswerValue>>;
  page?: Partial<Record<string, string | number | boolean>> | undefined;
  contact?: Partial<Record<string, string | number | boolean>> | undefined;
}

/** Whether a condition that stands at a question holds. */
export function holds(steps: readonly Step[], at: Step, when: Condition, known: Known): boolean {
  if (when.by === 'page' || when.by === 'contact') {
    const value = known[when.by]?.[when.name];
    return value !== undefined && when.is.includes(String(value));
  }
  const asked = steps.find(({ id }) => id === (when.question ?? at.id));
  if (!asked) return false;
  const value = known.values[asked.id];
  if (value === undefined) return false;
  if (when.by === 'score') {
    const score = scoreOf(asked.type, value);
    return score !== null && score >= when.from && score <= when.to;
  }
  // Own words count as the choice they were given to.
  const given = (Array.isArray(value) ? value : [value]).map((one) => String(one).split(':', 1)[0] ?? '');
  return given.some((one) => when.is.includes(one));
}

/** The place of the question after the one at `place`, or `steps.length` when it was the last. */
export function nextPlace(steps: readonly Step[], place: number, known: Known): number {
  const at = steps[place];
  const way = at?.next?.find(({ when }) => !when || holds(steps, at, when, known));
  if (!way) return Math.min(place + 1, steps.length);
  const to = steps.findIndex(({ id }) => id === way.go);
  return to < 0 ? steps.length : to;
}

/** The places of the questions on the way these answers take, in order. A path that would turn back ends there. */
export function pathOf(steps: readonly Step[], known: Known): number[] {
  const path: number[] = [];
  for (let place = 0; place < steps.length && !path.includes(place); place = nextPlace(steps, place, known)) {
    path.push(place);
  }
  return path;
}

/** Every place that may come after `place`, whatever is answered; `steps.length` is the end. */
export function placesAfter(steps: readonly Step[], place: number): number[] {
  const ways = steps[place]?.next ?? [];
  const places = ways.map(({ go }) => {
    const to = steps.findIndex(({ id }) => id === go);
    return to < 0 ? steps.length : to;
  });
  // A way without a condition leaves nothing for what would follow.
  return ways.some(({ when }) => !when) ? places : [...places, place + 1];
}
