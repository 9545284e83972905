import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { SurveyDefinition } from '../../contract/survey.ts';
import files from '../../dist/widget/files.txt';
import loader from '../../dist/widget/loader.txt';
import { cachedSite } from '../directory/siteCache.ts';
import { readPublished } from '../directory/sites.ts';
import { notFound } from '../errors.ts';
import type { AppEnv } from '../http.ts';
import { noteOrigin } from './noteOrigin.ts';
import { siteRules } from './siteRules.ts';
import { textsOf } from './textsOf.ts';

/** The names of what the loader fetches, and of the loader that never changes under one name. */
const FILES = JSON.parse(files) as {
  assets: { element: string; build: string };
  sri: { file: string; integrity: string };
};

const YEAR = 31_536_000;

/** Published versions never change: kept for as long as the isolate lives, up to a bound. */
const definitions = new Map<string, SurveyDefinition>();
const DEFINITIONS_MAX = 500;

/** `/w/…`: everything a page of a customer loads. Never wakes a workspace. */
export const script = new Hono<AppEnv>()
  .use(async (c, next) => {
    await next();
    c.header('access-control-allow-origin', '*');
    c.header('cross-origin-resource-policy', 'cross-origin');
    c.header('x-content-type-options', 'nosniff');
  })
  .get('/assets/:file', async (c) => {
    const asset = await c.env.ASSETS.fetch(new Request(new URL(c.req.path, c.req.url)));
    if (!asset.ok) throw notFound();
    const response = new Response(asset.body, asset);
    response.headers.set('cache-control', `public, max-age=${YEAR}, immutable`);
    return response;
  })
  .get('/:file{[A-Za-z0-9_-]+\\.js}', async (c) => {
    const key = c.req.param('file').slice(0, -3);
    const site = await cachedSite(c.env, key, c.var.now);
    if (!site) throw notFound('There is no such site.');
    c.executionCtx.waitUntil(noteOrigin(c.env, site, c.req.raw, c.var.now));
    return answerShortLived(c, 'text/javascript', `${loader}(${JSON.stringify(siteRules(site))});`);
  })
  .get('/sri.json', (c) => answerShortLived(c, 'application/json', JSON.stringify(FILES.sri)))
  .get('/:file{[A-Za-z0-9_-]+\\.json}', async (c) => {
    const site = await cachedSite(c.env, c.req.param('file').slice(0, -5), c.var.now);
    if (!site) throw notFound('There is no such site.');
    c.executionCtx.waitUntil(noteOrigin(c.env, site, c.req.raw, c.var.now));
    const body = JSON.stringify({ rules: siteRules(site), assets: FILES.assets });
    return answerShortLived(c, 'application/json', body);
  })
  .get('/:siteKey/:file{[A-Za-z0-9_-]+\\.[0-9]{1,9}\\.[A-Za-z0-9-]+\\.json}', async (c) => {
    const [survey = '', version = '', locale = ''] = c.req.param('file').split('.');
    const site = await cachedSite(c.env, c.req.param('siteKey'), c.var.now);
    if (!site) throw notFound('There is no such site.');
    const id = `${site.workspace} ${survey} ${version}`;
    let definition = definitions.get(id);
    if (!definition) {
      definition = (await readPublished(c.env, site.workspace, survey, Number(version))) ?? undefined;
      if (!definition) throw notFound('There is no such survey.');
      if (definitions.size >= DEFINITIONS_MAX) definitions.clear();
      definitions.set(id, definition);
    }
    if (!definition.locales.includes(locale)) throw notFound('This survey does not speak this language.');
    c.header('cache-control', `public, max-age=${YEAR}, immutable`);
    return c.json(textsOf(definition, locale));
  });

/** Answers what changes with every deploy and every survey that is published. */
function answerShortLived(c: Context<AppEnv>, type: string, body: string) {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=60, stale-while-revalidate=600',
    etag,
  };
  if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers);
  return c.body(body, 200, headers);
}
