import { SCALES } from './metric.ts';

/**
 * Every type of question, and what an answer to it is. Free of zod.
 *
 * | type | value |
 * |---|---|
 * | csat, nps, ces | a whole number on its scale |
 * | thumbs | 1 (up) or 0 (down) |
 * | emotion | a name of EMOTIONS; `other:` with the visitor's own word, or `other` alone |
 * | gap | `{ expected, experienced }`, each 1 to 5; the score is experienced − expected |
 * | single | an option's id, or `other:` with the visitor's own words |
 * | multiple | a list of such |
 * | short, text | the visitor's words, one line or several |
 * | email, phone | as typed; sent only with its consent given |
 * | consent | true or false |
 * | message | none: it only says something |
 */
export const QUESTION_TYPES = [
  'csat',
  'text',
  'nps',
  'ces',
  'thumbs',
  'emotion',
  'gap',
  'single',
  'multiple',
  'short',
  'email',
  'phone',
  'consent',
  'message',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

export type ScoredType = keyof typeof SCALES;

/** Whether answers to this type of question have a score. */
export function isScored(type: QuestionType): type is ScoredType {
  return type in SCALES;
}

/** How a CSAT question is drawn. */
export const CSAT_STYLES = ['faces', 'stars', 'numbers'] as const;
export type CsatStyle = (typeof CSAT_STYLES)[number];

/** Before the visitor's own words in the value of a choice or an emotion that is none of those offered. */
export const OTHER = 'other';

/** An expectation and an experience, each 1 to 5. */
export interface Gap {
  expected: number;
  experienced: number;
}

/** The visitor's own words in a choice's value; null when it is one of those offered. */
export function otherWords(value: string): string | null {
  if (value === OTHER) return '';
  return value.startsWith(`${OTHER}:`) ? value.slice(OTHER.length + 1) : null;
}
