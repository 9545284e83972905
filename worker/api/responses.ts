import * as z from 'zod';
import { day, key, languageTag, text } from '../../contract/bounds.ts';
import { QUERY_MAX } from '../../contract/limits.ts';
import { METRICS, TRUSTS } from '../../contract/metric.ts';
import { responseCounts, responseDetail, responseSummary } from '../../contract/response.ts';
import { notFound, ProblemError } from '../errors.ts';
import { isMasked } from './caller.ts';
import { csvOf } from './csv.ts';
import { commaList, defined, listOf, paging } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

const filters = {
  survey: commaList(key),
  touchpoint: commaList(key),
  metric: commaList(z.enum(METRICS)),
  score: commaList(z.coerce.number().int().min(-10).max(100)),
  trust: commaList(z.enum(TRUSTS)),
  site: commaList(key),
  language: commaList(languageTag),
  contact: key.optional(),
  from: day.optional(),
  to: day.optional(),
  q: text(QUERY_MAX).optional(),
  /** Answers given while trying things out: `exclude` without it. */
  test: z.enum(['exclude', 'include', 'only']).optional(),
  /** Of people in one of these segments; of a company's. */
  segment: commaList(key),
  company: key.optional(),
};
const id = z.object({ id: key });

/** `/api/responses` */
export const responses = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'Responses, newest first',
      request: { query: z.object({ ...filters, ...paging }) },
      responses: { 200: answer('A page of responses', listOf(responseSummary)), ...PROBLEMS },
    }),
    async (c) => {
      const { cursor, limit, ...query } = c.req.valid('query');
      const asked = { query: defined(query), masked: isMasked(c.var.caller), now: c.var.now };
      return c.json(await c.var.workspace.listResponses(asked, { limit, ...defined({ cursor }) }), 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/counts',
      summary: 'How many responses each choice of each filter would leave',
      request: { query: z.object(filters) },
      responses: { 200: answer('Counts', responseCounts), ...PROBLEMS },
    }),
    async (c) => {
      const asked = { query: defined(c.req.valid('query')), masked: isMasked(c.var.caller), now: c.var.now };
      return c.json(await c.var.workspace.countResponses(asked), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/export',
      summary: 'The filtered list as CSV, every page of it',
      request: { query: z.object(filters) },
      responses: {
        200: { description: 'CSV in UTF-8 with a byte order mark', content: { 'text/csv': { schema: z.string() } } },
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const query = defined(c.req.valid('query'));
      const { workspace, caller, now } = c.var;
      await workspace.audit({
        now,
        actor: caller.actor,
        verb: 'responses.exported',
        subject: 'workspace',
        payload: query,
      });
      return new Response(
        csvOf((page) => workspace.listResponses({ query, masked: false, now }, page)),
        {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            // Only days come into the name: nothing a stranger wrote.
            'content-disposition': `attachment; filename="${fileName(query, now)}"`,
            'cache-control': 'no-store',
          },
        },
      );
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}',
      summary: 'One response, with why it belongs to this person',
      request: { params: id },
      responses: { 200: answer('The response', responseDetail), ...PROBLEMS },
    }),
    async (c) => {
      const response = await c.var.workspace.readResponse({
        id: c.req.valid('param').id,
        masked: isMasked(c.var.caller),
      });
      if (!response) throw notFound('There is no such response.');
      return c.json(response, 200);
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'put',
      path: '/{id}/contact',
      summary: 'Tie a response to a contact by hand, or to nobody',
      request: { params: id, body: jsonBody(z.object({ contact: key.nullable() })) },
      responses: {
        200: answer('The response', responseDetail),
        409: problemAnswer('It is nobody’s for good'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { contact } = c.req.valid('json');
      const decided = await c.var.workspace.retieResponse({
        id: c.req.valid('param').id,
        contact,
        actor: c.var.caller.actor,
        now: c.var.now,
      });
      if (!decided.ok) throw new ProblemError(decided.status, 'match', decided.detail);
      return c.json(decided.response, 200);
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'post',
      path: '/{id}/undo',
      summary: 'Undo the decision that tied a response',
      request: { params: id },
      responses: { 200: answer('The response', responseDetail), 409: problemAnswer('Nothing to undo'), ...PROBLEMS },
    }),
    async (c) => {
      const decided = await c.var.workspace.undoMatch({
        id: c.req.valid('param').id,
        actor: c.var.caller.actor,
        now: c.var.now,
      });
      if (!decided.ok) throw new ProblemError(decided.status, 'match', decided.detail);
      return c.json(decided.response, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'delete',
      path: '/tests',
      summary: 'Take every answer out that was given while trying things out, contents and all',
      responses: { 200: answer('How many there were', z.object({ deleted: z.int() })), ...PROBLEMS },
    }),
    async (c) => c.json(await c.var.workspace.deleteTests({ actor: c.var.caller.actor, now: c.var.now }), 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'delete',
      path: '/{id}',
      summary: 'Take a response out of every list and figure',
      request: { params: id },
      responses: { 204: { description: 'Done' }, ...PROBLEMS },
    }),
    async (c) => {
      const done = await c.var.workspace.deleteResponse({
        id: c.req.valid('param').id,
        actor: c.var.caller.actor,
        now: c.var.now,
      });
      if (!done) throw notFound('There is no such response.');
      return c.body(null, 204);
    },
  );

function fileName({ from, to }: { from?: string; to?: string }, now: number): string {
  const today = new Date(now).toISOString().slice(0, 10);
  return from || to ? `responses-${from ?? 'begin'}-${to ?? today}.csv` : `responses-${today}.csv`;
}
