import type { Answer } from '../../../../contract/collect.ts';
import { holds, type Known } from '../../../../contract/path.ts';
import type { Question } from '../../../../contract/survey.ts';

/**
 * Whether every required question on the way these answers took is answered. What the page knew of the person by then
 * cannot be known here, so a condition on an attribute that may be shown may have held or not: one way through is enough.
 */
export function isComplete(
  questions: readonly Question[],
  answers: readonly Answer[],
  page: Known['page'],
  mayBeShown: readonly string[],
): boolean {
  const known: Known = { values: Object.fromEntries(answers.map(({ question, value }) => [question, value])), page };
  const found = new Map<number, boolean>();
  const from = (place: number): boolean => {
    const question = questions[place];
    if (!question) return true;
    const before = found.get(place);
    if (before !== undefined) return before;
    // A way that turns back on itself ends there.
    found.set(place, true);
    const isPassed = !question.required || question.type === 'message' || saysSomething(known.values[question.id]);
    const result = isPassed && nextPlaces(questions, place, known, mayBeShown).some(from);
    found.set(place, result);
    return result;
  };
  return from(0);
}

/** The places that may have come after one. */
function nextPlaces(
  questions: readonly Question[],
  place: number,
  known: Known,
  mayBeShown: readonly string[],
): number[] {
  const at = questions[place];
  const places: number[] = [];
  for (const { when, go } of at?.next ?? []) {
    const isDoubtful = when?.by === 'contact' && mayBeShown.includes(when.name);
    if (!at || !(isDoubtful || !when || holds(questions, at, when, known))) continue;
    const to = questions.findIndex(({ id }) => id === go);
    places.push(to < 0 ? questions.length : to);
    if (!isDoubtful) return places;
  }
  return [...places, place + 1];
}

function saysSomething(value: Answer['value'] | undefined): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
