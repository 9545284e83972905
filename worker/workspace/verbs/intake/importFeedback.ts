import type { Answer } from '../../../../contract/collect.ts';
import type { FeedbackImport } from '../../../../contract/feedback.ts';
import { METRICS, TRUSTS } from '../../../../contract/metric.ts';
import { scoreOf } from '../../../../contract/score.ts';
import type { SurveyDefinition } from '../../../../contract/survey.ts';
import { foldText } from '../../../identity/foldText.ts';
import { normaliseIdentifier } from '../../../identity/normaliseIdentifier.ts';
import type { Actor } from '../../auditTrail.ts';
import { headlineMetric, scoredQuestions } from '../../factsOf.ts';
import type { Intake, UndoStep } from '../../intake.ts';
import type { WorkspaceState } from '../../state.ts';
import type { FeedbackImportRecord } from '../../tables/feedbackImports.ts';
import type { MatchRecord } from '../../tables/matches.ts';
import { type ResponseRecord, ROW } from '../../tables/responses.ts';
import { uuid7 } from '../../uuid7.ts';
import { checkAnswers, commentOf } from '../responses/checkAnswers.ts';
import { scrub } from '../responses/scrub.ts';
import { takeIn } from './takeIn.ts';
import { Undoing } from './undoImport.ts';

const CLAIMED = TRUSTS.indexOf('claimed');
const ANONYMOUS = TRUSTS.indexOf('anonymous');
const LISTED = 100;

export interface FeedbackPerson {
  email: string;
  phone: string;
  name: string;
  externalId: string;
}

/** Somebody's past answers as they are stored. */
export interface PastResponse {
  /** Whose they are and what they are called there, hashed. */
  source: string;
  /** The part of the file they stand in. */
  part: string;
  at: number;
  complete: boolean;
  person: FeedbackPerson;
  locale: string | null;
  answers: Answer[];
}

/** What would become of past answers, by what is here now. */
export interface PastVerdict {
  isKnown: boolean;
  isErased: boolean;
  person: 'known' | 'new' | 'nobody';
}

/** Looks at what is here, and writes nothing. */
export function planFeedback(
  state: WorkspaceState,
  { system, rows }: { system: string; rows: readonly { source: string; person: FeedbackPerson }[] },
): PastVerdict[] {
  const known = state.feedbackImports.known(rows.map(({ source }) => source));
  return rows.map(({ source, person }) => {
    const identifiers = identifiersOf(state, system, person);
    const isErased = identifiers.some(({ kind, system, norm }) => state.tombstones.has(kind, system, norm));
    const isThere = identifiers.some(({ kind, system, norm }) => state.identifiers.strong(kind, system, norm) !== null);
    return {
      isKnown: known.has(source),
      isErased,
      person: identifiers.length === 0 ? 'nobody' : isThere ? 'known' : 'new',
    };
  });
}

/** Begins an import: its surveys are made, archived, a version for each set of questions. */
export function beginFeedback(
  state: WorkspaceState,
  input: {
    file: string;
    system: string;
    parts: { part: string; survey: string; definition: SurveyDefinition }[];
    actor: Actor;
    now: number;
  },
): string {
  const { file, system, actor, now } = input;
  const surveys = input.parts.map(({ part, survey: id, definition }) => {
    const known = state.surveys.byId(id);
    const last = known && state.surveys.version(known, known.version);
    if (known && last && JSON.stringify(last) === JSON.stringify(definition))
      return { part, id, version: known.version };
    const version = state.surveys.publish(id, definition, now);
    const made = state.surveys.byId(id);
    // It is answered already: no page asks it.
    if (made) state.surveys.setStatus(made, 'archived');
    return { part, id, version };
  });
  const id = uuid7(now, state.random);
  const counts = { create: 0, skip: 0, refuse: 0 };
  state.feedbackImports.insert({ id, file, system, status: 'running', counts, surveys, actor, at: now });
  state.audit.record({
    at: now,
    actor,
    verb: 'feedback.imported',
    subject: `feedback:${id}`,
    payload: { file, system },
  });
  return id;
}

