import type { QuestionText, SurveyTexts } from '../../contract/rules.ts';
import type { Values } from '../seen.ts';
import type { Context } from '../session.ts';
import type { Answering } from './answering.ts';

/** Among a survey's values, beside those of its questions: the place of the one that begins the page on screen. */
export const AT = '';

/** What leads from question to question. */
export interface Pages {
  /** As much of what the page passes along as the wire takes. */
  contextOf(given: object): Context;
  /** The survey's texts with what they ask for put in. */
  fill(answering: Answering): SurveyTexts;
  /** What is on screen: places of questions, one or a score and the words about it. */
  placesOf(answering: Answering): number[];
  /** Where it leads to say this up to the question at `place`. */
  goOn(answering: Answering, place: number, said: Values): { said: Values; path: number[]; isLast: boolean };
  /** Why a question's value cannot be taken, in the visitor's words or without. */
  faultOf(question: QuestionText, values: Values, answering: Answering): string | undefined;
  /** How far the visitor is. */
  progress(answering: Answering, places: number[]): unknown;
  /** What goes on from the last question on screen. */
  form(answering: Answering, texts: SurveyTexts, places: number[], send: () => void, skip: () => void): unknown;
}
