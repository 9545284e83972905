import { OTHER } from '../../../contract/questionType.ts';
import type { QuestionView } from './questionType.ts';
import { shuffled } from './shuffled.ts';

/** What a question lets one choose from; "something else" comes last. */
export function offered({ question, frame, seed }: QuestionView): { id: string; text: string }[] {
  const { options = [], shuffle, other } = question;
  return [...(shuffle ? shuffled(options, seed) : options), ...(other ? [{ id: OTHER, text: frame.other ?? '' }] : [])];
}
