import { cachedSite } from '../../directory/siteCache.ts';
import type { SiteConfig } from '../../directory/sites.ts';
import { hashKey } from '../../directory/tokens.ts';
import { siteKeyOf } from '../../directory/writeKeys.ts';
import type { Env } from '../../env.ts';
import { ProblemError } from '../../errors.ts';

/**
 * The site whose server calls: by the secret write key, as the name of Basic credentials or in the body.
 *
 * @throws ProblemError 401 without one, or with one nobody has
 */
export async function siteOfWriteKey(
  env: Env,
  authorization: string | undefined,
  body: unknown,
  now: number,
): Promise<SiteConfig> {
  const key = basicName(authorization) ?? bodyKey(body);
  const siteKey = key === null ? null : await siteKeyOf(env, hashKey(key), now);
  const site = siteKey === null ? null : await cachedSite(env, siteKey, now);
  if (!site) throw new ProblemError(401, 'write-key', 'The write key is missing or unknown.');
  return site;
}

function basicName(authorization: string | undefined): string | null {
  const encoded = /^Basic ([A-Za-z0-9+/=_-]{1,400})$/i.exec(authorization?.trim() ?? '')?.[1];
  if (encoded === undefined) return null;
  const [name = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return name || null;
}

function bodyKey(body: unknown): string | null {
  const key = typeof body === 'object' && body !== null && 'writeKey' in body ? body.writeKey : null;
  return typeof key === 'string' && key !== '' && key.length <= 200 ? key : null;
}
