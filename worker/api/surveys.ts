import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { survey } from '../../contract/survey.ts';
import {
  surveyCheck,
  surveyCreate,
  surveyTemplate,
  surveyVersion,
  surveyVersionRead,
} from '../../contract/surveyDraft.ts';
import { notFound, ProblemError } from '../errors.ts';
import { SURVEY_TEMPLATES } from '../survey-templates/templates.ts';
import { siteActivity } from './liveRules.ts';
import { listOf } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';
import { surveyDrafts } from './surveyDrafts.ts';
import { surveyMoves } from './surveyMoves.ts';

const params = z.object({ id: key });

/** `/api/surveys` */
export const surveys = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'Surveys, live ones first; those never published say what their draft says',
      responses: { 200: answer('All surveys', listOf(survey)), ...PROBLEMS },
    }),
    async (c) => c.json({ items: await c.var.workspace.surveys(), next: null }, 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/',
      summary: 'Begin a survey, from a template or with one empty question',
      request: { body: jsonBody(surveyCreate) },
      responses: {
        201: answer('The survey, a draft', survey),
        409: problemAnswer('The id is taken'),
        422: problemAnswer('There is no such template'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const { id, name, template } = c.req.valid('json');
      const found = SURVEY_TEMPLATES.find((candidate) => candidate.id === template);
      if (template !== undefined && !found) {
        throw new ProblemError(422, 'unknown-template', 'There is no such template.', {
          errors: [{ pointer: '/template', message: 'is not a template' }],
        });
      }
      const outcome = await workspace.createSurvey({
        ...(id === undefined ? {} : { id }),
        name,
        ...(found ? { definition: found.definition } : {}),
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json(outcome.survey, 201);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/templates',
      summary: 'Surveys to begin with, each in every language of the product',
      responses: { 200: answer('All templates', listOf(surveyTemplate)), ...PROBLEMS },
    }),
    (c) => c.json({ items: [...SURVEY_TEMPLATES], next: null }, 200),
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}',
      summary: 'One survey',
      request: { params },
      responses: { 200: answer('The survey', survey), ...PROBLEMS },
    }),
    async (c) => {
      const found = await c.var.workspace.survey(c.req.valid('param').id);
      if (!found) throw notFound('There is no such survey.');
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'delete',
      path: '/{id}',
      summary: 'Delete a survey that was never published',
      request: { params },
      responses: { 204: { description: 'Deleted' }, 409: problemAnswer('It was published'), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.deleteSurvey({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.body(null, 204);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}/check',
      summary: 'What is wrong with the draft, what it changes, and how many it would have asked last week',
      request: { params },
      responses: { 200: answer('The check', surveyCheck), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const sites = await siteActivity(c.env, caller.workspace.id, now);
      const found = await workspace.checkSurvey({ id: c.req.valid('param').id, sites, now });
      if (!found) throw notFound('There is no such survey.');
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}/versions',
      summary: 'Every published version, newest first, each with what changed',
      request: { params },
      responses: { 200: answer('The versions', listOf(surveyVersion)), ...PROBLEMS },
    }),
    async (c) => {
      const items = await c.var.workspace.surveyVersions(c.req.valid('param').id);
      if (!items) throw notFound('There is no such survey.');
      return c.json({ items, next: null }, 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}/versions/{n}',
      summary: 'One published version and what it asks',
      request: { params: params.extend({ n: z.coerce.number().int().min(1) }) },
      responses: { 200: answer('The version', surveyVersionRead), ...PROBLEMS },
    }),
    async (c) => {
      const { id, n } = c.req.valid('param');
      const found = await c.var.workspace.surveyVersion({ id, version: n });
      if (!found) throw notFound('There is no such version.');
      return c.json(found, 200);
    },
  )
  .route('/', surveyDrafts)
  .route('/', surveyMoves);
