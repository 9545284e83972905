import { placesAfter, type Step } from '../../contract/path.ts';
import type { Question } from '../../contract/survey.ts';

/** Places that may come right after each question. What stands below a way that always holds is never looked at. */
export function ways(questions: readonly Question[]): number[][] {
  const steps: Step[] = questions.map(({ id, type, next }) => ({ id, type, ...(next ? { next: taken(next) } : {}) }));
  return steps.map((_, place) => placesAfter(steps, place).filter((to) => to < steps.length));
}

function taken(next: NonNullable<Question['next']>): NonNullable<Question['next']> {
  const always = next.findIndex(({ when }) => !when);
  return always < 0 ? next : next.slice(0, always + 1);
}

/** Every place that ways lead to from `start`, itself only if they lead back to it. */
export function reachedFrom(graph: readonly number[][], start: number): Set<number> {
  const reached = new Set<number>();
  const waiting = [...(graph[start] ?? [])];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (reached.has(place)) continue;
    reached.add(place);
    waiting.push(...(graph[place] ?? []));
  }
  return reached;
}
