import { Hono } from 'hono';
import { type Decision, decideBody, displayBody, identifyBody, responseBody } from '../../contract/collect.ts';
import { freshSite } from '../directory/siteCache.ts';
import type { SiteConfig } from '../directory/sites.ts';
import type { Env } from '../env.ts';
import { ProblemError } from '../errors.ts';
import { validate } from '../validate.ts';
import type { SiteContext } from '../workspace/identified.ts';
import { cleanUrl } from './cleanUrl.ts';
import { describeDevice } from './describeDevice.ts';
import { identified, verifyToken } from './identityToken.ts';
import { type PublicEnv, publicSite } from './publicSite.ts';

/** `/v1/sites/{siteKey}/…`: what visitors' browsers send. */
export const collect = new Hono<PublicEnv>()
  .use('/:siteKey/*', publicSite)
  .post('/:siteKey/responses', async (c) => {
    const { site, now } = c.var;
    const { identity, device, ...body } = validate(responseBody, c.var.body);
    const outcome = await workspaceOf(c.env, site).collectResponse({
      site: contextOf(site),
      body: {
        ...body,
        page: {
          ...body.page,
          url: cleanUrl(body.page.url, site.keepParams),
          ...(body.page.referrer === undefined ? {} : { referrer: cleanUrl(body.page.referrer, site.keepParams) }),
        },
      },
      identity: await identified(site, identity, now, () => freshSite(c.env, site.key, now)),
      device: describeDevice(
        c.req.header('user-agent') ?? '',
        typeof device === 'object' ? String(device['type']) : device,
      ),
      country: countryOf(c.req.raw),
      now,
    });
    if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
    return c.json({ id: outcome.id, revision: outcome.revision });
  })
  .post('/:siteKey/displays', async (c) => {
    const { site, now } = c.var;
    const { identity, ...body } = validate(displayBody, c.var.body);
    const outcome = await workspaceOf(c.env, site).recordDisplay({
      site: contextOf(site),
      body,
      identity: await identified(site, identity, now, () => freshSite(c.env, site.key, now)),
      now,
    });
    if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail);
    return c.json({ id: body.id, outcome: body.outcome });
  })
  .post('/:siteKey/decide', async (c) => {
    const { site, now } = c.var;
    const { candidates, ...body } = validate(decideBody, c.var.body);
    const identity = await identified(site, body.identity, now, () => freshSite(c.env, site.key, now));
    const forAnybody = candidates.filter((id) => !site.rules.find((rule) => rule.id === id)?.known);
    // Strangers are on every page: what is for none of them wakes no workspace.
    const isProven = identity?.kind === 'token' && !identity.late;
    if (!isProven && forAnybody.length === 0) return c.json({ show: [] } satisfies Decision);
    const decision = await workspaceOf(c.env, site).decide({
      site: contextOf(site),
      candidates: isProven ? candidates : forAnybody,
      identity,
      country: countryOf(c.req.raw),
      now,
    });
    return c.json(decision satisfies Decision);
  })
  .post('/:siteKey/identify', async (c) => {
    const { site, now } = c.var;
    const { visitor, identity } = validate(identifyBody, c.var.body);
    await workspaceOf(c.env, site).identifyVisitor({
      site: contextOf(site),
      visitor,
      identity: await verifyToken(site, identity.token, now, () => freshSite(c.env, site.key, now)),
      now,
    });
    return c.json({});
  });

function workspaceOf(env: Env, site: SiteConfig) {
  return env.WORKSPACE.get(env.WORKSPACE.idFromName(site.workspace));
}

function contextOf(site: SiteConfig): SiteContext {
  return { key: site.key, idSystem: site.idSystem, authoritative: site.authoritative, dailyQuota: site.dailyQuota };
}

/** The visitor's country as the edge knows it; the address itself is never looked at. */
function countryOf(request: Request): string | null {
  const country = request.cf?.['country'];
  return typeof country === 'string' && /^[A-Z]{2}$/.test(country) && country !== 'XX' ? country : null;
}
