import type { AnswerValue } from '../../contract/collect.ts';
import { nextPlace, pathOf } from '../../contract/path.ts';
import { isScored } from '../../contract/questionType.ts';
import type { Question } from '../../contract/survey.ts';

export type Values = Partial<Record<string, AnswerValue>>;

/**
 * The places of the questions that share a page, by its first: a score and the words about it, where these follow
 * whatever the score is; else one.
 */
export function pageFrom(questions: readonly Question[], place: number): number[] {
  const [question, next] = [questions[place], questions[place + 1]];
  const together = question && isScored(question.type) && !question.next?.length && next?.type === 'text';
  return together ? [place, place + 1] : [place];
}

/** The pages these answers lead over, in order. */
export function pagesOn(questions: readonly Question[], values: Values): number[][] {
  const pages: number[][] = [];
  for (const place of pathOf(questions, { values })) {
    if (!pages.at(-1)?.includes(place)) pages.push(pageFrom(questions, place));
  }
  return pages;
}

/** The page after one, or null when it was the last. */
export function pageAfter(questions: readonly Question[], page: readonly number[], values: Values): number[] | null {
  const next = nextPlace(questions, page.at(-1) ?? 0, { values });
  return next < questions.length ? pageFrom(questions, next) : null;
}

/** Where to go on: after the last page that was answered, or at the first. */
export function resumePage(questions: readonly Question[], values: Values): number[] {
  const pages = pagesOn(questions, values);
  const isAnswered = (page: number[]) => page.some((place) => values[questions[place]?.id ?? ''] !== undefined);
  return pages[pages.findLastIndex(isAnswered) + 1] ?? pages.at(-1) ?? [0];
}
