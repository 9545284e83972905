import type { Answer } from '../../../contract/collect.ts';
import { SCALES } from '../../../contract/metric.ts';
import type { Question } from '../../../contract/survey.ts';

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

function faultOf(question: Question, value: Answer['value']): string | null {
  if (question.type === 'text') return typeof value === 'string' ? null : 'must be a text';
  const { low, high } = SCALES[question.type];
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
    ? null
    : `must be a whole number from ${low} to ${high}`;
}

/** What the visitor said in their own words: the first text answer that says anything. */
export function commentOf(questions: readonly Question[], answers: readonly Answer[]): string | null {
  for (const question of questions) {
    if (question.type !== 'text') continue;
    const value = answers.find((answer) => answer.question === question.id)?.value;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}
