import type { QuestionText } from '../../../contract/rules.ts';
import { csat } from './csat.ts';
import type { QuestionType } from './questionType.ts';
import { text } from './text.ts';

/** Every type of question the element can ask. */
export const questionTypes: Record<QuestionText['type'], QuestionType> = { csat, text };
