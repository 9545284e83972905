import * as z from 'zod';
import { uuid7 } from '../../contract/bounds.ts';
import {
  type ConnectionTest,
  connection,
  connectionCreate,
  connectionEdit,
  connectionFields,
  connectionRun,
  connectionTest,
  syncLogEntry,
} from '../../contract/connection.ts';
import { CONNECTORS } from '../connectors/connectors.ts';
import { notFound, ProblemError } from '../errors.ts';
import { isSafe } from '../outbound/isSafe.ts';
import { defined, listOf, paging } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

const params = z.object({ id: uuid7 });
const NONE = 'There is no such connection.';
const UNFIT = {
  422: problemAnswer('The address is none of that system’s, or the credentials are another system’s'),
};

/** `/api/connections`. Credentials go in and never come out. */
export const connections = resource()
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/',
      summary: 'Connections to customer systems, with how they are',
      responses: { 200: answer('All connections', listOf(connection)), ...PROBLEMS },
    }),
    async (c) => c.json({ items: await c.var.workspace.connections(), next: null }, 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/',
      summary: 'Connect a customer system; it is paused until it is resumed',
      request: { body: jsonBody(connectionCreate) },
      responses: { 201: answer('The connection', connection), ...UNFIT, ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const { credentials, ...wanted } = c.req.valid('json');
      checkHost(wanted.system, wanted.host, c.env.OUTBOUND_ALLOW);
      const { origin } = new URL(c.req.url);
      const made = await workspace.createConnection({ wanted, credentials, origin, actor: caller.actor, now });
      return c.json(made, 201);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/{id}',
      summary: 'One connection',
      request: { params },
      responses: { 200: answer('The connection', connection), ...PROBLEMS },
    }),
    async (c) => {
      const found = await c.var.workspace.connection(c.req.valid('param').id);
      if (!found) throw notFound(NONE);
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'patch',
      path: '/{id}',
      summary: 'Change a connection; credentials left out stay as they are',
      request: { params, body: jsonBody(connectionEdit) },
      responses: { 200: answer('The connection', connection), ...UNFIT, ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const { id } = c.req.valid('param');
      const { credentials, ...edit } = defined(c.req.valid('json'));
      const known = await workspace.connection(id);
      if (!known) throw notFound(NONE);
      checkHost(known.system, edit.host, c.env.OUTBOUND_ALLOW);
      if (credentials && 'token' in credentials !== (known.system === 'hubspot')) {
        throw unfit('/credentials', 'are of another system');
      }
      const outcome = await workspace.editConnection({
        id,
        edit,
        ...(credentials ? { credentials } : {}),
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, 'connection', outcome.detail);
      return c.json(outcome.connection, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'delete',
      path: '/{id}',
      summary: 'End a connection; what it brought stays, and what was written there too',
      request: { params },
      responses: { 204: { description: 'It is gone' }, ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const { id } = c.req.valid('param');
      if (!(await workspace.removeConnection({ id, actor: caller.actor, now }))) throw notFound(NONE);
      return c.body(null, 204);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/test',
      summary: 'Try whether it will do what a run needs',
      request: { params },
      responses: { 200: answer('What it said', connectionTest), ...PROBLEMS },
    }),
    async (c) => {
      const { workspace, now } = c.var;
      const said = await workspace.testConnection({ id: c.req.valid('param').id, now });
      if (!said) throw notFound(NONE);
      return c.json(said, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/{id}/fields',
      summary: 'Their fields, for the mapping',
      request: { params },
      responses: {
        200: answer('Fields of people and companies', connectionFields),
        409: problemAnswer('They cannot be asked now; `type` says why'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const fields = await c.var.workspace.connectionFields(c.req.valid('param').id);
      if (!fields) throw notFound(NONE);
      if ('ok' in fields) throw unreachable(fields);
      return c.json(fields, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/{id}/log',
      summary: 'What it did, newest first',
      request: { params, query: z.object(paging) },
      responses: { 200: answer('A page of lines', listOf(syncLogEntry)), ...PROBLEMS },
    }),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const { id } = c.req.valid('param');
      const page = await c.var.workspace.connectionLog({ id, limit, ...defined({ cursor }) });
      if (!page) throw notFound(NONE);
      return c.json(page, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/run',
      summary: 'Run it now; `full` reads everything again',
      request: { params, body: jsonBody(connectionRun) },
      responses: { 200: answer('The connection', connection), 409: problemAnswer('It is paused'), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const { full = false } = c.req.valid('json');
      const outcome = await workspace.runConnection({ id: c.req.valid('param').id, full, actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, 'connection', outcome.detail);
      return c.json(outcome.connection, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/pause',
      summary: 'Stop it at once',
      request: { params },
      responses: { 200: answer('The connection', connection), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.pauseConnection({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, 'connection', outcome.detail);
      return c.json(outcome.connection, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/resume',
      summary: 'Have it run, from where it was',
      request: { params },
      responses: { 200: answer('The connection', connection), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.resumeConnection({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, 'connection', outcome.detail);
      return c.json(outcome.connection, 200);
    },
  );

/** Credentials go to this address: it must be one of that system's. */
function checkHost(system: keyof typeof CONNECTORS, host: string | undefined, allow: string | undefined): void {
  if (host === undefined) return;
  const url = new URL(host);
  if (allow?.split(',').includes(url.host)) return;
  const { isHost, isOrganisation = isHost } = CONNECTORS[system];
  if (!isSafe(url, []) || !isHost(url.hostname)) throw unfit('/host', 'is not an https address of that system');
  if (!isOrganisation(url.hostname)) throw unfit('/host', 'is not the address of an organisation of its own');
}

function unfit(pointer: string, message: string): ProblemError {
  return new ProblemError(422, 'connection-refused', 'This connection cannot be made.', {
    errors: [{ pointer, message }],
  });
}

function unreachable({ code }: Extract<ConnectionTest, { ok: false }>): ProblemError {
  return new ProblemError(409, `connection-${code}`, 'The other system could not be asked.');
}
