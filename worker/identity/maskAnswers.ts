import type { Answer } from '../../contract/collect.ts';
import type { QuestionType } from '../../contract/questionType.ts';
import { maskIdentifier } from './maskIdentifier.ts';

/** Answers as viewers see them: an address or a number somebody left is an identifier like any other. */
export function maskAnswers(
  questions: readonly { id: string; type: QuestionType }[],
  answers: readonly Answer[],
): Answer[] {
  return answers.map(({ question, value }) => {
    const type = questions.find(({ id }) => id === question)?.type;
    const isIdentifier = type === 'email' || type === 'phone';
    return { question, value: isIdentifier && typeof value === 'string' ? maskIdentifier(type, value) : value };
  });
}
