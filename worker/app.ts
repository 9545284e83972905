import { Hono } from 'hono';
import { api } from './api/api.ts';
import { sameOrigin } from './api/sameOrigin.ts';
import { collect } from './collect/collect.ts';
import { script } from './collect/script.ts';
import { segment } from './collect/segment/segment.ts';
import { createDemo } from './demo/demo.ts';
import { cachedSite } from './directory/siteCache.ts';
import type { Env } from './env.ts';
import { notFound } from './errors.ts';
import { hosted } from './hosted/hosted.ts';
import { type AppEnv, answerError } from './http.ts';
import { pages } from './pages.ts';
import { setup } from './setup/setup.ts';

const app = new Hono<AppEnv>();
app.onError(answerError);
app.notFound(() => {
  throw notFound();
});
app.use(async (c, next) => {
  // Time is read once a request and passed along, so that tests can move it.
  c.set('now', Date.now());
  await next();
  c.header('x-content-type-options', 'nosniff');
});

app.use('/demo/*', sameOrigin);

const routes = app
  .route('/w', script)
  .route('/v1/sites', collect)
  .route('/v1', segment)
  .route('/s', hosted)
  .route('/api/setup', setup)
  .route('/api', api)
  .route(
    '/demo',
    createDemo<Env>({
      async site(env) {
        const site = env.DEMO_SITE ? await cachedSite(env, env.DEMO_SITE, Date.now()) : null;
        const [newest] = site?.secrets ?? [];
        return site && newest
          ? { key: site.key, kid: newest.kid, secret: new TextEncoder().encode(newest.secret) }
          : null;
      },
    }),
  )
  .route('/', pages);

/** The whole worker, typed for the admin's client. */
export type App = typeof routes;
export default routes;
