import { NAME_MAX } from '../../../contract/limits.ts';
import { cleanText } from '../../loader/cleanText.ts';
import { line } from './line.ts';
import type { QuestionType } from './questionType.ts';

/** The visitor's own words, in one line. */
export const short: QuestionType = {
  clean: (value) => cleanText(String(value ?? ''), NAME_MAX).trim(),
  render: (view) => line(view, NAME_MAX),
};
