import { session as sessionSchema, settings as settingsSchema } from '../../contract/workspace.ts';
import { renameWorkspace } from '../directory/members.ts';
import { forgetSitesOf } from '../directory/siteCache.ts';
import { publishToSites } from '../directory/sites.ts';
import { defined } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, resource } from './route.ts';

/** `/api/settings` */
export const settings = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'The workspace: name, time zone, calendar, default country, languages',
      responses: { 200: answer('The settings', settingsSchema), ...PROBLEMS },
    }),
    async (c) => c.json(await c.var.workspace.settings(), 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'patch',
      path: '/',
      summary: 'Change the workspace',
      request: { body: jsonBody(settingsSchema.partial()) },
      responses: { 200: answer('The settings', settingsSchema), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const edit = defined(c.req.valid('json'));
      if (edit.name !== undefined) await renameWorkspace(c.env, caller.workspace.id, edit.name);
      const written = await workspace.writeSettings({ edit, actor: caller.actor, now });
      if (edit.fatigue !== undefined) {
        const live = (await workspace.surveys()).filter(({ status }) => status === 'live');
        await publishToSites(c.env, caller.workspace.id, live, written.fatigue);
        forgetSitesOf(caller.workspace.id);
      }
      return c.json(written, 200);
    },
  );

/** `/api/session` */
export const session = resource().openapi(
  adminRoute('viewer', {
    method: 'get',
    path: '/',
    summary: 'Who is calling, in which workspace and as what',
    responses: { 200: answer('The session', sessionSchema), ...PROBLEMS },
  }),
  async (c) => {
    const { user, workspace, role } = c.var.caller;
    return c.json({ user, workspace, role, settings: await c.var.workspace.settings() }, 200);
  },
);
