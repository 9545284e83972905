import { retentionDays, retentionPreview, retention as retentionSchema } from '../../contract/retention.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, resource } from './route.ts';

/** `/api/retention` */
export const retention = resource()
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/',
      summary: 'How long each kind of data is kept, and what the clock took out last',
      responses: { 200: answer('The retention', retentionSchema), ...PROBLEMS },
    }),
    async (c) => c.json(await c.var.workspace.readRetention(), 200),
  )
  .openapi(
    adminRoute('owner', {
      method: 'put',
      path: '/',
      summary: 'Set how many days each kind of data is kept; null keeps it',
      request: { body: jsonBody(retentionDays) },
      responses: { 200: answer('The retention', retentionSchema), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const days = c.req.valid('json');
      return c.json(await workspace.writeRetention({ days, actor: caller.actor, now }), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/preview',
      summary: 'What some days would take out now, and by the next run; changes nothing',
      request: { body: jsonBody(retentionDays) },
      responses: { 200: answer('By kind, with a sample', retentionPreview), ...PROBLEMS },
    }),
    async (c) => {
      const { workspace, now } = c.var;
      return c.json(await workspace.previewRetention({ days: c.req.valid('json'), now }), 200);
    },
  );
