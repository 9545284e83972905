import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { erasure } from '../../contract/erasure.ts';
import { notFound, ProblemError } from '../errors.ts';
import { defined, listOf, paging } from './page.ts';
import { adminRoute, answer, PROBLEMS, resource } from './route.ts';

const id = z.object({ id: key });

/** `/api/erasures` */
export const erasures = resource()
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/',
      summary: 'Certificates of erasures, newest first; they name nobody',
      request: { query: z.object(paging) },
      responses: { 200: answer('A page of certificates', listOf(erasure)), ...PROBLEMS },
    }),
    async (c) => {
      const { limit, ...rest } = c.req.valid('query');
      return c.json(await c.var.workspace.listErasures({ limit, ...defined(rest) }), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/{id}',
      summary: 'The certificate of an erasure, and whether its proof holds',
      request: { params: id },
      responses: { 200: answer('The certificate', erasure), ...PROBLEMS },
    }),
    async (c) => {
      const found = await c.var.workspace.readErasure(c.req.valid('param').id);
      if (!found) throw notFound('There is no such erasure.');
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('owner', {
      method: 'post',
      path: '/{id}/lift',
      summary: 'Let whoever was erased come back; what was erased stays erased',
      request: { params: id },
      responses: { 200: answer('The certificate', erasure), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.liftErasure({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail);
      return c.json(outcome.erasure, 200);
    },
  );
