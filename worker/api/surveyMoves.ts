import type { Context } from 'hono';
import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { type Survey, survey } from '../../contract/survey.ts';
import { ProblemError } from '../errors.ts';
import type { SurveyMove } from '../workspace/verbs/surveys/changeSurveyStatus.ts';
import type { ApiEnv } from './caller.ts';
import { siteActivity, writeLiveRules } from './liveRules.ts';
import { adminRoute, answer, PROBLEMS, problemAnswer, resource } from './route.ts';

const params = z.object({ id: key });

function moveRoute<Name extends SurveyMove>(name: Name, summary: string) {
  return adminRoute('admin', {
    method: 'post',
    path: `/{id}/${name}`,
    summary,
    request: { params },
    responses: {
      200: answer('The survey', survey),
      409: problemAnswer('It cannot, being what it is'),
      ...PROBLEMS,
    },
  });
}

/** Does it, and takes it to the sites at once. */
async function move(c: Context<ApiEnv>, id: string, name: SurveyMove): Promise<Survey> {
  const { caller, workspace, now } = c.var;
  const outcome = await workspace.changeSurveyStatus({ id, move: name, actor: caller.actor, now });
  if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
  await writeLiveRules(c.env, caller.workspace.id, () => workspace.surveys());
  return outcome.survey;
}

/** `/api/surveys/{id}/publish` and what else is done to a survey as a whole. */
export const surveyMoves = resource()
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/publish',
      summary: 'Publish the draft as the next version; nothing new makes no version',
      request: { params },
      responses: {
        200: answer('The survey, live', survey),
        409: problemAnswer('It is archived'),
        422: problemAnswer('The draft has errors, named by pointer'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const sites = await siteActivity(c.env, caller.workspace.id, now);
      const { id } = c.req.valid('param');
      const outcome = await workspace.publishSurvey({ id, sites, actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      // Always, so that publishing again mends sites that could not be written to.
      await writeLiveRules(c.env, caller.workspace.id, () => workspace.surveys());
      return c.json(outcome.survey, 200);
    },
  )
  .openapi(moveRoute('pause', 'Stop asking; answers under way are still taken'), async (c) =>
    c.json(await move(c, c.req.valid('param').id, 'pause'), 200),
  )
  .openapi(moveRoute('resume', 'Ask again'), async (c) => c.json(await move(c, c.req.valid('param').id, 'resume'), 200))
  .openapi(moveRoute('archive', 'Put away; its answers stay'), async (c) =>
    c.json(await move(c, c.req.valid('param').id, 'archive'), 200),
  )
  .openapi(moveRoute('restore', 'Take out of the archive, paused'), async (c) =>
    c.json(await move(c, c.req.valid('param').id, 'restore'), 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/duplicate',
      summary: 'A new draft that says the same',
      request: { params },
      responses: { 201: answer('The new survey', survey), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.duplicateSurvey({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json(outcome.survey, 201);
    },
  );
