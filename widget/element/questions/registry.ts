import type { QuestionText } from '../../../contract/rules.ts';
import { csat } from './csat.ts';
import type { QuestionType } from './questionType.ts';
import { text } from './text.ts';

/** The types of question that the element can ask without fetching more. */
export const questionTypes: Partial<Record<QuestionText['type'], QuestionType>> = { csat, text };
