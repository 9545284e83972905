import type { Table } from '../../contact-files/parseTable.ts';
import { columnsOf } from '../columnsOf.ts';
import { type FeedbackFile, type FeedbackPart, type FileQuestion, type FileResponse, NOBODY } from '../feedbackFile.ts';
import { readWhen } from '../readWhen.ts';

/** What each of Delighted's surveys asks, by its `survey_type`. */
const SCORES: Record<string, Omit<FileQuestion, 'key'>> = {
  nps: { text: 'How likely are you to recommend us?', said: 'nps', scale: [0, 10] },
  csat: { text: 'How satisfied were you?', said: 'csat', scale: [1, 5] },
  ces: { text: 'How easy was it?', said: 'ces', scale: [1, 5] },
  five_star: { text: 'How many stars?', said: 'stars', scale: [1, 5] },
  smileys: { text: 'How was it?', said: 'csat', scale: [1, 5] },
  thumbs: { text: 'Thumbs up or down?', said: 'thumbs', scale: [0, 1] },
};
const COMMENT: FileQuestion = { key: 'comment', text: 'Comment', said: 'text' };

interface Found {
  type: string;
  response: FileResponse;
}

/** Responses as Delighted's API lists them: an array, or one object a line. */
export function readDelightedObjects(text: string): FeedbackFile | null {
  const objects = objectsIn(text);
  if (!objects?.some((one) => 'score' in one && ('survey_type' in one || 'person' in one))) return null;
  return fileOf(
    objects.map((one, index): Found => {
      const person = objectOf(one['person']);
      const email = textOf(person['email']);
      return {
        type: textOf(one['survey_type']) || 'nps',
        response: {
          line: index + 1,
          id: textOf(one['id']),
          at: readWhen(textOf(one['created_at'])),
          finished: true,
          isPreview: false,
          person: { ...NOBODY, email, phone: textOf(person['phone_number']), name: textOf(person['name']) },
          locale: textOf(objectOf(one['person_properties'])['locale']),
          cells: [textOf(one['score']), textOf(one['comment'])].map((cell) => (cell ? [cell] : [])),
        },
      };
    }),
  );
}

/** The same as a table. */
export function readDelightedTable({ header, rows }: Table): FeedbackFile {
  const { cell } = columnsOf(header);
  return fileOf(
    rows.map(
      ({ line, cells }): Found => ({
        type: cell(cells, 'survey_type', 'survey type') || 'nps',
        response: {
          line,
          id: cell(cells, 'id', 'response id', 'permalink'),
          at: readWhen(cell(cells, 'created_at', 'response date', 'created at', 'responded at')),
          finished: true,
          isPreview: false,
          person: {
            ...NOBODY,
            email: cell(cells, 'person_email', 'email', 'person email'),
            phone: cell(cells, 'person_phone_number', 'phone', 'phone number'),
            name: cell(cells, 'person_name', 'name', 'person name'),
          },
          locale: cell(cells, 'locale'),
          cells: [cell(cells, 'score'), cell(cells, 'comment')].map((value) => (value ? [value] : [])),
        },
      }),
    ),
  );
}

/** Each kind of survey is a survey of its own: their scores are on different scales. */
function fileOf(found: readonly Found[]): FeedbackFile {
  const parts = new Map<string, FeedbackPart>();
  for (const { type, response } of found) {
    const key = type.toLowerCase();
    const part = parts.get(key) ?? {
      key,
      questions: [{ key: 'score', ...(SCORES[key] ?? { text: key }) }, COMMENT],
      responses: [],
    };
    part.responses.push(response);
    parts.set(key, part);
  }
  return { system: 'delighted', parts: [...parts.values()] };
}

function objectsIn(text: string): Record<string, unknown>[] | null {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole.map(objectOf);
  if (whole !== undefined) {
    const inner = Object.values(objectOf(whole)).find((value) => Array.isArray(value));
    return (Array.isArray(inner) ? inner : [whole]).map(objectOf);
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const objects = lines.map(parsed);
  return objects.every((one) => one !== undefined) ? objects.map(objectOf) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}
