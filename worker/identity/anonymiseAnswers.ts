import type { Answer } from '../../contract/collect.ts';
import { OTHER, otherWords } from '../../contract/questionType.ts';
import type { Question } from '../../contract/survey.ts';

/** Types whose answers say nothing but what was offered. */
const CHOSEN = new Set<Question['type']>([
  'csat',
  'nps',
  'ces',
  'thumbs',
  'gap',
  'emotion',
  'single',
  'multiple',
  'consent',
]);

/**
 * Answers without anything that somebody wrote: scores and choices stay, words and addresses go. People may be told by
 * what they wrote.
 */
export function anonymiseAnswers(questions: readonly Question[], answers: readonly Answer[]): Answer[] {
  return answers.flatMap(({ question, value }): Answer[] => {
    const type = questions.find(({ id }) => id === question)?.type;
    return type && CHOSEN.has(type) ? [{ question, value: wordless(value) }] : [];
  });
}

/** A value whose "something else" has lost its words. */
function wordless(value: Answer['value']): Answer['value'] {
  if (Array.isArray(value)) return value.map(wordlessChoice);
  return typeof value === 'string' ? wordlessChoice(value) : value;
}

function wordlessChoice(choice: string): string {
  return otherWords(choice) === null ? choice : OTHER;
}
