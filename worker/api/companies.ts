import * as z from 'zod';
import { key, text } from '../../contract/bounds.ts';
import { COMPANY_ORDERS, company, companySummary } from '../../contract/company.ts';
import { QUERY_MAX } from '../../contract/limits.ts';
import { notFound } from '../errors.ts';
import { isMasked } from './caller.ts';
import { defined, listOf, paging } from './page.ts';
import { adminRoute, answer, PROBLEMS, resource } from './route.ts';

/** `/api/companies` */
export const companies = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary:
        'Companies that people belong to: those with the most people first, or by how satisfied they are; those with too few answers to say come last then',
      request: {
        query: z.object({
          q: text(QUERY_MAX).optional(),
          order: z.enum(COMPANY_ORDERS).default('people'),
          ...paging,
        }),
      },
      responses: { 200: answer('A page of companies', listOf(companySummary).extend({ total: z.int() })), ...PROBLEMS },
    }),
    async (c) => {
      const { limit, order, ...query } = c.req.valid('query');
      return c.json(await c.var.workspace.listCompanies({ ...defined(query), order, limit, now: c.var.now }), 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}',
      summary: 'One company, with where each fact came from and how satisfied its people are',
      request: { params: z.object({ id: key }) },
      responses: { 200: answer('The company', company), ...PROBLEMS },
    }),
    async (c) => {
      const found = await c.var.workspace.readCompany({
        id: c.req.valid('param').id,
        masked: isMasked(c.var.caller),
        now: c.var.now,
      });
      if (!found) throw notFound('There is no such company.');
      return c.json(found, 200);
    },
  );
