import type { Consent, ConsentCreate } from '../../../../contract/consent.ts';
import { CONSENT_STATES, PURPOSE_DEFAULT } from '../../../../contract/consented.ts';
import { TRUSTS } from '../../../../contract/metric.ts';
import type { Question } from '../../../../contract/survey.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ConsentRecord } from '../../tables/consents.ts';
import type { ResponseRecord } from '../../tables/responses.ts';
import { uuid7 } from '../../uuid7.ts';
import { rootOf } from '../people/contacts.ts';

const CLAIMED = TRUSTS.indexOf('claimed');

/** What some leaves of one person consented to and took back, newest first; the latest of each purpose holds. */
export function consentsOf(state: WorkspaceState, contacts: readonly number[]): Consent[] {
  const seen = new Set<string>();
  return state.consents.ofContacts(contacts).map((record) => {
    const holds = !seen.has(record.purpose);
    seen.add(record.purpose);
    return presentConsent(state, record, holds);
  });
}

export function listConsents(state: WorkspaceState, id: string): Consent[] | null {
  const root = rootOf(state, id);
  return root ? consentsOf(state, state.contacts.leaves(root.number)) : null;
}

export type ConsentOutcome =
  | { ok: true; consents: Consent[] }
  | {
      ok: false;
      status: 404 | 422;
      code: string;
      detail: string;
      errors?: { pointer: string; message: string }[];
    };

/** Writes down that a person gave or withdrew a consent. What was written before stays. */
export function addConsent(
  state: WorkspaceState,
  input: { id: string; wanted: ConsentCreate; source: 'admin' | 'api' | 'import'; actor: Actor; now: number },
): ConsentOutcome {
  const { wanted, source, actor, now } = input;
  const root = rootOf(state, input.id);
  if (!root) return { ok: false, status: 404, code: 'not-found', detail: 'There is no such contact.' };
  const fault = faultOf(state, wanted, now);
  if (fault) {
    const detail = 'This consent cannot be recorded.';
    return { ok: false, status: 422, code: 'consent-refused', detail, errors: [fault] };
  }
  state.consents.insert({
    id: uuid7(now, state.random),
    contact: root.number,
    purpose: wanted.purpose,
    state: wanted.state,
    at: wanted.at === undefined ? now : Date.parse(wanted.at),
    recordedAt: now,
    source,
    evidence: wanted.evidence ?? '',
    by: actor.name,
    survey: null,
    version: null,
    response: null,
  });
  const payload = { purpose: wanted.purpose, state: wanted.state };
  state.audit.record({ at: now, actor, verb: 'contact.consent', subject: `contact:${root.id}`, payload });
  state.touch([root.number], now);
  return { ok: true, consents: consentsOf(state, state.contacts.leaves(root.number)) };
}

function faultOf(state: WorkspaceState, wanted: ConsentCreate, now: number) {
  if (!state.settings.read().purposes.some(({ id }) => id === wanted.purpose)) {
    return { pointer: '/purpose', message: 'is not a purpose of this workspace' };
  }
  if (wanted.at !== undefined && Date.parse(wanted.at) > now) return { pointer: '/at', message: 'is still to come' };
  return null;
}

/**
 * Writes down what somebody consented to by their answer, once it is known by proof or decision who they are. The same
 * said again is not written again; something else said since is.
 */
export function consentsIn(state: WorkspaceState, record: ResponseRecord, now: number): void {
  const { contact } = record;
  // Whoever only claims to be somebody consents to nothing in their name.
  if (contact === null || record.trust === CLAIMED) return;
  const survey = state.surveys.byNumber(record.survey);
  const questions = (survey && state.surveys.version(survey, record.version)?.questions) ?? [];
  for (const { question, value } of record.answers) {
    const asked = questions.find(({ id }) => id === question);
    const consent = asked && consentedBy(asked, value);
    if (!asked || !consent) continue;
    const { purpose, words } = consent;
    const said = value === false ? 'withdrawn' : 'given';
    const last = state.consents.ofResponse(record.seq, purpose);
    if (last?.state === said && last.contact === contact) continue;
    state.consents.insert({
      id: uuid7(now, state.random),
      contact,
      purpose,
      state: said,
      at: record.updatedAt,
      recordedAt: now,
      source: 'survey',
      evidence: textIn(words, record.locale),
      by: 'rule',
      survey: record.survey,
      version: record.version,
      response: record.seq,
    });
    state.happened([contact], now);
  }
}

/** What an answer consents to, and in which words that was asked; null when to nothing. */
function consentedBy(question: Question, value: unknown): { purpose: string; words: Question['text'] } | null {
  if (question.type === 'consent') return { purpose: question.purpose ?? PURPOSE_DEFAULT, words: question.text };
  // An address comes only with its consent given.
  if ((question.type !== 'email' && question.type !== 'phone') || !question.consent || !value) return null;
  return { purpose: question.type, words: question.consent };
}

/** The words as the visitor read them. */
function textIn(words: Question['text'], locale: string | null): string {
  const language = locale?.split('-', 1)[0];
  return words[locale ?? ''] ?? words[language ?? ''] ?? words['en'] ?? Object.values(words)[0] ?? '';
}

function presentConsent(state: WorkspaceState, record: ConsentRecord, holds: boolean): Consent {
  return {
    id: record.id,
    purpose: record.purpose,
    state: CONSENT_STATES.find((one) => one === record.state) ?? 'given',
    at: new Date(record.at).toISOString(),
    recordedAt: new Date(record.recordedAt).toISOString(),
    source: record.source,
    evidence: record.evidence,
    by: record.by,
    survey: (record.survey !== null && state.surveys.byNumber(record.survey)?.id) || null,
    version: record.version,
    response: (record.response !== null && state.responses.bySeq(record.response)?.id) || null,
    holds,
  };
}
