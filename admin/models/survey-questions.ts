import { END, type Way } from '../../contract/path.ts';
import { isScored, OTHER, type QuestionType } from '../../contract/questionType.ts';
import type { Option, Question, SurveyDefinition } from '../../contract/survey.ts';
import { moveItem } from './move-item.ts';
import { setField } from './set-field.ts';

/** Changes to the questions of a survey: definitions in, definitions out. */

/** Ids that mean something else. */
const RESERVED = [END, OTHER];

/** An id that none of these has: `csat`, then `csat-2`. */
export function freeId(wanted: string, taken: readonly string[]): string {
  const all = [...RESERVED, ...taken];
  if (!all.includes(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!all.includes(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** A new option of a choice, without words yet. */
export function newOption(options: readonly Option[]): Option {
  return { id: freeId(`option-${options.length + 1}`, idsOf(options)), text: {} };
}

/** A new question of a type, without words yet: a choice begins with two options, a score must be given. */
export function newQuestion(type: QuestionType, questions: readonly Question[]): Question {
  const first = newOption([]);
  return {
    id: freeId(type, idsOf(questions)),
    type,
    text: {},
    // The first question is what the survey is about.
    ...(isScored(type) && questions.length === 0 ? { required: true } : {}),
    ...(type === 'single' || type === 'multiple' ? { options: [first, newOption([first])] } : {}),
  };
}

/** Puts a question after the one at `after`; at the end without it. */
export function addQuestion(definition: SurveyDefinition, question: Question, after?: number): SurveyDefinition {
  const at = after === undefined ? definition.questions.length : after + 1;
  return { ...definition, questions: definition.questions.toSpliced(at, 0, question) };
}

/** The definition with one question changed. */
export function changeQuestion(
  definition: SurveyDefinition,
  id: string,
  change: (question: Question) => Question,
): SurveyDefinition {
  return {
    ...definition,
    questions: definition.questions.map((question) => (question.id === id ? change(question) : question)),
  };
}

/** A copy right after the original. Its ways are not copied: two questions that lead elsewhere are seldom meant. */
export function duplicateQuestion(
  definition: SurveyDefinition,
  id: string,
): { definition: SurveyDefinition; id: string } {
  const at = definition.questions.findIndex((question) => question.id === id);
  const original = definition.questions[at];
  if (!original) return { definition, id };
  const { next: _, ...rest } = original;
  const copy = { ...rest, id: freeId(original.id.replace(/-\d+$/, ''), idsOf(definition.questions)) };
  return { definition: addQuestion(definition, copy, at), id: copy.id };
}

function withoutQuestion(way: Way, id: string): boolean {
  const { when } = way;
  if (way.go === id) return false;
  return !(when && (when.by === 'answer' || when.by === 'score') && when.question === id);
}

/** Takes a question out, and every way that led to it or looked at its answer. */
export function removeQuestion(definition: SurveyDefinition, id: string): SurveyDefinition {
  return {
    ...definition,
    questions: definition.questions
      .filter((question) => question.id !== id)
      .map((question) => {
        const kept = question.next?.filter((way) => withoutQuestion(way, id));
        if (kept?.length === question.next?.length) return question;
        return setField(question, 'next', kept?.length ? kept : undefined);
      }),
  };
}

/** Moves a question to another place. */
export function moveQuestion(definition: SurveyDefinition, from: number, to: number): SurveyDefinition {
  return from === to ? definition : { ...definition, questions: moveItem(definition.questions, from, to) };
}
