import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { linkRun, merge, SUGGESTION_STATES, suggestion, suggestionAccept } from '../../contract/identity.ts';
import { ProblemError } from '../errors.ts';
import { isMasked } from './caller.ts';
import { defined, listOf, paging } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

const id = z.object({ id: key });

/** `/api/merges` */
export const merges = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'People made one, newest first; `contact` leaves those of one person',
      request: { query: z.object({ contact: key.optional(), ...paging }) },
      responses: { 200: answer('A page of merges', listOf(merge)), ...PROBLEMS },
    }),
    async (c) => {
      const { limit, ...query } = c.req.valid('query');
      const masked = isMasked(c.var.caller);
      return c.json(await c.var.workspace.listMerges({ ...defined(query), limit, masked }), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/undo',
      summary: 'Part two people again; what was edited on the survivor since stays with the survivor',
      request: { params: id },
      responses: {
        200: answer('The survivor', z.object({ id: z.string() })),
        409: problemAnswer('Undone already, or somebody in it has been erased'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const undone = await workspace.undoMerge({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!undone.ok) throw new ProblemError(undone.status, undone.code, undone.detail);
      return c.json({ id: undone.contact }, 200);
    },
  );

/** `/api/suggestions` */
export const suggestions = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary:
        'Pairs of people who may be one, the surest first; or those decided about, the latest first; `contact` leaves those of one person',
      request: {
        query: z.object({ state: z.enum(SUGGESTION_STATES).default('open'), contact: key.optional(), ...paging }),
      },
      responses: {
        200: answer(
          'A page of pairs, and how many of each state there are',
          listOf(suggestion).extend({ counts: z.record(z.enum(SUGGESTION_STATES), z.int()) }),
        ),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { state, limit, ...query } = c.req.valid('query');
      const masked = isMasked(c.var.caller);
      return c.json(await c.var.workspace.listSuggestions({ ...defined(query), state, limit, masked }), 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/run',
      summary: 'How far the comparison of everybody with everybody is',
      responses: { 200: answer('The run', linkRun), ...PROBLEMS },
    }),
    async (c) => c.json(await c.var.workspace.linkRun(), 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/run',
      summary: 'Compare everybody with everybody anew; it goes on by itself',
      responses: { 200: answer('The run', linkRun), ...PROBLEMS },
    }),
    async (c) => c.json(await c.var.workspace.startLink({ actor: c.var.caller.actor, now: c.var.now }), 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/accept',
      summary: 'The two are one: they are merged',
      request: { params: id, body: jsonBody(suggestionAccept) },
      responses: {
        200: answer('The survivor and the merge', z.object({ id: z.string(), merge: z.string() })),
        409: problemAnswer('Decided about already'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const merged = await workspace.acceptSuggestion({
        id: c.req.valid('param').id,
        ...defined(c.req.valid('json')),
        actor: caller.actor,
        now,
      });
      if (!merged.ok) throw new ProblemError(merged.status, merged.code, merged.detail);
      return c.json({ id: merged.contact, merge: merged.id }, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/reject',
      summary: 'The two are two: they are never asked about again',
      request: { params: id },
      responses: { 204: { description: 'Done' }, 409: problemAnswer('Decided about already'), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const done = await workspace.rejectSuggestion({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!done.ok) throw new ProblemError(done.status, done.code, done.detail);
      return c.body(null, 204);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/undo',
      summary: 'Take back what was decided about two people',
      request: { params: id },
      responses: { 204: { description: 'Done' }, 409: problemAnswer('Nothing to take back'), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const done = await workspace.undoSuggestion({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!done.ok) throw new ProblemError(done.status, done.code, done.detail);
      return c.body(null, 204);
    },
  );
