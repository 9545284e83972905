import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { responseSummary } from '../../contract/response.ts';
import {
  segment,
  segmentCreate,
  segmentEdit,
  segmentFields,
  segmentPreview,
  segmentRule,
  segmentSummary,
} from '../../contract/segment.ts';
import { notFound, ProblemError } from '../errors.ts';
import { isMasked } from './caller.ts';
import { defined, listOf, paging } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

const id = z.object({ id: key });
const missing = () => notFound('There is no such segment.');

/** `/api/segments` */
export const segments = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'All segments, oldest first',
      responses: { 200: answer('The segments', listOf(segmentSummary)), ...PROBLEMS },
    }),
    async (c) => c.json({ items: await c.var.workspace.listSegments(c.var.now), next: null }, 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/',
      summary: 'Save conditions as a segment',
      request: { body: jsonBody(segmentCreate) },
      responses: {
        201: answer('The segment', segment),
        409: problemAnswer('There are as many as there may be'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const outcome = await workspace.createSegment({ segment: c.req.valid('json'), actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail);
      return c.json(outcome.segment, 201);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/preview',
      summary: 'Who conditions would cover now; counted from an even sample where there are many people',
      request: { body: jsonBody(z.object({ rule: segmentRule })) },
      responses: { 200: answer('How many, and a few of them', segmentPreview), ...PROBLEMS },
    }),
    async (c) => {
      const { rule } = c.req.valid('json');
      return c.json(await c.var.workspace.previewSegment({ rule, now: c.var.now }), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/fields',
      summary: 'What conditions may speak of: attributes, systems, sources and events seen',
      responses: { 200: answer('The fields', segmentFields), ...PROBLEMS },
    }),
    async (c) => c.json(await c.var.workspace.segmentFields(c.var.now), 200),
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}',
      summary: 'One segment, with its face and how satisfied its people are',
      request: { params: id },
      responses: { 200: answer('The segment', segment), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const found = await workspace.readSegment({ id: c.req.valid('param').id, masked: isMasked(caller), now });
      if (!found) throw missing();
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'patch',
      path: '/{id}',
      summary: 'Change its name, its conditions or its face',
      request: { params: id, body: jsonBody(segmentEdit) },
      responses: { 200: answer('The segment', segment), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const outcome = await workspace.editSegment({
        id: c.req.valid('param').id,
        edit: defined(c.req.valid('json')),
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw missing();
      return c.json(outcome.segment, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'delete',
      path: '/{id}',
      summary: 'Take a segment away; its people stay',
      request: { params: id },
      responses: { 204: { description: 'Done' }, ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      if (!(await workspace.deleteSegment({ id: c.req.valid('param').id, actor: caller.actor, now }))) throw missing();
      return c.body(null, 204);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}/comments',
      summary: 'The latest comments by its people, of which its face may quote one',
      request: { params: id, query: z.object({ limit: paging.limit }) },
      responses: { 200: answer('The comments', listOf(responseSummary)), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const found = await workspace.segmentComments({
        id: c.req.valid('param').id,
        limit: c.req.valid('query').limit,
        masked: isMasked(caller),
        now,
      });
      if (!found) throw missing();
      return c.json({ items: found, next: null }, 200);
    },
  );
