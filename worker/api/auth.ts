import { Hono } from 'hono';
import { ADMIN_BODY_MAX_BYTES } from '../../contract/limits.ts';
import { authFor } from '../directory/auth.ts';
import { membershipOf } from '../directory/members.ts';
import type { Env } from '../env.ts';
import { ProblemError } from '../errors.ts';
import { type AppEnv, readBytes } from '../http.ts';

/** What of better-auth is open; the rest comes with the screens that need it. */
const OPEN = new Set(['/sign-in/email', '/sign-out']);

/** `/api/auth`: sign-in and sign-out by better-auth, its errors as problem documents. */
export const authRoutes = new Hono<AppEnv>().post('/*', async (c) => {
  const url = new URL(c.req.url);
  const path = url.pathname.slice('/api/auth'.length);
  if (!OPEN.has(path)) throw new ProblemError(404, 'not-found', 'Nothing is here.');
  const signsIn = path === '/sign-in/email';
  const bytes = await readBytes(c.req.raw, ADMIN_BODY_MAX_BYTES);
  if (signsIn) {
    // By address, not by account: or anybody could lock a colleague out.
    const { success } = await c.env.SIGN_IN_LIMIT.limit({ key: c.req.header('cf-connecting-ip') ?? 'local' });
    if (!success) throw new ProblemError(429, 'rate', 'Too many attempts. Wait a minute.', { retryAfter: 60 });
  }
  const headers = new Headers(c.req.raw.headers);
  headers.set('content-type', 'application/json');
  const auth = authFor(c.env, url.protocol === 'https:');
  const body = bytes.length > 0 ? bytes : '{}';
  if (path === '/sign-out') await endLive(c.env, c.req.raw.headers, url.protocol === 'https:');
  const response = await auth.handler(new Request(c.req.url, { method: 'POST', headers, body }));
  if (response.ok) {
    // The session is the cookie's alone: better-auth would also say it in the body, where scripts can read it.
    const { token, ...rest } = (await response.json()) as Record<string, unknown>;
    const answer = Response.json(rest);
    for (const cookie of response.headers.getSetCookie()) answer.headers.append('set-cookie', cookie);
    answer.headers.set('cache-control', 'no-store');
    return answer;
  }
  // Whether the address or the password was wrong is nobody's business.
  if (signsIn && response.status < 500) throw new ProblemError(401, 'credentials', 'Email or password is wrong.');
  if (response.status < 500) throw new ProblemError(400, 'auth', 'This request cannot be carried out.');
  throw new Error(`better-auth answered ${response.status}`);
});

/** Ends the live channels of whoever is signing out: a socket would otherwise outlive the session that opened it. */
async function endLive(env: Env, headers: Headers, secure: boolean): Promise<void> {
  const found = await authFor(env, secure).api.getSession({ headers });
  const membership = found && (await membershipOf(env, found.user.id, found.session.activeOrganizationId ?? null));
  if (!membership) return;
  const workspace = env.WORKSPACE.get(env.WORKSPACE.idFromName(membership.workspace.id));
  await workspace.closeLive(`user:${found.user.id}`);
}