/**
 * Takes in some rows of an import. What came before, by its source, is left alone. Who answered is as sure as the other
 * tool was, which nobody can check any more: claimed at most.
 */
export function takeFeedback(
  state: WorkspaceState,
  { id, rows, now }: { id: string; rows: readonly PastResponse[]; now: number },
): { taken: number; known: number; erased: number } {
  const record = state.feedbackImports.byId(id);
  if (record?.status !== 'running') throw new Error('this import is over');
  const known = state.feedbackImports.known(rows.map(({ source }) => source));
  const undo: UndoStep[] = [];
  const responses: ResponseRecord[] = [];
  const matches: MatchRecord[] = [];
  const sources: string[] = [];
  let erased = 0;
  for (const row of rows) {
    if (known.has(row.source)) continue;
    known.add(row.source);
    const tied = personOf(state, record, row.person, undo, now);
    if (tied === 'erased') {
      erased += 1;
      continue;
    }
    const response = responseOf(state, record, row, tied.contact, now);
    if (!response) continue;
    sources.push(row.source);
    responses.push(response);
    if (tied.match) matches.push({ ...tied.match, response: response.seq });
  }
  state.addHistory(responses, []);
  state.matches.insertMany(matches);
  state.feedbackImports.addPack(record.number, { seqs: responses.map(({ seq }) => seq), sources, undo });
  state.sealWhenDue(now);
  const taken = responses.length;
  const counts = { ...record.counts, create: record.counts.create + taken };
  state.feedbackImports.update({ ...record, counts });
  return { taken, known: rows.length - taken - erased, erased };
}

/** All rows were taken; says how many were not. */
export function finishFeedback(
  state: WorkspaceState,
  { id, skip, refuse }: { id: string; skip: number; refuse: number },
): FeedbackImport | null {
  const record = state.feedbackImports.byId(id);
  if (!record) return null;
  const done = { ...record, status: 'done' as const, counts: { ...record.counts, skip, refuse } };
  state.feedbackImports.update(done);
  return present(done);
}

export function listFeedback(state: WorkspaceState): FeedbackImport[] {
  return state.feedbackImports.list(LISTED).map(present);
}

/**
 * Takes one pack of an import back, the last first: its answers are deleted, and its people are as they were, unless
 * something is theirs by now.
 *
 * @returns null when there is no such import; whether there is more to take back
 */
export function undoFeedback(
  state: WorkspaceState,
  { id, actor, now }: { id: string; actor: Actor; now: number },
): { more: boolean; import: FeedbackImport } | null {
  const record = state.feedbackImports.byId(id);
  if (!record) return null;
  const pack = state.feedbackImports.takePack(record.number);
  if (pack) {
    for (const response of state.responses.bySeqs(pack.seqs)) {
      scrub(response);
      response.updatedAt = now;
      state.matches.scrub(response.seq);
      state.reviseResponse(response);
      state.retieResponse(response);
    }
    const undone = { steps: 0, removed: 0, restored: 0, parted: 0, keptTotal: 0, kept: [] };
    const undoing = new Undoing(state, { file: { actor }, progress: { undo: undone, made: [] } }, now, new Set());
    for (const step of pack.undo.toReversed()) undoing.takeBack(step, pack.undo);
    return { more: true, import: present(record) };
  }
  if (record.status !== 'undone') {
    record.status = 'undone';
    state.feedbackImports.update(record);
    state.audit.record({
      at: now,
      actor,
      verb: 'feedback.undone',
      subject: `feedback:${id}`,
      payload: { file: record.file },
    });
  }
  return { more: false, import: present(record) };
}

function present({ id, file, system, status, counts, surveys, actor, at }: FeedbackImportRecord): FeedbackImport {
  return {
    id,
    file,
    system,
    status,
    counts,
    surveys: surveys.map((one) => one.id),
    by: actor.name,
    at: new Date(at).toISOString(),
  };
}

