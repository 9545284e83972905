import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoLogin, makeDemo } from '../../scripts/demo.ts';
import { newSecrets } from '../../scripts/installation.ts';
import { type Product, startProduct } from '../../scripts/product.ts';
import { violationsOf } from '../support/accessibility.ts';
import { launchChromium } from '../support/browser.ts';

let product: Product;
let browser: Browser;
let login: Omit<DemoLogin, 'origin'>;
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>;
let person: string;
let answer: string;
beforeAll(async () => {
  const secrets = newSecrets();
  [product, browser] = await Promise.all([startProduct({ port: 0, dataDir: null, secrets }), launchChromium()]);
  login = await makeDemo(product.origin, secrets.SETUP_TOKEN, secrets.DEMO_SITE, Date.now());
  const context = await browser.newContext();
  await context.request.post(`${product.origin}/api/auth/sign-in/email`, {
    headers: { origin: product.origin },
    data: { email: login.email, password: login.password },
  });
  cookies = await context.cookies();
  const responses = await (await context.request.get(`${product.origin}/api/responses?trust=verified&limit=1`)).json();
  answer = responses.items[0].id;
  person = responses.items[0].contact.id;
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

interface View {
  language: string;
  scheme: 'light' | 'dark';
  width: number;
  signedIn?: boolean;
}

async function open(
  path: string,
  { language, scheme, width, signedIn = true }: View,
): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: language,
  });
  if (signedIn) await context.addCookies(cookies);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // The one expected failure: asking who is signed in before anybody is.
    if (message.type() === 'error' && !message.location().url.endsWith('/api/session')) troubles.push(message.text());
  });
  await page.goto(product.origin + path);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  return { page, troubles };
}

const screens: [string, () => string][] = [
  ['the overview', () => '/overview'],
  ['the responses', () => `/responses?open=${answer}`],
  ['the people', () => '/people'],
  ['a person', () => `/people/${person}`],
  ['the sites', () => '/sites'],
  ['the settings', () => '/settings'],
  ['what is not there', () => '/people/nobody'],
];
const views: View[] = [
  { language: 'en', scheme: 'light', width: 1440 },
  { language: 'fa', scheme: 'dark', width: 1440 },
  { language: 'pl', scheme: 'dark', width: 360 },
  { language: 'fa', scheme: 'light', width: 360 },
];

for (const view of views) {
  describe(`in ${view.language}, ${view.scheme}, ${view.width} pixels wide`, () => {
    for (const [name, path] of screens) {
      it(`${name} has no accessibility violation, no error and nothing beside the window`, async () => {
        const { page, troubles } = await open(path(), view);
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(await page.evaluate(() => document.documentElement.dir)).toBe(view.language === 'fa' ? 'rtl' : 'ltr');
        expect(troubles.filter((line) => !line.includes('404'))).toEqual([]);
        await page.context().close();
      });
    }

    it('signing in has no accessibility violation', async () => {
      const { page } = await open('/sign-in', { ...view, signedIn: false });
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    });
  });
}

describe('the responses', () => {
  const view: View = { language: 'en', scheme: 'light', width: 1440 };

  it('keep their filters in the address, and going back takes them off again', async () => {
    const { page } = await open('/responses', view);
    await page
      .locator('.filters')
      .getByRole('checkbox', { name: /^Delivery/ })
      .check();
    await page.waitForURL(/touchpoint=delivery/);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('touchpoint'));
    await page.context().close();
  });

  it('are walked by J and K', async () => {
    const { page } = await open('/responses', view);
    await page.keyboard.press('j');
    await page.waitForURL(/open=/);
    const first = new URL(page.url()).searchParams.get('open');
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.searchParams.get('open') !== first);
    await page.keyboard.press('k');
    await page.waitForURL((url) => url.searchParams.get('open') === first);
    await page.context().close();
  });

  it('are exported whole, as they are filtered', async () => {
    const { page } = await open('/responses?score=1', view);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Export').click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').split('\r\n').filter(Boolean);
    const counts = await (await page.request.get(`${product.origin}/api/responses/counts?score=1`)).json();
    expect(lines.length - 1).toBeGreaterThanOrEqual(counts.matched * 0.95);
    expect(lines[0]?.startsWith('\ufeffid,')).toBe(true);
    await page.context().close();
  });
});
