import { createHash } from 'node:crypto';
import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import {
  FEEDBACK_ROWS_MAX,
  type FeedbackBody,
  type FeedbackPlan,
  type FeedbackVerdict,
  feedbackBody,
  feedbackImport,
  feedbackPlan,
} from '../../contract/feedback.ts';
import { EMAIL_MAX, EXTERNAL_ID_MAX, KEY_MAX, NAME_MAX, PHONE_MAX } from '../../contract/limits.ts';
import { type SurveyDefinition, surveyDefinition } from '../../contract/survey.ts';
import { notFound, ProblemError } from '../errors.ts';
import { type PlannedFile, type PlannedRow, planRows, type ReadRow } from '../feedback-files/planRows.ts';
import { readFeedback } from '../feedback-files/readFeedback.ts';
import type { PastResponse, PastVerdict } from '../workspace/verbs/intake/importFeedback.ts';
import { listOf } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

/** So many rows the workspace takes at once: between them it takes answers. */
const AT_ONCE = 200;
/** So many rows are shown that are taken. */
const SHOWN = 200;
const SHOWN_REFUSED = 1_000;

const params = z.object({ id: key });
const unreadable = problemAnswer('The file is of nobody known, or nothing in it can be taken');

interface Planned {
  system: string;
  file: PlannedFile;
  /** By row, what is here of it; null where the file itself says no. */
  verdicts: (PastVerdict | null)[];
}

type Workspace = Parameters<Parameters<ReturnType<typeof resource>['openapi']>[1]>[0]['var']['workspace'];

/** `/api/feedback`: past feedback of other tools. */
export const feedback = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'Files of past feedback that were brought in, the latest first',
      responses: { 200: answer('All imports', listOf(feedbackImport)), ...PROBLEMS },
    }),
    async (c) => c.json({ items: await c.var.workspace.listFeedback(), next: null }, 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/plan',
      summary: 'What a file of past feedback would become: its questions, and a verdict for every row. Writes nothing',
      request: { body: jsonBody(feedbackBody) },
      responses: { 200: answer('The plan', feedbackPlan), 422: unreadable, ...PROBLEMS },
    }),
    async (c) => {
      const { workspace, now } = c.var;
      return c.json(presentPlan(await plan(workspace, c.req.valid('json'), now)), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/',
      summary: 'Bring past feedback in, with its own dates and people; what came before is left alone',
      request: { body: jsonBody(feedbackBody) },
      responses: { 201: answer('The import', feedbackImport), 422: unreadable, ...PROBLEMS },
    }),
    async (c) => {
      const { workspace, caller, now } = c.var;
      const body = c.req.valid('json');
      const planned = await plan(workspace, body, now);
      const { system, file } = planned;
      const parts = file.parts.flatMap(({ part, questions }) => {
        const asked = questions.flatMap(({ question }) => question ?? []);
        return asked.length > 0 ? [{ part, ...surveyFor(system, part, body, asked) }] : [];
      });
      if (parts.length === 0) throw new ProblemError(422, 'no-question', 'No question of the file is taken along.');
      const id = await workspace.beginFeedback({ file: body.name, system, parts, actor: caller.actor, now });
      const rows = file.rows.filter((row) => row.why === null);
      const sum = { known: 0, erased: 0 };
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        const some = rows.slice(at, at + AT_ONCE).map((row) => pastOf(system, row));
        const { known, erased } = await workspace.takeFeedback({ id, rows: some, now });
        sum.known += known;
        sum.erased += erased;
      }
      const { skip, refuse } = countFaults(file.rows);
      const done = await workspace.finishFeedback({ id, skip: skip + sum.known, refuse: refuse + sum.erased });
      if (!done) throw notFound('There is no such import.');
      return c.json(done, 201);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/undo',
      summary: 'Take an import back: its answers are deleted, its people as they were before',
      request: { params },
      responses: { 200: answer('The import', feedbackImport), ...PROBLEMS },
    }),
    async (c) => {
      const { workspace, caller, now } = c.var;
      const { id } = c.req.valid('param');
      for (;;) {
        const step = await workspace.undoFeedback({ id, actor: caller.actor, now });
        if (!step) throw notFound('There is no such import.');
        if (!step.more) return c.json(step.import, 200);
      }
    },
  );