function identifiersOf(state: WorkspaceState, system: string, { email, externalId }: FeedbackPerson) {
  const { country } = state.settings.read();
  const told = [
    { kind: 'external' as const, system, norm: externalId && normaliseIdentifier('external', externalId, country) },
    { kind: 'email' as const, system: '', norm: email && normaliseIdentifier('email', email, country) },
  ];
  return told.flatMap(({ norm, ...rest }) => (norm ? [{ ...rest, norm }] : []));
}

/** Whose answers they are. A name or a phone alone is nobody: neither proves anything. */
function personOf(
  state: WorkspaceState,
  record: FeedbackImportRecord,
  person: FeedbackPerson,
  undo: UndoStep[],
  now: number,
): 'erased' | { contact: number | null; match?: Omit<MatchRecord, 'response'> } {
  const identifiers = identifiersOf(state, record.system, person);
  if (identifiers.length === 0) return { contact: null };
  const intake: Intake = {
    source: `import:${record.system}`,
    trust: CLAIMED,
    conflict: 'keep',
    actor: record.actor,
    undo,
  };
  const incoming = {
    externalIds: person.externalId ? [{ system: record.system, value: person.externalId }] : [],
    email: person.email,
    phones: person.phone ? [person.phone] : [],
    name: person.name,
    company: '',
    attributes: {},
    createdAt: null,
    updatedAt: now,
  };
  const taken = takeIn(state, incoming, intake, now);
  if (taken.verdict === 'refuse') return taken.why === 'erased' ? 'erased' : { contact: null };
  // The leaf that the identifier brought, whomever it was merged into.
  const leaf = identifiers
    .map(({ kind, system, norm }) => state.identifiers.strong(kind, system, norm))
    .find((contact) => contact !== null);
  const contact = leaf ?? taken.contact;
  return {
    contact,
    match: {
      n: 1,
      method: 'import',
      state: contact === null ? 'unmatched' : 'tied',
      contact,
      trust: CLAIMED,
      evidence: [
        { kind: 'import', system: record.system, file: record.file },
        ...(person.email ? [{ kind: 'claim' as const, field: 'email' as const, value: person.email }] : []),
        ...(person.externalId
          ? [{ kind: 'claim' as const, field: 'externalId' as const, value: person.externalId }]
          : []),
      ],
      claim: null,
      undoes: null,
      at: now,
      by: 'rule',
    },
  };
}

function responseOf(
  state: WorkspaceState,
  record: FeedbackImportRecord,
  row: PastResponse,
  contact: number | null,
  now: number,
): ResponseRecord | null {
  const held = record.surveys.find(({ part }) => part === row.part);
  const survey = held && state.surveys.byId(held.id);
  const definition = survey && state.surveys.version(survey, held.version);
  if (!survey || !definition) return null;
  const faults = checkAnswers(definition.questions, row.answers);
  if (faults.length > 0) throw new Error(`an answer of a file does not fit: ${faults[0]?.message}`);
  const headline = scoredQuestions(definition.questions)[0];
  const value = row.answers.find((answer) => answer.question === headline?.id)?.value;
  const comment = commentOf(definition.questions, row.answers);
  return {
    seq: state.takeResponseSeq(),
    id: uuid7(row.at, state.random),
    revision: 1,
    site: 0,
    survey: survey.number,
    version: held.version,
    touchpoint: (survey.touchpoint && state.journey.byId(survey.touchpoint)?.number) || 0,
    metric: METRICS.indexOf(headlineMetric(definition.questions)),
    score: headline ? scoreOf(headline.type, value) : null,
    comment,
    folded: comment && foldText(comment),
    answers: row.answers,
    trust: contact === null ? ANONYMOUS : CLAIMED,
    contact,
    visitor: null,
    page: { url: '', title: null, referrer: null },
    locale: row.locale,
    device: { type: 'unknown', browser: null, os: null },
    country: null,
    context: null,
    flags: (row.complete ? ROW.complete : 0) | ROW.imported,
    startedAt: row.at,
    receivedAt: now,
    updatedAt: now,
  };
}
