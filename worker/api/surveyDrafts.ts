import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { survey } from '../../contract/survey.ts';
import { surveyDraft, surveyDraftChecked } from '../../contract/surveyDraft.ts';
import { notFound, ProblemError } from '../errors.ts';
import { siteActivity } from './liveRules.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

const params = z.object({ id: key });

/** `/api/surveys/{id}/draft` */
export const surveyDrafts = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}/draft',
      summary: 'The draft and its problems; what is published while there is none',
      request: { params },
      responses: { 200: answer('The draft', surveyDraftChecked), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const sites = await siteActivity(c.env, caller.workspace.id, now);
      const found = await workspace.readSurveyDraft({ id: c.req.valid('param').id, sites, now });
      if (!found) throw notFound('There is no such survey.');
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'put',
      path: '/{id}/draft',
      summary: 'Save the draft over the one that was read',
      request: { params, body: jsonBody(surveyDraft) },
      responses: {
        200: answer('The draft and its problems', surveyDraftChecked),
        409: problemAnswer('Somebody else has saved meanwhile'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const sites = await siteActivity(c.env, caller.workspace.id, now);
      const outcome = await workspace.saveSurveyDraft({
        id: c.req.valid('param').id,
        draft: c.req.valid('json'),
        sites,
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json(outcome.draft, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'delete',
      path: '/{id}/draft',
      summary: 'Throw the draft away and go back to what is published',
      request: { params },
      responses: {
        200: answer('The survey', survey),
        409: problemAnswer('Nothing was published yet'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.discardSurveyDraft({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json(outcome.survey, 200);
    },
  );
