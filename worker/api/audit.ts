import * as z from 'zod';
import { auditEntry, auditProof } from '../../contract/audit.ts';
import { text } from '../../contract/bounds.ts';
import { KEY_MAX, QUERY_MAX } from '../../contract/limits.ts';
import { actorNames } from '../directory/actorNames.ts';
import { defined, listOf, paging } from './page.ts';
import { adminRoute, answer, PROBLEMS, resource } from './route.ts';

/** `/api/audit` */
export const audit = resource()
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/',
      summary: 'Who did what, newest first; of one verb, or about one subject (`kind:id`)',
      request: {
        query: z.object({ verb: text(KEY_MAX).optional(), subject: text(QUERY_MAX).optional(), ...paging }),
      },
      responses: { 200: answer('A page of entries', listOf(auditEntry)), ...PROBLEMS },
    }),
    async (c) => {
      const { cursor, limit, verb, subject } = c.req.valid('query');
      const page = await c.var.workspace.auditList({ limit, ...defined({ before: cursor, verb, subject }) });
      const names = await actorNames(
        c.env,
        page.items.map(({ actor }) => actor),
      );
      const items = page.items.map((entry) => ({ ...entry, who: names.get(entry.actor) ?? entry.actor }));
      return c.json({ items, next: page.next }, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/proof',
      summary: 'Whether the whole trail still follows, entry by entry',
      responses: { 200: answer('The proof', auditProof), ...PROBLEMS },
    }),
    async (c) => c.json(await c.var.workspace.auditProof(), 200),
  );
