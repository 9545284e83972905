import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { stage, survey, touchpoint } from '../../contract/survey.ts';
import { notFound } from '../errors.ts';
import { listOf } from './page.ts';
import { adminRoute, answer, PROBLEMS, resource } from './route.ts';

/** `/api/surveys` */
export const surveys = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'Surveys, live ones first',
      responses: { 200: answer('All surveys', listOf(survey)), ...PROBLEMS },
    }),
    async (c) => c.json({ items: await c.var.workspace.surveys(), next: null }, 200),
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}',
      summary: 'One survey',
      request: { params: z.object({ id: key }) },
      responses: { 200: answer('The survey', survey), ...PROBLEMS },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const found = (await c.var.workspace.surveys()).find((candidate) => candidate.id === id);
      if (!found) throw notFound('There is no such survey.');
      return c.json(found, 200);
    },
  );

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
