import type { MiddlewareHandler } from 'hono';
import { BODY_MAX_BYTES } from '../../contract/limits.ts';
import { cachedSite } from '../directory/siteCache.ts';
import type { SiteConfig } from '../directory/sites.ts';
import type { Env } from '../env.ts';
import { notFound, ProblemError } from '../errors.ts';
import { readBytes } from '../http.ts';
import { parseJson } from '../validate.ts';
import { noteOrigin } from './noteOrigin.ts';
import { originAllowed } from './originAllowed.ts';

/** What a public call carries once it has been let in. */
export type PublicEnv = {
  Bindings: Env;
  Variables: { now: number; site: SiteConfig; body: unknown };
};

/**
 * Lets a public call in: a known site, one of its origins, within its rate, with a JSON body of bounded size.
 * Each of these is checked before the next costs anything.
 */
export const publicSite: MiddlewareHandler<PublicEnv> = async function publicSite(c, next) {
  const site = await cachedSite(c.env, c.req.param('siteKey') ?? '', c.var.now);
  if (!site) throw notFound('There is no such site.');
  const origin = c.req.header('origin') ?? null;
  // Set before anything is refused, so that the page can read why: a refusal tells nothing that is not in its script.
  if (origin !== null && origin !== 'null') c.header('access-control-allow-origin', origin);
  if (!originAllowed(origin, site.origins)) {
    c.executionCtx.waitUntil(noteOrigin(c.env, site, c.req.raw, c.var.now));
    throw new ProblemError(403, 'origin', 'This site does not take answers from this origin.');
  }
  c.header('vary', 'origin');
  c.header('access-control-expose-headers', 'retry-after');
  if (c.req.method === 'OPTIONS') {
    c.header('access-control-allow-methods', 'POST');
    c.header('access-control-allow-headers', 'content-type');
    c.header('access-control-max-age', '7200');
    return c.body(null, 204);
  }
  const { success } = await c.env.COLLECT_LIMIT.limit({ key: site.key });
  if (!success) throw new ProblemError(429, 'rate', 'Too many calls for this site.', { retryAfter: 10 });
  c.header('cache-control', 'no-store');
  c.set('site', site);
  c.set('body', parseJson(await readBytes(c.req.raw, BODY_MAX_BYTES)));
  return next();
};
