import { createHash } from 'node:crypto';
import type { Answer } from '../../../contract/collect.ts';
import { LOCALES, textIn } from '../../../contract/locale.ts';
import { SCALES, TRUSTS } from '../../../contract/metric.ts';
import { isScored } from '../../../contract/questionType.ts';
import type { Question } from '../../../contract/survey.ts';
import type { Note } from '../../connectors/connector.ts';
import type { WorkspaceState } from '../state.ts';
import type { ConnectionRecord } from '../tables/connections.ts';
import type { ResponseRecord } from '../tables/responses.ts';
import { NOTE_WORDS, type NoteWords } from './noteWords.ts';

/** What is asked for to reach somebody is theirs already, or nobody's business there. */
const UNTOLD = new Set(['email', 'phone', 'consent', 'message']);

/** A response as it is to stand on a contact of another system, in the first language of the workspace that we speak. */
export function noteOf(
  state: WorkspaceState,
  connection: Pick<ConnectionRecord, 'id' | 'origin'>,
  record: ResponseRecord,
  contact: string,
): Note {
  const { languages } = state.settings.read();
  const spoken = languages.map((tag) => tag.split('-')[0]);
  const locale = spoken.flatMap((tag) => LOCALES.filter((one) => one === tag))[0] ?? 'en';
  const words = NOTE_WORDS[locale];
  const survey = state.surveys.byNumber(record.survey);
  const definition = survey ? state.surveys.version(survey, record.version) : null;
  const questions = definition?.questions ?? [];
  const said = questions.flatMap((question) => {
    const answer = record.answers.find((one) => one.question === question.id);
    const text = answer && !UNTOLD.has(question.type) ? wordsOf(question, answer.value, words, locale) : '';
    return text === '' ? [] : [{ question, text }];
  });
  const headline = said.find(({ question }) => isScored(question.type))?.text ?? words.answered;
  const touchpoint = state.journey.byNumber(record.touchpoint);
  return {
    contact,
    title: `${definition?.name ?? survey?.id ?? ''}: ${headline}`,
    lines: [
      ...said.map(({ question, text }) => `${textIn(question.text, locale)} — ${text}`),
      ...(touchpoint ? [`${words.touchpoint}: ${textIn(touchpoint.name, locale)}`] : []),
      words.trust[TRUSTS[record.trust] ?? 'anonymous'],
      `${words.open}: ${connection.origin}/responses?open=${record.id}`,
    ],
    at: record.startedAt,
    marker: markerOf(connection.id, record.seq),
  };
}

/** By what a note is known again, whatever becomes of the response's own id. */
export function markerOf(connection: string, seq: number): string {
  return `Touchstone ${connection.slice(-12)}-${seq}`;
}

/** What a note says, in short: whether it has to be written anew. */
export function digestOf({ title, lines, at }: Note): string {
  return createHash('sha256')
    .update(JSON.stringify([title, lines, at]))
    .digest('base64url');
}

function wordsOf(question: Question, value: Answer['value'], words: NoteWords, locale: string): string {
  const scale = isScored(question.type) ? SCALES[question.type] : null;
  if (question.type === 'thumbs') return value === 1 ? words.yes : words.no;
  if (typeof value === 'number') return scale ? words.outOf(String(value), String(scale.high)) : String(value);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string')
    return ['single', 'emotion'].includes(question.type) ? chosen(question, value, locale) : value;
  if (Array.isArray(value)) return value.map((one) => chosen(question, String(one), locale)).join(', ');
  if (typeof value === 'object' && value !== null && 'expected' in value) {
    return words.expected(String(value.expected), String(value.experienced));
  }
  return '';
}

/** An option in its own words; what somebody wrote instead comes as `other:…`. */
function chosen(question: Question, id: string, locale: string): string {
  const option = question.options?.find((one) => one.id === id);
  return option ? textIn(option.text, locale) : id.replace(/^other:/, '');
}
