import type { SurveyDefinition } from '../../contract/survey.ts';

/**
 * All of a survey but its words and its look, as one text: while it stays the same, so does the place of who is trying
 * the survey out.
 */
export function shapeOf({ questions, triggers }: SurveyDefinition): string {
  return JSON.stringify([
    triggers.placed ?? false,
    questions.map(({ id, type, options, next, shuffle, other, min, max }) => [
      id,
      type,
      options?.map((option) => option.id),
      next,
      shuffle,
      other,
      min,
      max,
    ]),
  ]);
}
