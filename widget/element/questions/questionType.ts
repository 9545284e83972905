import type { TemplateResult } from 'lit/html.js';
import type { AnswerValue } from '../../../contract/collect.ts';
import type { FrameTexts, QuestionText } from '../../../contract/rules.ts';

export type { AnswerValue };

/** What a question is given to draw itself, and what it may ask for. */
export interface QuestionView {
  question: QuestionText;
  frame: FrameTexts;
  /** The id of the heading that asks the question, drawn by the survey. */
  labelledBy: string;
  /** Chosen or typed, not necessarily stored. */
  value: AnswerValue | undefined;
  /** As last stored. */
  stored: AnswerValue | undefined;
  /** An answer is on its way, and nothing more is taken. */
  isBusy: boolean;
  /** What became of the stored answer, drawn under it. */
  note: unknown;
  /** Takes a value without storing it. */
  change(value: AnswerValue): void;
  /** Stores a value now. */
  commit(value: AnswerValue): void;
  /** Sends the form, as its Send button would. */
  send(): void;
}

/** One type of question. */
export interface QuestionType {
  render(view: QuestionView): TemplateResult;
  /** The word for a value. A type that has one is stored at the choice; others wait for Send. */
  meaning?(value: AnswerValue, frame: FrameTexts): string;
}
