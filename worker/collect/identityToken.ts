import { errors, jwtVerify } from 'jose';
import * as z from 'zod';
import { text } from '../../contract/bounds.ts';
import type { Identity } from '../../contract/collect.ts';
import { attributes } from '../../contract/contact.ts';
import {
  EMAIL_MAX,
  EXTERNAL_ID_MAX,
  NAME_MAX,
  PHONE_MAX,
  SYSTEM_MAX,
  TOKEN_LATE_MAX,
  TOKEN_LIFE_MAX_SECONDS,
} from '../../contract/limits.ts';
import type { SiteConfig } from '../directory/sites.ts';
import { ProblemError } from '../errors.ts';
import type { Identified, TokenIdentity } from '../workspace/identified.ts';

/** Clocks of servers differ by this much, in seconds. */
const CLOCK_SKEW = 60;

const claims = z.object({
  sub: text(EXTERNAL_ID_MAX).trim().min(1),
  iat: z.number(),
  exp: z.number(),
  sys: text(SYSTEM_MAX).min(1).optional(),
  email: text(EMAIL_MAX).optional(),
  email_verified: z.boolean().optional(),
  phone: text(PHONE_MAX).optional(),
  name: text(NAME_MAX).optional(),
  traits: attributes.optional(),
});

/** The identity a call carries, as the workspace takes it; tokens are checked first. */
export async function identified(
  site: SiteConfig,
  identity: Identity | undefined,
  now: number,
  renew: () => Promise<SiteConfig | null>,
): Promise<Identified> {
  if (!identity) return null;
  if ('token' in identity) return verifyToken(site, identity.token, now, renew);
  return {
    kind: 'claim',
    email: identity.email || null,
    phone: identity.phone || null,
    externalId: identity.externalId || null,
    name: identity.name || null,
  };
}

/**
 * Verifies a JWT signed by the site's server (RFC 7519; HS256). One that expired at most 24 hours ago is genuine but
 * late.
 *
 * @param renew the site as it is now: a key id never heard of may be a secret that was rotated within the last minute
 * @throws ProblemError 401 when it is forged, malformed, of another site, or expired for longer
 */
export async function verifyToken(
  site: SiteConfig,
  token: string,
  now: number,
  renew: () => Promise<SiteConfig | null>,
): Promise<TokenIdentity> {
  let kid = '';
  const keyOf = async (header: { kid?: string }) => {
    const find = ({ secrets }: SiteConfig) => secrets.find((secret) => secret.kid === header.kid);
    const key = header.kid === undefined ? site.secrets[0] : (find(site) ?? find((await renew()) ?? site));
    if (!key) throw refused();
    kid = key.kid;
    return new TextEncoder().encode(key.secret);
  };
  const { payload, late } = await jwtVerify(token, keyOf, {
    algorithms: ['HS256'],
    audience: site.key,
    requiredClaims: ['sub', 'iat', 'exp'],
    clockTolerance: CLOCK_SKEW,
    currentDate: new Date(now),
  }).then(
    (verified) => ({ payload: verified.payload, late: false }),
    (error: unknown) => {
      // Thrown only once the signature has proven right and every other claim holds.
      if (error instanceof errors.JWTExpired && error.claim === 'exp') return { payload: error.payload, late: true };
      throw asRefused(error);
    },
  );
  const parsed = claims.safeParse(payload);
  if (!parsed.success) throw refused();
  const { sub, iat, exp, sys, email, email_verified, phone, name, traits } = parsed.data;
  const tooLong = exp - iat > TOKEN_LIFE_MAX_SECONDS;
  const tooEarly = iat * 1000 > now + CLOCK_SKEW * 1000;
  const tooLate = exp * 1000 < now - TOKEN_LATE_MAX;
  // Whose ids it may speak of is the workspace's to say: one site's secret opens no other's people.
  const isForeign = sys !== undefined && sys !== site.idSystem && !site.otherSystems.includes(sys);
  if (tooLong || tooEarly || tooLate || isForeign) throw refused();
  return {
    kind: 'token',
    kid,
    system: sys ?? site.idSystem,
    sub,
    email: email || null,
    emailVerified: email_verified !== false,
    phone: phone || null,
    name: name || null,
    traits: traits ?? {},
    issuedAt: iat * 1000,
    expiresAt: exp * 1000,
    late,
  };
}

function asRefused(error: unknown): unknown {
  // A token of odd bytes makes the decoder throw plain type errors: it is malformed all the same.
  return error instanceof errors.JOSEError || error instanceof TypeError || error instanceof SyntaxError
    ? refused()
    : error;
}

function refused(): ProblemError {
  return new ProblemError(401, 'token', 'The identity token is not genuine, not for this site, or too old.');
}
