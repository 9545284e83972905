import type { QuestionText } from '../../contract/rules.ts';
import { answerOf, type Filled, filledBy } from './filled.ts';

/**
 * The first question as a link in a mail wants it filled (`?a=4`), for the visitor to send or to change. What is no answer
 * to it is passed over; nothing is written by it.
 */
export function preselect(question: QuestionText, asked: string): Filled | null {
  if (!['csat', 'nps', 'ces', 'thumbs', 'emotion', 'single'].includes(question.type)) return null;
  const filled = { ...filledBy(undefined), picked: [asked] };
  return answerOf(question, filled) === undefined ? null : filled;
}
