import type { QuestionText } from '../../../contract/rules.ts';
import { csat } from './csat.ts';
import type { QuestionType } from './questionType.ts';
import { text } from './text.ts';

/** The kinds of question that can be drawn; those not in the element's own file come with the file that draws them. */
export const questionTypes: Partial<Record<string, QuestionType>> = { csat, text };

/** What draws a question: a rating's style where it is not the usual one, else its type. */
export function typeOf({ type, style }: QuestionText): QuestionType | undefined {
  return questionTypes[(type === 'csat' && style) || type];
}
