import * as z from 'zod';
import { instant } from '../../contract/bounds.ts';
import { defined, listOf, paging } from './page.ts';
import { adminRoute, answer, PROBLEMS, resource } from './route.ts';

const entry = z.object({
  id: z.string(),
  at: instant,
  actor: z.string(),
  verb: z.string(),
  subject: z.string(),
  /** JSON; null once erased. */
  payload: z.string().nullable(),
});

/** `/api/audit` */
export const audit = resource().openapi(
  adminRoute('admin', {
    method: 'get',
    path: '/',
    summary: 'Who did what, newest first',
    request: { query: z.object(paging) },
    responses: { 200: answer('A page of entries', listOf(entry)), ...PROBLEMS },
  }),
  async (c) => {
    const { cursor, limit } = c.req.valid('query');
    return c.json(await c.var.workspace.auditList({ limit, ...defined({ before: cursor }) }), 200);
  },
);
