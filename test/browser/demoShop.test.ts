import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecrets } from '../../scripts/installation.ts';
import { type Product, startProduct } from '../../scripts/product.ts';
import { violationsOf } from '../support/accessibility.ts';
import { STAGES, SURVEY, TOUCHPOINTS } from '../support/product.ts';

const PAGES = ['', '/basket', '/checkout', '/thanks', '/orders/88213', '/help', '/privacy'];

let product: Product;
let browser: Browser;
let apiKey = '';

beforeAll(async () => {
  const secrets = newSecrets();
  product = await startProduct({ port: 0, dataDir: null, secrets });
  const made = await fetch(`${product.origin}/api/setup/workspace`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secrets.SETUP_TOKEN}` },
    body: JSON.stringify({
      settings: { name: 'Shop', timeZone: 'Asia/Tehran', calendar: 'gregory', country: 'IR', languages: ['en'] },
      members: [{ name: 'Owner', email: 'owner@team.example', password: 'correct-horse-battery', role: 'owner' }],
      site: { key: secrets.DEMO_SITE, name: 'Shop', origins: ['http://localhost:*'], idSystem: 'shop' },
      stages: STAGES,
      touchpoints: TOUCHPOINTS,
      surveys: [SURVEY, { ...SURVEY, id: 'after-delivery', touchpoint: 'delivery', triggers: { placed: true } }],
      apiKey: 'admin',
    }),
  });
  ({ apiKey } = (await made.json()) as { apiKey: string });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** The survey of a page that has one, on screen. */
async function settle(page: Page, path: string): Promise<void> {
  if (path === '/thanks' || path.startsWith('/orders')) await page.getByRole('radio').first().waitFor();
}

describe.each([
  ['en', 'light'],
  ['fa', 'dark'],
  ['pl', 'dark'],
] as const)('the demo shop in %s, %s', (locale, colorScheme) => {
  it.each(PAGES)('/demo%s is open to everyone and fits a phone', async (path) => {
    const context = await browser.newContext({
      locale,
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(`${product.origin}/demo${path}`);
    await settle(page, path);
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await context.close();
  });
});

describe('the order page', () => {
  it('has no heading over a survey that is not there', async () => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    await page.goto(`${product.origin}/demo/orders/88213`);
    const heading = page.getByRole('heading', { name: 'Now that it has arrived' });
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    expect(await heading.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Withdraw my answer' }).click();
    await page.getByText('Your answer is withdrawn').first().waitFor();
    await page.reload();
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => customElements.get('touchstone-survey'));
    await expect.poll(() => heading.isVisible()).toBe(false);
    expect((await page.locator('touchstone-survey').boundingBox())?.height ?? 0).toBe(0);
    await context.close();
  });
});

describe('who is signed in to the demo shop', () => {
  it('is who answers, and after signing out nobody is', async () => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    const stored = async () => {
      const answer = await fetch(`${product.origin}/api/responses?limit=2`, {
        headers: { authorization: `Bearer ${apiKey}` },
      });
      const { items } = (await answer.json()) as {
        items: { score: number; trust: string; contact: { name: string } | null }[];
      };
      return items.map(({ score, trust, contact }) => [score, trust, contact?.name ?? null]);
    };
    const order = async (who: string, rating: string) => {
      await page.goto(`${product.origin}/demo/checkout`);
      await page.getByText('Signed in as').click();
      await page.getByRole('button', { name: who }).click();
      await page.getByRole('button', { name: 'Place the order' }).click();
      await page.getByRole('radio', { name: rating, exact: true }).click();
      await page.locator('.note b').waitFor();
    };
    await order('Noah Smith-Jones', 'good');
    await expect.poll(stored).toEqual([[4, 'verified', 'Noah Smith-Jones']]);
    await order('nobody', 'bad');
    await expect.poll(async () => (await stored()).at(0)).toEqual([2, 'anonymous', null]);
    await context.close();
  });
});
