import type { Answer } from '../../contract/collect.ts';
import type { FeedbackChoice, FeedbackWhy } from '../../contract/feedback.ts';
import type { FeedbackFile, FileResponse } from './feedbackFile.ts';
import { type MappedQuestion, mapQuestions } from './mapping.ts';

const DAY = 86_400_000;
/** A survey has so many questions at most; further ones are left. */
const QUESTIONS_MAX = 40;

/** A row as it would be stored, or why it is not. */
export type PlannedRow = { part: string; line: number; at: number | null; why: FeedbackWhy } | ReadRow;

export interface ReadRow {
  part: string;
  line: number;
  id: string;
  at: number;
  why: null;
  complete: boolean;
  person: FileResponse['person'];
  locale: string | null;
  answers: Answer[];
}

export interface PlannedFile {
  parts: { part: string; questions: MappedQuestion[] }[];
  rows: PlannedRow[];
}

/** What each row of a file becomes, as far as the file itself can tell. One bad row never rejects a file. */
export function planRows(file: FeedbackFile, choices: readonly FeedbackChoice[], now: number): PlannedFile {
  const rows: PlannedRow[] = [];
  const parts = file.parts.map((part) => {
    let asked = 0;
    const questions = mapQuestions(part, choices).map((mapped) => {
      if (mapped.question === null) return mapped;
      asked += 1;
      return asked <= QUESTIONS_MAX ? mapped : left(mapped);
    });
    const met = new Set<string>();
    for (const response of part.responses) {
      rows.push(planRow(part.key, response, questions, met, now));
      met.add(response.id);
    }
    return { part: part.key, questions };
  });
  return { parts, rows };
}

function planRow(
  part: string,
  { line, id, at, finished, isPreview, person, locale, cells }: FileResponse,
  questions: readonly MappedQuestion[],
  met: ReadonlySet<string>,
  now: number,
): PlannedRow {
  const refused = (why: FeedbackWhy): PlannedRow => ({ part, line, at, why });
  if (isPreview) return refused('preview');
  if (id === '') return refused('no-id');
  if (met.has(id)) return refused('twice');
  if (at === null || at < 0) return refused('no-time');
  if (at > now + DAY) return refused('in-future');
  const answers = questions.flatMap(({ question, read }, place): Answer[] => {
    const value = question && read(cells[place] ?? []);
    return question && value !== null ? [{ question: question.id, value }] : [];
  });
  if (answers.length === 0) return refused('no-answer');
  return {
    part,
    line,
    id,
    at: Math.min(at, now),
    why: null,
    complete: finished,
    person,
    locale: /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/i.test(locale) ? locale : null,
    answers,
  };
}

function left(mapped: MappedQuestion): MappedQuestion {
  return { about: { ...mapped.about, kind: 'leave', unreadable: 0 }, question: null, read: () => null };
}
