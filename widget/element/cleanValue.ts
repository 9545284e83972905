import type { AnswerValue } from '../../contract/collect.ts';
import type { QuestionText } from '../../contract/rules.ts';
import { typeOf } from './questions/registry.ts';

/** What is stored of a question's value, '' for nothing. */
export function cleanValue(question: QuestionText, value: AnswerValue | undefined): AnswerValue {
  const clean = typeOf(question)?.clean;
  return clean ? clean(value) : (value ?? '');
}
