import { stage, touchpoint } from '../../contract/survey.ts';
import { listOf } from './page.ts';
import { adminRoute, answer, PROBLEMS, resource } from './route.ts';

/** `/api/touchpoints` */
export const touchpoints = resource().openapi(
  adminRoute('viewer', {
    method: 'get',
    path: '/',
    summary: 'Touchpoints, in the order of the journey',
    responses: { 200: answer('All touchpoints', listOf(touchpoint)), ...PROBLEMS },
  }),
  async (c) => c.json({ items: await c.var.workspace.touchpoints(), next: null }, 200),
);

/** `/api/stages` */
export const stages = resource().openapi(
  adminRoute('viewer', {
    method: 'get',
    path: '/',
    summary: 'Journey stages, in order',
    responses: { 200: answer('All stages', listOf(stage)), ...PROBLEMS },
  }),
  async (c) => c.json({ items: await c.var.workspace.stages(), next: null }, 200),
);
