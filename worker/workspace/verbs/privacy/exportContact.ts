import type { Answer } from '../../../../contract/collect.ts';
import { METRICS, OUTCOMES, TRUSTS } from '../../../../contract/metric.ts';
import type { PersonExport } from '../../../../contract/personExport.ts';
import type { Question } from '../../../../contract/survey.ts';
import type { Actor } from '../../auditTrail.ts';
import { personOf } from '../../erasure/personOf.ts';
import { channelOf } from '../../factsOf.ts';
import { segmentsOf } from '../../segmentsOf.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ContactRecord } from '../../tables/contacts.ts';
import { type ResponseRecord, ROW } from '../../tables/responses.ts';
import { rootOf } from '../people/contacts.ts';
import { presentIdentifier } from '../people/presentContact.ts';
import { consentsOf } from './consents.ts';

const EVERY = Number.MAX_SAFE_INTEGER;

/** Everything that is kept of one person, for themselves: root and leaves, and nothing of anybody else. */
export function exportContact(
  state: WorkspaceState,
  { id, actor, now }: { id: string; actor: Actor; now: number },
): PersonExport | null {
  const root = rootOf(state, id);
  if (!root) return null;
  const person = personOf(state, root);
  const { contacts } = person;
  const family = new Set(contacts);
  const ids = new Map(person.records.map((record) => [record.number, record.id]));
  const segments = segmentsOf(state, root.number, now);
  const surveyOf = (number: number) => state.surveys.byNumber(number);
  const never = state.unasked.ofContacts(contacts);
  const batches = new Set(state.imports.packsTouching(contacts).map(({ key }) => state.imports.numberOf(key)));
  const copy: PersonExport = {
    format: 'touchstone-person-1',
    exportedAt: iso(now),
    workspace: state.settings.read().name,
    person: {
      id: root.id,
      name: root.name,
      company: root.company,
      attributes: root.attributes,
      provenance: root.provenance,
      createdAt: iso(root.createdAt),
      updatedAt: iso(root.updatedAt),
    },
    records: person.records.map((record) => presentRecord(record, ids)),
    identifiers: person.identifiers.map((record) => presentIdentifier(record, false)),
    responses: person.responses
      .filter(({ contact }) => contact !== null && family.has(contact))
      .map((record) => presentAnswer(state, record)),
    displays: state.displays
      .bySeqs(person.displays)
      .filter(({ contact }) => contact !== null && family.has(contact))
      .map((record) => ({
        survey: surveyOf(record.survey)?.id ?? '',
        surveyName: surveyOf(record.survey)?.name ?? '',
        touchpoint: state.journey.byNumber(record.touchpoint)?.id ?? null,
        outcome: OUTCOMES[record.outcome] ?? 'shown',
        visitor: record.visitor,
        at: iso(record.at),
      })),
    events: state.events
      .ofContacts(contacts, { at: EVERY, seq: EVERY }, EVERY)
      .map(({ name, at, source, properties }) => ({ name, at: iso(at), source, properties })),
    consents: consentsOf(state, contacts),
    merges: state.merges.ofContacts(contacts).map(({ at, by, method, undoneAt, undoneBy }) => ({
      at: iso(at),
      by,
      method,
      undoneAt: undoneAt === null ? null : iso(undoneAt),
      undoneBy,
    })),
    segments: state.segments
      .all()
      .filter((segment) => segments.has(segment.id))
      .map(({ id: segment, name }) => ({ id: segment, name })),
    decisions: state.decisions.ofContacts(contacts).map(({ survey, at, reason }) => ({
      survey: surveyOf(survey)?.id ?? '',
      name: surveyOf(survey)?.name ?? '',
      at: iso(at),
      shown: reason === null,
      reason,
    })),
    neverAsk: never ? iso(never.at) : null,
    invitations: state.personal.invitations(contacts).map((record) => ({
      id: record.id,
      survey: surveyOf(record.survey)?.id ?? '',
      createdAt: iso(record.created_at),
      expiresAt: iso(record.expires_at),
      revokedAt: record.revoked_at === null ? null : iso(record.revoked_at),
    })),
    imports: [...batches].flatMap((number) => {
      const batch = state.imports.byNumber(number);
      return batch ? [{ id: batch.id, file: batch.file.name, at: iso(batch.createdAt) }] : [];
    }),
  };
  state.audit.record({ at: now, actor, verb: 'contact.exported', subject: `contact:${root.id}` });
  return copy;
}

function presentRecord(record: ContactRecord, ids: ReadonlyMap<number, string>): PersonExport['records'][number] {
  const { id, name, company, attributes, provenance, source } = record;
  return {
    id,
    name,
    company,
    attributes,
    provenance,
    source,
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.updatedAt),
    mergedInto: (record.parent !== null && ids.get(record.parent)) || null,
  };
}

function presentAnswer(state: WorkspaceState, record: ResponseRecord): PersonExport['responses'][number] {
  const survey = state.surveys.byNumber(record.survey);
  const definition = survey ? state.surveys.version(survey, record.version) : null;
  return {
    id: record.id,
    survey: survey?.id ?? '',
    surveyName: definition?.name ?? '',
    version: record.version,
    touchpoint: state.journey.byNumber(record.touchpoint)?.id ?? null,
    startedAt: iso(record.startedAt),
    receivedAt: iso(record.receivedAt),
    complete: (record.flags & ROW.complete) !== 0,
    test: (record.flags & ROW.test) !== 0,
    removed: (record.flags & ROW.deleted) !== 0,
    trust: TRUSTS[record.trust] ?? 'anonymous',
    metric: METRICS[record.metric] ?? 'none',
    score: record.score,
    comment: record.comment,
    answers: record.answers.map((answer) => {
      const question = definition?.questions.find(({ id }) => id === answer.question);
      return {
        question: answer.question,
        type: question?.type ?? null,
        text: { ...question?.text } as Record<string, string>,
        value: answer.value,
        chosen: chosenOf(question, answer.value),
      };
    }),
    visitor: record.visitor,
    page: record.page,
    locale: record.locale,
    device: record.device,
    country: record.country,
    site: state.words.value('site', record.site) ?? '',
    channel: channelOf(record),
    context: record.context ?? {},
    matches: state.matches.of(record.seq).map(({ method, state: tied, evidence, at, by }) => ({
      method,
      state: tied,
      evidence,
      at: iso(at),
      by,
    })),
  };
}

function chosenOf(question: Question | undefined, value: Answer['value']): Record<string, string>[] {
  const values = Array.isArray(value) ? value : [value];
  return (question?.options ?? []).flatMap(({ id, text }) =>
    values.includes(id) ? [{ ...text } as Record<string, string>] : [],
  );
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
