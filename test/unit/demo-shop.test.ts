import { Hono } from 'hono';
import { jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../worker/demo/chooseLanguage.ts';
import { createDemo } from '../../worker/demo/demo.ts';
import { people } from '../../worker/demo/people.ts';

const secret = new TextEncoder().encode('a secret of thirty-two bytes or so');
const site = { key: 'st_demo', kid: 'k1', secret };
const shop = (known: typeof site | null = site) => new Hono().route('/demo', createDemo({ site: async () => known }));

describe('the language asked for', () => {
  it.each([
    [undefined, 'en'],
    ['fa-IR,fa;q=0.9,en;q=0.8', 'fa'],
    ['de-DE, pl;q=0.4, en;q=0.7', 'en'],
    ['pl;q=0, fa;q=0.1', 'fa'],
    ['*', 'en'],
    [';;q=,,', 'en'],
  ])('by %j is %s', (header, expected) => {
    expect(chooseLanguage(header)).toBe(expected);
  });
});

describe('the demo shop', () => {
  it.each(['', '/basket', '/checkout', '/thanks', '/orders/88213', '/help', '/privacy'])(
    'shows /demo%s in three languages',
    async (path) => {
      const app = shop();
      for (const lang of ['en', 'fa', 'pl']) {
        const response = await app.request(`/demo${path}?lang=${lang}`);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
        const page = await response.text();
        expect(page).toContain(`<html lang="${lang}" dir="${lang === 'fa' ? 'rtl' : 'ltr'}">`);
        expect(page).toContain('src="/w/st_demo.js"');
        expect(page).not.toMatch(/ style=|<style|undefined|\[object/);
      }
    },
  );

  it('fills the checkout in as people of the language would, and joins words by its own comma', async () => {
    const pageIn = async (lang: string) => (await shop().request(`/demo/checkout?lang=${lang}`)).text();
    expect(await pageIn('fa')).toContain('دانهٔ کامل، ۲۵۰ گرم');
    for (const lang of ['fa', 'pl']) expect(await pageIn(lang)).not.toMatch(/Alex Sample|Harbour Street|Anywhere/);
    expect(await pageIn('fa')).not.toMatch(/value="[^"]*[A-Za-z]{2}[^"]*" dir/);
  });

  it('is linked to what its survey keeps, from every page', async () => {
    for (const path of ['', '/help', '/privacy'])
      expect(await (await shop().request(`/demo${path}`)).text()).toContain('href="/demo/privacy"');
  });

  it('does not exist where there is no demonstration', async () => {
    for (const path of ['', '/token', '/shop.css', '/help'])
      expect((await shop(null).request(`/demo${path}`)).status).toBe(404);
  });

  it("signs the chosen person with the site's secret", async () => {
    const [person] = people;
    const app = shop();
    const signedIn = await app.request('/demo/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ person: person?.id ?? '', back: '/demo/help' }),
    });
    expect(signedIn.status).toBe(303);
    expect(signedIn.headers.get('location')).toBe('/demo/help');
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const token = await (await app.request('/demo/token', { headers: { cookie } })).text();
    const { payload, protectedHeader } = await jwtVerify(token, secret, { audience: site.key });
    expect(protectedHeader).toEqual({ alg: 'HS256', kid: 'k1' });
    expect(payload).toMatchObject({ sub: person?.id, email: person?.email, email_verified: true, name: person?.name });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600);
  });

  it('signs nobody who is not there', async () => {
    expect((await shop().request('/demo/token')).status).toBe(401);
    expect((await shop().request('/demo/token', { headers: { cookie: 'demo_person=c-9999' } })).status).toBe(401);
  });

  it('refuses calmly what is no form', async () => {
    for (const type of ['text/plain', 'multipart/form-data', 'application/json']) {
      const headers = { 'content-type': type };
      const answer = await shop().request('/demo/sign-in', { method: 'POST', headers, body: 'person=c-1001' });
      expect(answer.status).toBe(400);
    }
  });

  it('tells the page when somebody has left, and leads nowhere but to itself', async () => {
    const response = await shop().request('/demo/sign-in', {
      method: 'POST',
      headers: { cookie: 'demo_person=c-1001' },
      body: new URLSearchParams({ person: '', back: 'https://elsewhere.example/' }),
    });
    expect(response.headers.get('location')).toBe('/demo?left=1');
  });
});
