import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import * as z from 'zod';
import { key, text } from '../../contract/bounds.ts';
import type { HistoryContact, HistoryDisplay, HistoryResponse } from '../../contract/history.ts';
import { EMAIL_MAX, NAME_MAX } from '../../contract/limits.ts';
import { ROLES } from '../../contract/role.ts';
import { stage, surveyDefinition, touchpoint } from '../../contract/survey.ts';
import { settings, siteCreate } from '../../contract/workspace.ts';
import { defined } from '../api/page.ts';
import { createApiKey } from '../directory/apiKeys.ts';
import { authFor } from '../directory/auth.ts';
import { forgetSite } from '../directory/siteCache.ts';
import { createSite, publishToSites } from '../directory/sites.ts';
import type { Env } from '../env.ts';
import { notFound, ProblemError } from '../errors.ts';
import { type AppEnv, readBytes } from '../http.ts';
import { parseJson, validate } from '../validate.ts';
import type { Actor } from '../workspace/auditTrail.ts';

const BODY_MAX = 16_000_000;
const SYSTEM: Actor = { id: 'system', name: 'Setup' };

const person = z.object({
  name: text(NAME_MAX).min(1),
  email: z.email().max(EMAIL_MAX),
  password: z.string().min(10).max(128),
  role: z.enum(ROLES),
});

const workspaceBody = z.object({
  settings: settings.partial({ fatigue: true, shownAttributes: true, stageEvents: true, purposes: true }),
  members: z.array(person).min(1).max(20),
  site: siteCreate.extend({ key: key.optional() }),
  stages: z.array(stage),
  touchpoints: z.array(touchpoint),
  surveys: z.array(surveyDefinition.extend({ id: key })),
  apiKey: z.enum(['viewer', 'agent', 'admin']),
});

/** What happened before: made by whoever holds the setup token, so its shape is trusted. */
interface HistoryBody {
  workspace: string;
  site: string;
  contacts: HistoryContact[];
  responses: HistoryResponse[];
  displays: HistoryDisplay[];
}

/**
 * `/api/setup`: makes workspaces, for whoever runs the product. It exists only where SETUP_TOKEN is set, and is no part
 * of the admin API.
 */
export const setup = new Hono<AppEnv>()
  .use(async (c, next) => {
    const token = c.env.SETUP_TOKEN;
    if (!token) throw notFound();
    const given = c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
    if (!timingSafeEqual(digest(token), digest(given)))
      throw new ProblemError(401, 'setup', 'The setup token is wrong.');
    return next();
  })
  .post('/workspace', async (c) => {
    const { env } = c;
    const { now } = c.var;
    const body = validate(workspaceBody, parseJson(await readBytes(c.req.raw, BODY_MAX)));
    const workspace = await createMembers(env, body.settings.name, body.members, now);
    const object = env.WORKSPACE.get(env.WORKSPACE.idFromName(workspace));
    await object.writeSettings({ edit: defined(body.settings), actor: SYSTEM, now });
    await object.writeJourney({ stages: body.stages, touchpoints: body.touchpoints, actor: SYSTEM, now });
    for (const { id, ...definition } of body.surveys)
      await object.publishDefinition({ id, definition, actor: SYSTEM, now });
    const live = (await object.surveys()).filter(({ status }) => status === 'live');
    const { site, secret, kid, writeKey } = await createSite(env, workspace, body.site, live, now);
    await publishToSites(env, workspace, live, (await object.settings()).fatigue);
    forgetSite(site.key);
    const made = await createApiKey(env, workspace, { name: 'setup', role: body.apiKey, by: null }, now);
    return c.json({ workspace, siteKey: site.key, siteSecret: secret, kid, writeKey, apiKey: made?.key });
  })
  .post('/history', async (c) => {
    const body = parseJson(await readBytes(c.req.raw, BODY_MAX)) as HistoryBody;
    const object = c.env.WORKSPACE.get(c.env.WORKSPACE.idFromName(body.workspace));
    return c.json(await object.importHistory({ history: body, actor: SYSTEM, now: c.var.now }));
  });

/** Makes a workspace with its members. The first owner's sign-in is what demo and tests use. */
async function createMembers(
  env: Env,
  name: string,
  members: readonly z.infer<typeof person>[],
  now: number,
): Promise<string> {
  const context = await authFor(env, false).$context;
  const createdAt = new Date(now);
  const slug = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${now.toString(36)}`;
  const workspace = await context.adapter.create<{ id: string; name: string; slug: string; createdAt: Date }>({
    model: 'organization',
    data: { name, slug, createdAt } as { id: string; name: string; slug: string; createdAt: Date },
  });
  for (const { name, email, password, role } of members) {
    const known = await context.internalAdapter.findUserByEmail(email);
    const user =
      known?.user ??
      (await context.internalAdapter.createUser({ name, email, emailVerified: true }, { method: 'email-password' }));
    if (!known) {
      await context.internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: await context.password.hash(password),
      });
    }
    await context.adapter.create({
      model: 'member',
      data: { organizationId: workspace.id, userId: user.id, role, createdAt },
    });
  }
  return workspace.id;
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
