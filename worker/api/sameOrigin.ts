import type { MiddlewareHandler } from 'hono';
import { ProblemError } from '../errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that another site's page may have sent with this one's cookies. Browsers name where a request
 * comes from (Fetch Metadata, RFC 6454's Origin); a request that says neither and carries no cookie is no browser's.
 * A call with an API key has no ambient authority, so nothing can be forged with it.
 */
export const sameOrigin: MiddlewareHandler = async function sameOrigin(c, next) {
  if (SAFE.has(c.req.method) || c.req.header('authorization') !== undefined) return next();
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const own = new URL(c.req.url).origin;
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && origin !== own) ||
    (site === undefined && origin === undefined && c.req.header('cookie') !== undefined);
  if (foreign) throw new ProblemError(403, 'cross-site', 'Requests that change something must come from this site.');
  return next();
};
