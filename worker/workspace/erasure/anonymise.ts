import { anonymiseAnswers } from '../../identity/anonymiseAnswers.ts';
import { foldText } from '../../identity/foldText.ts';
import type { WorkspaceState } from '../state.ts';
import { type ResponseRecord, ROW } from '../tables/responses.ts';
import { uuid7 } from '../uuid7.ts';
import { commentOf } from '../verbs/responses/checkAnswers.ts';
import { scrub } from '../verbs/responses/scrub.ts';

const MINUTE = 60_000;

/**
 * An answer that is nobody's any more: scores, choices, language, country, kind of device and the minute stay, so that
 * figures do; words, addresses, pages, browser and its id go.
 */
export function anonymised(state: WorkspaceState, record: ResponseRecord, now: number): ResponseRecord {
  return {
    ...wordless(state, record, now),
    id: uuid7(record.receivedAt, state.random),
    contact: null,
    visitor: null,
    page: { url: originOf(record.page.url), title: null, referrer: null },
    device: { type: record.device.type, browser: null, os: null },
    context: null,
    flags: record.flags | ROW.anonymised | ROW.wordless,
    startedAt: wholeMinute(record.startedAt),
    receivedAt: wholeMinute(record.receivedAt),
  };
}

/** An answer without what somebody wrote, and without the page they wrote it on; it stays theirs. */
export function wordless(state: WorkspaceState, record: ResponseRecord, now: number): ResponseRecord {
  const survey = state.surveys.byNumber(record.survey);
  const questions = (survey && state.surveys.version(survey, record.version)?.questions) ?? [];
  const answers = anonymiseAnswers(questions, record.answers);
  const comment = commentOf(questions, answers);
  return {
    ...record,
    answers,
    comment,
    folded: comment && foldText(comment),
    page: { url: withoutQuery(record.page.url), title: null, referrer: null },
    context: null,
    flags: record.flags | ROW.wordless,
    updatedAt: now,
  };
}

/** An answer whose contents went with its person: in no list and no figure. */
export function emptied(state: WorkspaceState, record: ResponseRecord, now: number): ResponseRecord {
  const gone = anonymised(state, record, now);
  scrub(gone);
  gone.device = { type: 'unknown', browser: null, os: null };
  gone.locale = null;
  gone.country = null;
  return gone;
}

function wholeMinute(at: number): number {
  return at - (at % MINUTE);
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

function withoutQuery(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
