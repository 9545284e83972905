import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { site, siteCreate, siteEdit, siteSecret, siteWriteKey } from '../../contract/workspace.ts';
import { forgetSite } from '../directory/siteCache.ts';
import { createSite, editSite, listSites, publishToSites, readSite, rotateSecret } from '../directory/sites.ts';
import { rotateWriteKey } from '../directory/writeKeys.ts';
import { notFound } from '../errors.ts';
import { defined, listOf } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, resource } from './route.ts';

const params = z.object({ key });

/** `/api/sites` */
export const sites = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'Sites that carry the tag',
      responses: { 200: answer('All sites', listOf(site)), ...PROBLEMS },
    }),
    async (c) => c.json({ items: await listSites(c.env, c.var.caller.workspace.id), next: null }, 200),
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/',
      summary: 'Add a site; an owner is shown its signing secret and its write key, once',
      request: { body: jsonBody(siteCreate) },
      responses: {
        201: answer('The site', site.extend({ secret: siteSecret.optional(), writeKey: z.string().optional() })),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const live = (await workspace.surveys()).filter(({ status }) => status === 'live');
      const made = await createSite(c.env, caller.workspace.id, c.req.valid('json'), live, now);
      await publishToSites(c.env, caller.workspace.id, live, (await workspace.settings()).fatigue);
      forgetSite(made.site.key);
      await workspace.audit({ now, actor: caller.actor, verb: 'site.created', subject: `site:${made.site.key}` });
      const { kid, secret, writeKey } = made;
      const once = caller.role === 'owner' ? { secret: { kid, secret }, writeKey } : {};
      return c.json({ ...made.site, ...once }, 201);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{key}',
      summary: 'One site',
      request: { params },
      responses: { 200: answer('The site', site), ...PROBLEMS },
    }),
    async (c) => {
      const found = await readSite(c.env, c.var.caller.workspace.id, c.req.valid('param').key);
      if (!found) throw notFound('There is no such site.');
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'patch',
      path: '/{key}',
      summary: 'Change a site',
      request: { params, body: jsonBody(siteEdit) },
      responses: { 200: answer('The site', site), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const siteKey = c.req.valid('param').key;
      const edit = defined(c.req.valid('json'));
      const changed = await editSite(c.env, caller.workspace.id, siteKey, edit);
      if (!changed) throw notFound('There is no such site.');
      forgetSite(siteKey);
      await workspace.audit({
        now,
        actor: caller.actor,
        verb: 'site.changed',
        subject: `site:${siteKey}`,
        payload: edit,
      });
      return c.json(changed, 200);
    },
  )
  .openapi(
    adminRoute('owner', {
      method: 'post',
      path: '/{key}/secret',
      summary: 'A new signing secret, shown once; the one before stays valid for a day',
      request: { params },
      responses: { 200: answer('The secret', siteSecret), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const siteKey = c.req.valid('param').key;
      const secret = await rotateSecret(c.env, caller.workspace.id, siteKey, now);
      if (!secret) throw notFound('There is no such site.');
      forgetSite(siteKey);
      const payload = { kid: secret.kid };
      await workspace.audit({
        now,
        actor: caller.actor,
        verb: 'site.secret-rotated',
        subject: `site:${siteKey}`,
        payload,
      });
      return c.json(secret, 200);
    },
  )
  .openapi(
    adminRoute('owner', {
      method: 'post',
      path: '/{key}/write-key',
      summary: 'A new key for calls from the site’s own server, shown once; the one before ends at once',
      request: { params },
      responses: { 200: answer('The key', siteWriteKey), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const siteKey = c.req.valid('param').key;
      const writeKey = await rotateWriteKey(c.env, caller.workspace.id, siteKey);
      if (writeKey === null) throw notFound('There is no such site.');
      await workspace.audit({ now, actor: caller.actor, verb: 'site.write-key-rotated', subject: `site:${siteKey}` });
      return c.json({ writeKey }, 200);
    },
  );
