import { type Emotion, METRICS, TRUSTS, type Trust } from '../../contract/metric.ts';
import type { Match, ResponseDetail, ResponseSummary } from '../../contract/response.ts';
import { emotionOf } from '../../contract/score.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';
import { maskAnswers } from '../identity/maskAnswers.ts';
import { maskAttributes } from '../identity/maskAttributes.ts';
import { maskEvidence } from '../identity/maskEvidence.ts';
import { maskIdentifier } from '../identity/maskIdentifier.ts';
import { maskText } from '../identity/maskText.ts';
import { decisionsInForce } from './decisionsInForce.ts';
import { channelOf } from './factsOf.ts';
import type { WorkspaceState } from './state.ts';
import { ODDITY, type ResponseRecord, ROW } from './tables/responses.ts';

/** Rows as the API shows them, with their people's names: one look-up for all. `masked` hides identifiers. */
export function presentSummary(
  state: WorkspaceState,
  records: readonly ResponseRecord[],
  masked: boolean,
): ResponseSummary[] {
  const names = state.contacts.names(records.flatMap((record) => record.contact ?? []));
  return records.map((record) => ({
    id: record.id,
    revision: record.revision,
    survey: state.surveys.byNumber(record.survey)?.id ?? '',
    version: record.version,
    touchpoint: state.journey.byNumber(record.touchpoint)?.id ?? null,
    metric: METRICS[record.metric] ?? 'none',
    score: record.score,
    emotion: headlineEmotion(state, record),
    comment: record.comment,
    answers: masked ? maskAnswers(definitionOf(state, record)?.questions ?? [], record.answers) : record.answers,
    trust: trustOf(record),
    contact: (record.contact !== null && named(names.get(record.contact), masked)) || null,
    visitor: record.visitor && masked ? maskIdentifier('visitor', record.visitor) : record.visitor,
    page: masked && record.page.title ? { ...record.page, title: maskText(record.page.title) } : record.page,
    locale: record.locale,
    device: record.device,
    site: state.words.value('site', record.site) ?? '',
    channel: channelOf(record),
    country: record.country,
    complete: (record.flags & ROW.complete) !== 0,
    test: (record.flags & ROW.test) !== 0,
    withdrawn: (record.flags & ROW.withdrawn) !== 0,
    imported: (record.flags & ROW.imported) !== 0,
    startedAt: new Date(record.startedAt).toISOString(),
    receivedAt: new Date(record.receivedAt).toISOString(),
  }));
}

/** How sure it is whose it is. Nobody's for good is anonymous, however it was proven once: figures keep that. */
function trustOf(record: ResponseRecord): Trust {
  return record.flags & ROW.anonymised ? 'anonymous' : (TRUSTS[record.trust] ?? 'anonymous');
}

/** A name that is an address is one. */
function named(contact: { id: string; name: string } | undefined, masked: boolean) {
  return contact && masked ? { ...contact, name: maskText(contact.name) } : contact;
}

/** What the visitor named, where that is what their survey measures first. */
function headlineEmotion(state: WorkspaceState, record: ResponseRecord): Emotion | null {
  if (METRICS[record.metric] !== 'emotion') return null;
  const survey = state.surveys.byNumber(record.survey);
  const questions = (survey && state.surveys.version(survey, record.version)?.questions) ?? [];
  const asked = questions.find(({ type }) => type === 'emotion');
  return emotionOf(record.answers.find(({ question }) => question === asked?.id)?.value);
}

/** One row with all that belongs to it. `masked` hides identifiers, for viewers. */
export function presentDetail(state: WorkspaceState, record: ResponseRecord, masked: boolean): ResponseDetail {
  const [summary] = presentSummary(state, [record], masked);
  if (!summary) throw new Error('a row presented is a row answered');
  const definition = definitionOf(state, record);
  return {
    ...summary,
    surveyName: definition?.name ?? summary.survey,
    questions: definition?.questions ?? [],
    match: presentMatch(state, record.seq, masked),
    flags: [
      ...(record.flags & ODDITY.unknownTouchpoint ? (['unknown-touchpoint'] as const) : []),
      ...(record.flags & ODDITY.startReplaced ? (['start-replaced'] as const) : []),
      // It would tell viewers who was erased: they may send what they suspect, and look.
      ...(record.flags & ODDITY.identityDropped && !masked ? (['identity-dropped'] as const) : []),
      ...(record.flags & ROW.anonymised && !masked ? (['anonymised'] as const) : []),
    ],
    context: masked ? maskAttributes(record.context ?? {}) : (record.context ?? {}),
  };
}

/** What was asked; null when no such version is known. */
function definitionOf(state: WorkspaceState, record: ResponseRecord): SurveyDefinition | null {
  const survey = state.surveys.byNumber(record.survey);
  return survey ? state.surveys.version(survey, record.version) : null;
}

function presentMatch(state: WorkspaceState, seq: number, masked: boolean): Match | null {
  const decisions = state.matches.of(seq);
  const current = decisions.at(-1);
  if (!current) return null;
  return {
    method: current.method,
    state: current.state,
    evidence: masked ? current.evidence.map(maskEvidence) : current.evidence,
    at: new Date(current.at).toISOString(),
    by: current.by,
    undoable: decisionsInForce(decisions).some(({ state: tied }) => tied === 'tied'),
  };
}
