import { Hono } from 'hono';
import { BODY_MAX_BYTES } from '../../contract/limits.ts';
import { frameOf } from '../../widget/frame/frames.ts';
import { cachedSite } from '../directory/siteCache.ts';
import { problemOf } from '../errors.ts';
import { type AppEnv, answerError, readBytes } from '../http.ts';
import { answerPress } from './answerPress.ts';
import { ICON } from './drawings.ts';
import { isOurPress } from './isOurPress.ts';
import { lookSheet } from './look.ts';
import { negotiate } from './negotiate.ts';
import { gonePage } from './page.ts';
import { showSurvey } from './showSurvey.ts';
import { style } from './style.ts';
import { openTicket } from './ticket.ts';
import { hashInvitation, siteOfToken } from './token.ts';
import type { HostedEnv } from './visit.ts';
import { HOSTED_LOCALES } from './words/catalogue.ts';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
const YEAR = 31_536_000;

/** Files of the page: no secret, no script. */
const files = new Hono<AppEnv>()
  .get('/survey.css', (c) =>
    c.body(style, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': `public, max-age=${YEAR}, immutable`,
    }),
  )
  .get('/look.css', (c) =>
    c.body(lookSheet(new URL(c.req.url).searchParams), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': `public, max-age=${YEAR}, immutable`,
    }),
  )
  .get('/icon.svg', (c) =>
    c.body(ICON, 200, { 'content-type': 'image/svg+xml', 'cache-control': `public, max-age=${YEAR}` }),
  );

/** Surveys by link. A GET writes nothing, whoever fetches it: mail scanners and prefetchers answer for nobody. */
const surveys = new Hono<HostedEnv>()
  .use('/:token', async (c, next) => {
    const headers = (response: Response) => {
      response.headers.set('content-security-policy', POLICY);
      response.headers.set('cache-control', 'no-store');
      response.headers.set('referrer-policy', 'no-referrer');
      response.headers.set('x-robots-tag', 'noindex');
      response.headers.set('x-content-type-options', 'nosniff');
      response.headers.set('vary', 'accept-language');
    };
    const refuse = (text: 'gone' | 'tooMany', status: 404 | 429) => {
      const locale = negotiate(HOSTED_LOCALES, c.req.query('lang'), c.req.header('accept-language'));
      return c.html(gonePage(locale, frameOf(locale), text), status);
    };
    c.set('gone', () => refuse('gone', 404));
    const token = c.req.param('token');
    const siteKey = siteOfToken(token);
    const site = siteKey === null ? null : await cachedSite(c.env, siteKey, c.var.now);
    if (!site) {
      c.res = await refuse('gone', 404);
    } else if (!(await c.env.COLLECT_LIMIT.limit({ key: site.key })).success) {
      c.res = await refuse('tooMany', 429);
      c.res.headers.set('retry-after', '10');
    } else {
      c.set('site', site);
      c.set('token', token);
      c.set('hash', hashInvitation(token));
      c.set('workspace', c.env.WORKSPACE.get(c.env.WORKSPACE.idFromName(site.workspace)));
      await next();
    }
    headers(c.res);
  })
  .get('/:token', async (c) => {
    const { workspace, hash, now } = c.var;
    const found = await workspace.readInvitation({ hash, ticket: null, now });
    return found ? showSurvey(c, found, { asked: c.req.query('q'), picked: c.req.query('a') }) : c.var.gone();
  })
  .post('/:token', async (c) => {
    const { workspace, hash, now } = c.var;
    if (!isOurPress(c.req.raw)) return c.var.gone();
    const bytes = await readBytes(c.req.raw, BODY_MAX_BYTES);
    const form = new URLSearchParams(new TextDecoder().decode(bytes));
    const ticket = openTicket(c.env.AUTH_SECRET, hash, form.get('ticket') ?? '');
    const found = await workspace.readInvitation({ hash, ticket, now });
    return found ? answerPress(c, found, form, ticket) : c.var.gone();
  });

/** `/s/…`: surveys by link, drawn here, without any script. */
export const hosted = new Hono<AppEnv>()
  .route('/', files)
  .route('/', surveys)
  .onError((error, c) => {
    if (problemOf(error, '').status !== 503) return answerError(error, c);
    // A visitor can read a page, and no problem document.
    const locale = negotiate(HOSTED_LOCALES, c.req.query('lang'), c.req.header('accept-language'));
    c.header('retry-after', '5');
    return c.html(gonePage(locale, frameOf(locale), 'tooMany'), 503);
  });
