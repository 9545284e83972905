import type { Answer } from '../../contract/collect.ts';
import type { QuestionType } from '../../contract/questionType.ts';
import { HIDDEN } from './hidden.ts';

/** Answers as viewers see them: of an address or a number somebody left, nothing, as of any claim. */
export function maskAnswers(
  questions: readonly { id: string; type: QuestionType }[],
  answers: readonly Answer[],
): Answer[] {
  return answers.map(({ question, value }) => {
    const type = questions.find(({ id }) => id === question)?.type;
    const isIdentifier = type === 'email' || type === 'phone';
    return { question, value: isIdentifier ? HIDDEN : value };
  });
}