async function plan(workspace: Workspace, body: FeedbackBody, now: number): Promise<Planned> {
  const read = readFeedback(new Uint8Array(Buffer.from(body.file, 'base64')));
  if (!read)
    throw new ProblemError(422, 'file-unknown', 'This is no export of Delighted, Typeform, SurveyMonkey or Qualtrics.');
  const file = planRows(read, body.choices, now);
  if (file.rows.length > FEEDBACK_ROWS_MAX) {
    throw new ProblemError(422, 'too-many-rows', `A file may have ${FEEDBACK_ROWS_MAX} answers at most.`);
  }
  const verdicts: (PastVerdict | null)[] = [];
  for (let at = 0; at < file.rows.length; at += AT_ONCE * 5) {
    const some = file.rows.slice(at, at + AT_ONCE * 5);
    const rows = some.filter((row) => row.why === null).map((row) => pastOf(read.system, row));
    const known = await workspace.planFeedback({
      system: read.system,
      rows: rows.map(({ source, person }) => ({ source, person })),
    });
    for (const row of some) verdicts.push(row.why === null ? (known.shift() ?? null) : null);
  }
  return { system: read.system, file, verdicts };
}

function presentPlan({ system, file, verdicts }: Planned): FeedbackPlan {
  const counts = { create: 0, skip: 0, refuse: 0 };
  const people = { known: new Set<string>(), new: new Set<string>() };
  let nobody = 0;
  const rows: FeedbackVerdict[] = [];
  let shownTaken = 0;
  let shownRefused = 0;
  for (const [index, row] of file.rows.entries()) {
    const found = verdicts[index] ?? null;
    const why = row.why ?? (found?.isKnown ? 'known' : found?.isErased ? 'erased' : null);
    const verdict = verdictOf(why);
    counts[verdict] += 1;
    const person = found?.person ?? 'nobody';
    if (verdict === 'create' && row.why === null) {
      if (person === 'nobody') nobody += 1;
      else people[person].add((row.person.email || row.person.externalId).toLowerCase());
    }
    const isShown = verdict === 'create' ? shownTaken++ < SHOWN : shownRefused++ < SHOWN_REFUSED;
    if (!isShown) continue;
    rows.push({ part: row.part, line: row.line, verdict, why, at: row.at === null ? null : instantOf(row.at), person });
  }
  return {
    system,
    questions: file.parts.flatMap(({ questions }) => questions.map(({ about }) => about)),
    counts,
    people: { known: people.known.size, new: people.new.size, nobody },
    rows,
  };
}

/** What is left out for good reason is skipped; what cannot be taken is refused. */
function verdictOf(why: PlannedRow['why']): FeedbackVerdict['verdict'] {
  if (why === null) return 'create';
  return why === 'known' || why === 'preview' || why === 'twice' || why === 'no-answer' ? 'skip' : 'refuse';
}

function countFaults(rows: readonly PlannedRow[]): { skip: number; refuse: number } {
  const counts = { create: 0, skip: 0, refuse: 0 };
  for (const { why } of rows) counts[verdictOf(why)] += 1;
  return counts;
}

/** A row as the workspace takes it, bounded. */
function pastOf(system: string, { part, id, at, complete, person, locale, answers }: ReadRow): PastResponse {
  return {
    source: createHash('sha256')
      .update(JSON.stringify([system, part, id]))
      .digest('base64url')
      .slice(0, 24),
    part,
    at,
    complete,
    person: {
      email: person.email.length <= EMAIL_MAX ? person.email : '',
      phone: person.phone.length <= PHONE_MAX ? person.phone : '',
      name: person.name.slice(0, NAME_MAX).toWellFormed(),
      externalId: person.externalId.length <= EXTERNAL_ID_MAX ? person.externalId : '',
    },
    locale,
    answers,
  };
}

/** The survey that holds a part's answers: one a tool and name, so that the next file of it continues there. */
function surveyFor(
  system: string,
  part: string,
  { name, touchpoint }: FeedbackBody,
  questions: SurveyDefinition['questions'],
): { survey: string; definition: SurveyDefinition } {
  const called = name.replace(/\.(?:csv|tsv|txt|json|jsonl|ndjson)$/i, '');
  const hash = createHash('sha256').update(called).digest('hex').slice(0, 8);
  const plain = part.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 20);
  const survey = ['imported', system, plain, hash].filter(Boolean).join('-').slice(0, KEY_MAX);
  const definition = surveyDefinition.parse({
    name: (part ? `${called} (${part})` : called).slice(0, NAME_MAX),
    touchpoint,
    questions,
    triggers: { placed: true },
    period: 0,
    locales: ['en'],
  });
  return { survey, definition };
}

function instantOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) || Math.abs(at) > 8e15 ? new Date(0).toISOString() : date.toISOString();
}
