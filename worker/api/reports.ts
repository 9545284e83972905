import * as z from 'zod';
import { day } from '../../contract/bounds.ts';
import { overview } from '../../contract/report.ts';
import { ProblemError } from '../errors.ts';
import { defined } from './page.ts';
import { adminRoute, answer, PROBLEMS, resource } from './route.ts';

const PERIOD_MAX_DAYS = 3_660;

/** `/api/reports`: one call a view of the dashboard. */
export const reports = resource().openapi(
  adminRoute('viewer', {
    method: 'get',
    path: '/overview',
    summary: 'The figures of a period of workspace days, against the one before',
    request: { query: z.object({ from: day.optional(), to: day.optional() }) },
    responses: { 200: answer('The overview', overview), ...PROBLEMS },
  }),
  async (c) => {
    const { from, to } = c.req.valid('query');
    if (from && to && (from > to || Date.parse(to) - Date.parse(from) > PERIOD_MAX_DAYS * 86_400_000)) {
      throw new ProblemError(400, 'period', 'A period begins before it ends and has ten years at most.');
    }
    return c.json(await c.var.workspace.overview({ ...defined({ from, to }), now: c.var.now }), 200);
  },
);
