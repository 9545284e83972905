import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { bean } from './bean.ts';
import { chooseLanguage, languageOf } from './chooseLanguage.ts';
import type { Markup, Visit } from './page.ts';
import { basketPage } from './pages/basket.ts';
import { checkoutPage } from './pages/checkout.ts';
import { helpPage } from './pages/help.ts';
import { orderPage } from './pages/order.ts';
import { privacyPage } from './pages/privacy.ts';
import { productPage } from './pages/product.ts';
import { ORDER, thanksPage } from './pages/thanks.ts';
import { people } from './people.ts';
import { script } from './script.ts';
import { signToken } from './signToken.ts';
import type { DemoSite } from './site.ts';
import { style } from './style.ts';
import { catalogue } from './words/catalogue.ts';

const PERSON_COOKIE = 'demo_person';
const LANGUAGE_COOKIE = 'demo_lang';
const YEAR = 31_536_000;

/** Everything from the shop itself, nothing inline: the widget has to live under it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface DemoDeps<Bindings> {
  /** The site the shop belongs to; null where there is no demonstration, and the whole shop answers 404. */
  site(env: Bindings): Promise<DemoSite | null>;
}

/** A small coffee shop that uses Touchstone as any site would. Its links expect it under `/demo`. */
export function createDemo<Bindings extends object>(deps: DemoDeps<Bindings>) {
  type Env = { Bindings: Bindings; Variables: { site: DemoSite } };
  type Here = Context<Env>;

  const cookieOptions = (c: Here) =>
    ({
      path: '/demo',
      sameSite: 'Lax',
      httpOnly: true,
      secure: new URL(c.req.url).protocol === 'https:',
      maxAge: YEAR,
    }) as const;

  const personOf = (c: Here) => people.find(({ id }) => id === getCookie(c, PERSON_COOKIE));

  const show = (c: Here, draw: (visit: Visit, now: number) => Markup) => {
    const asked = languageOf(c.req.query('lang'));
    if (asked) setCookie(c, LANGUAGE_COOKIE, asked, cookieOptions(c));
    const locale =
      asked ?? languageOf(getCookie(c, LANGUAGE_COOKIE)) ?? chooseLanguage(c.req.header('accept-language'));
    const visit: Visit = {
      locale,
      words: catalogue[locale],
      siteKey: c.var.site.key,
      path: new URL(c.req.url).pathname,
      person: personOf(c),
      left: c.req.query('left') === '1',
    };
    return c.html(draw(visit, Date.now()));
  };

  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const site = await deps.site(c.env);
    if (!site) return c.notFound();
    c.set('site', site);
    await next();
    c.header('Content-Security-Policy', POLICY);
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
    return;
  });

  const file = (c: Here, type: string, text: string) =>
    c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'public, max-age=300' });

  return app
    .get('/', (c) => show(c, productPage))
    .get('/basket', (c) => show(c, basketPage))
    .get('/checkout', (c) => show(c, checkoutPage))
    .post('/checkout', (c) => c.redirect('/demo/thanks', 303))
    .get('/thanks', (c) => show(c, thanksPage))
    .get(`/orders/${ORDER}`, (c) => show(c, orderPage))
    .get('/help', (c) => show(c, helpPage))
    .get('/privacy', (c) => show(c, privacyPage))
    .get('/shop.css', (c) => file(c, 'text/css', style))
    .get('/shop.js', (c) => file(c, 'text/javascript', script))
    .get('/bean.svg', (c) => file(c, 'image/svg+xml', bean))
    .get('/token', async (c) => {
      const person = personOf(c);
      return person ? c.text(await signToken(c.var.site, person)) : c.text('', 401);
    })
    .post('/sign-in', async (c) => {
      const form = await formOf(c.req.raw);
      if (!form) return c.text('', 400);
      const person = people.find(({ id }) => id === form.get('person'));
      const before = personOf(c);
      setCookie(c, PERSON_COOKIE, person?.id ?? '', person ? cookieOptions(c) : { ...cookieOptions(c), maxAge: 0 });
      // Back to a page of the shop only.
      const back = /^\/demo(\/[a-z0-9/]*)?$/.exec(String(form.get('back')))?.[0] ?? '/demo';
      return c.redirect(before && before.id !== person?.id ? `${back}?left=1` : back, 303);
    });
}

/** The fields of a submitted form; null where what came is none. */
async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
