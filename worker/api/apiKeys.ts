import * as z from 'zod';
import { apiKey, apiKeyCreate, apiKeyMade } from '../../contract/apiKey.ts';
import { key } from '../../contract/bounds.ts';
import { API_KEYS_MAX } from '../../contract/limits.ts';
import { createApiKey, listApiKeys, revokeApiKey } from '../directory/apiKeys.ts';
import { notFound, ProblemError } from '../errors.ts';
import { listOf } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

/** `/api/keys` */
export const apiKeys = resource()
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/',
      summary: 'The keys that programs call with, newest first',
      responses: { 200: answer('All keys, without the keys themselves', listOf(apiKey)), ...PROBLEMS },
    }),
    async (c) => c.json({ items: await listApiKeys(c.env, c.var.caller.workspace.id), next: null }, 200),
  )
  .openapi(
    adminRoute('owner', {
      method: 'post',
      path: '/',
      summary: 'Make a key, which is shown this once',
      request: { body: jsonBody(apiKeyCreate) },
      responses: {
        201: answer('The key', apiKeyMade),
        ...PROBLEMS,
        409: problemAnswer('The workspace has as many as it may'),
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const { name, role } = c.req.valid('json');
      const made = await createApiKey(c.env, caller.workspace.id, { name, role, by: caller.actor.name }, now);
      if (!made) throw new ProblemError(409, 'too-many-keys', `A workspace has ${API_KEYS_MAX} keys at most.`);
      const subject = `key:${made.id}`;
      await workspace.audit({ now, actor: caller.actor, verb: 'key.created', subject, payload: { name, role } });
      return c.json(made, 201);
    },
  )
  .openapi(
    adminRoute('owner', {
      method: 'delete',
      path: '/{id}',
      summary: 'End a key at once',
      request: { params: z.object({ id: key }) },
      responses: { 204: { description: 'It is no key any more' }, ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const { id } = c.req.valid('param');
      const name = await revokeApiKey(c.env, caller.workspace.id, id);
      if (name === null) throw notFound('There is no such key.');
      await workspace.audit({ now, actor: caller.actor, verb: 'key.revoked', subject: `key:${id}`, payload: { name } });
      return c.body(null, 204);
    },
  );
