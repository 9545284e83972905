import * as z from 'zod';
import { day, key } from '../../contract/bounds.ts';
import { coverageReport } from '../../contract/coverage.ts';
import { overview } from '../../contract/report.ts';
import { ProblemError } from '../errors.ts';
import { commaList, defined } from './page.ts';
import { adminRoute, answer, PROBLEMS, resource } from './route.ts';

const PERIOD_MAX_DAYS = 3_660;
/** Of people in one of these segments. */
const segment = commaList(key);

/** `/api/reports`: one call a view of the dashboard. */
export const reports = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/overview',
      summary: 'The figures of a period of workspace days, against the one before',
      request: { query: z.object({ from: day.optional(), to: day.optional(), segment }) },
      responses: { 200: answer('The overview', overview), ...PROBLEMS },
    }),
    async (c) => {
      const { from, to, segment } = c.req.valid('query');
      if (from && to && (from > to || Date.parse(to) - Date.parse(from) > PERIOD_MAX_DAYS * 86_400_000)) {
        throw new ProblemError(400, 'period', 'A period begins before it ends and has ten years at most.');
      }
      return c.json(await c.var.workspace.overview({ ...defined({ from, to, segment }), now: c.var.now }), 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/coverage',
      summary: 'Who has been asked and who was heard, by segment, stage and company',
      request: {
        query: z.object({
          segment,
          lately: z.coerce.number().int().min(1).max(PERIOD_MAX_DAYS).optional(),
          within: z.coerce.number().int().min(0).max(PERIOD_MAX_DAYS).optional(),
        }),
      },
      responses: { 200: answer('The coverage', coverageReport), ...PROBLEMS },
    }),
    async (c) => c.json(await c.var.workspace.coverage({ ...defined(c.req.valid('query')), now: c.var.now }), 200),
  );
