import { Hono } from 'hono';
import { ADMIN_BODY_MAX_BYTES } from '../../contract/limits.ts';
import { authFor } from '../directory/auth.ts';
import { ProblemError } from '../errors.ts';
import { type AppEnv, readBytes } from '../http.ts';

/** What of better-auth is open; the rest comes with the screens that need it. */
const OPEN = new Set(['POST /sign-in/email', 'POST /sign-out', 'GET /get-session']);

/** `/api/auth`: sign-in and sign-out by better-auth, its errors as problem documents. */
export const authRoutes = new Hono<AppEnv>().on(['GET', 'POST'], '/*', async (c) => {
  const url = new URL(c.req.url);
  const path = url.pathname.slice('/api/auth'.length);
  if (!OPEN.has(`${c.req.method} ${path}`)) throw new ProblemError(404, 'not-found', 'Nothing is here.');
  const signsIn = path === '/sign-in/email';
  if (signsIn) {
    const { success } = await c.env.SIGN_IN_LIMIT.limit({ key: c.req.header('cf-connecting-ip') ?? 'local' });
    if (!success) throw new ProblemError(429, 'rate', 'Too many attempts. Wait a minute.', { retryAfter: 60 });
  }
  const bytes = c.req.method === 'POST' ? await readBytes(c.req.raw, ADMIN_BODY_MAX_BYTES) : undefined;
  const headers = new Headers(c.req.raw.headers);
  if (bytes) headers.set('content-type', 'application/json');
  const auth = authFor(c.env, url.protocol === 'https:');
  const request = new Request(c.req.url, {
    method: c.req.method,
    headers,
    ...(bytes ? { body: bytes.length > 0 ? bytes : '{}' } : {}),
  });
  const response = await auth.handler(request);
  if (response.ok) return response;
  // Whether the address or the password was wrong is nobody's business.
  if (signsIn && response.status < 500) throw new ProblemError(401, 'credentials', 'Email or password is wrong.');
  if (response.status < 500) throw new ProblemError(400, 'auth', 'This request cannot be carried out.');
  throw new Error(`better-auth answered ${response.status}`);
});
