import { Hono } from 'hono';
import { notFound } from './errors.ts';
import type { AppEnv } from './http.ts';

/** Addresses of the admin's own screens: all of them are one document. */
const SCREENS = [
  '/',
  '/overview',
  '/responses',
  '/people',
  '/people/:id',
  '/segments',
  '/segments/:id',
  '/companies',
  '/companies/:id',
  '/coverage',
  '/duplicates',
  '/imports',
  '/imports/:id',
  '/surveys',
  '/surveys/:id',
  '/sites',
  '/settings',
  '/connections',
  '/privacy',
  '/erasures/:id',
  '/audit',
  '/sign-in',
] as const;

const DOCUMENT = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
const YEAR = 31_536_000;

/** The page a survey is tried out in speaks to nobody, and shows itself to the builder alone. */
const PREVIEW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The admin's document and files. Nothing inline, nothing from elsewhere. */
export const pages = new Hono<AppEnv>()
  .use(async (c, next) => {
    await next();
    const url = new URL(c.req.url);
    // A document may come with a policy of its own.
    if (!c.res.headers.has('content-security-policy'))
      c.header(
        'content-security-policy',
        [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "font-src 'self'",
          "img-src 'self'",
          // The preview of a survey.
          "frame-src 'self'",
          // Safari does not take 'self' for WebSockets.
          `connect-src 'self' ${url.protocol === 'https:' ? 'wss' : 'ws'}://${url.host}`,
          "manifest-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
        ].join('; '),
      );
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (url.protocol === 'https:') c.header('strict-transport-security', `max-age=${YEAR}`);
  })
  .on('GET', [...SCREENS], async (c) => {
    const page = await c.env.ASSETS.fetch(new Request(new URL('/admin.html', c.req.url)));
    if (!page.ok) throw notFound();
    return new Response(page.body, { headers: DOCUMENT });
  })
  .get('/preview', async (c) => {
    const page = await c.env.ASSETS.fetch(new Request(new URL('/preview.html', c.req.url)));
    if (!page.ok) throw notFound();
    return new Response(page.body, { headers: { ...DOCUMENT, 'content-security-policy': PREVIEW_POLICY } });
  })
  .get('/assets/:file', async (c) => {
    const asset = await c.env.ASSETS.fetch(new Request(new URL(c.req.path, c.req.url)));
    if (!asset.ok) throw notFound();
    const response = new Response(asset.body, asset);
    response.headers.set('cache-control', `public, max-age=${YEAR}, immutable`);
    return response;
  })
  .get('/*', async (c) => {
    // People who mistype an address get the admin's own page for it; programs get the problem document.
    const path = new URL(c.req.url).pathname;
    if (!c.req.header('accept')?.includes('text/html') || /^\/(api|v1|w|s|demo|assets)(\/|$)/.test(path))
      throw notFound();
    const page = await c.env.ASSETS.fetch(new Request(new URL('/admin.html', c.req.url)));
    if (!page.ok) throw notFound();
    return new Response(page.body, { status: 404, headers: DOCUMENT });
  });
