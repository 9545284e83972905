import type { TemplateResult } from 'lit/html.js';
import type { AnswerValue } from '../../../contract/collect.ts';
import type { QuestionText, SurveyTexts } from '../../../contract/rules.ts';
import type { Values } from '../../seen.ts';

export type { AnswerValue };

/** What a question is given to draw itself, and what it may ask for. */
export interface QuestionView {
  question: QuestionText;
  frame: SurveyTexts['frame'];
  locale: string;
  /** The id of the heading that asks the question, drawn by the survey. */
  labelledBy: string;
  /** Chosen or typed, not necessarily stored. */
  value: AnswerValue | undefined;
  /** As last stored. */
  stored: AnswerValue | undefined;
  /** Every value, and what else the visitor has marked; see `change`. */
  values: Values;
  /** Names this display: what differs from visitor to visitor follows from it. */
  seed: string;
  /** An answer is on its way, and nothing more is taken. */
  isBusy: boolean;
  /** What became of the stored answer, drawn under it. */
  note: unknown;
  /** Something must be mended before this is taken; the words stand below. */
  isWrong: boolean;
  /** Takes a value without storing it, of this question or under another name. */
  change(value: AnswerValue, name?: string): void;
  /** Stores a value now. */
  commit(value: AnswerValue): void;
  /** Sends the form, as its Send button would. */
  send(): void;
}

/** One type of question. */
export interface QuestionType {
  render(view: QuestionView): TemplateResult;
  /** The word for a value. Types with a score have one. */
  meaning?(value: AnswerValue, texts: Pick<QuestionView, 'question' | 'frame' | 'locale'>): string;
  /** What is stored of a value, '' for nothing. Types that have this wait for Send; others are stored at the choice. */
  clean?(value: AnswerValue | undefined): AnswerValue;
  /** It asks for nothing, so that there is nothing to skip. */
  isSilent?: true;
  /** Why a value cannot be taken, in the visitor's words. */
  fault?(value: AnswerValue, view: Pick<QuestionView, 'question' | 'frame' | 'locale' | 'values'>): string | undefined;
}
