import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ResponseDetail, ResponseSummary } from '../../contract/response.ts';
import { type DemoLogin, makeDemo } from '../../scripts/demo.ts';
import { newSecrets } from '../../scripts/installation.ts';
import { type Product, startProduct } from '../../scripts/product.ts';
import { launchChromium } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';

let product: Product;
let browser: Browser;
let login: Omit<DemoLogin, 'origin'>;
beforeAll(async () => {
  const secrets = newSecrets();
  [product, browser] = await Promise.all([startProduct({ port: 0, dataDir: null, secrets }), launchChromium()]);
  login = await makeDemo(product.origin, secrets.SETUP_TOKEN, secrets.DEMO_SITE, Date.now());
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function api<T>(path: string): Promise<T> {
  const answer = await fetch(`${product.origin}/api${path}`, { headers: { authorization: `Bearer ${login.apiKey}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

it('a survey made from a template, written, put in order and published is asked on a page, and its answer stored', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.request.post(`${product.origin}/api/auth/sign-in/email`, {
    headers: { origin: product.origin },
    data: { email: login.email, password: login.password },
  });
  const page = await context.newPage();
  await page.goto(`${product.origin}/surveys`);

  await page.getByRole('button', { name: 'New survey' }).click();
  await page.getByRole('radio', { name: /^After purchase/ }).check();
  await page.getByRole('textbox', { name: 'Name' }).fill('Coffee bought');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/surveys\/./);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  // Written: a touchpoint, and other words.
  await page.getByRole('combobox', { name: 'Touchpoint' }).selectOption('checkout');
  await page.getByRole('button', { name: /^How satisfied are you/ }).click();
  const words = page.getByRole('textbox', { name: 'Question', exact: true });
  await words.fill('How was it to buy your coffee?');
  await page.frameLocator('iframe').getByRole('heading', { name: 'How was it to buy your coffee?' }).waitFor();

  // Put in order: what went well before what went wrong.
  const names = () => page.locator('.question-list .question-toggle bdi').allTextContents();
  const before = await names();
  await page.getByRole('button', { name: /^Move “What did we do well/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  expect(await names()).toEqual([before[0], before[2], before[1], ...before.slice(3)]);

  // A rule: who is very unhappy is asked no more than that.
  await page.getByRole('tab', { name: 'Logic' }).click();
  const first = page.locator('.ways').first();
  await first.getByLabel('To', { exact: true }).first().selectOption('1');
  await first.getByLabel('Where it goes').first().selectOption('end');

  // Asked when the page says so.
  await page.getByRole('tab', { name: 'When' }).click();
  await page.getByLabel('Name of the event').fill('coffee_bought');

  await page.getByRole('button', { name: /^Publish/ }).click();
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await page.getByRole('heading', { name: 'Version 1 is live' }).waitFor();

  const shop = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await shop.goto(`${product.origin}/demo`);
  await eventually(
    () => shop.evaluate(() => 'touchstone' in window),
    (isThere) => isThere,
  );
  await shop.evaluate(() => {
    const { touchstone } = window as unknown as { touchstone: (...call: unknown[]) => void };
    touchstone('track', 'coffee_bought');
  });
  const survey = shop.locator('touchstone-survey');
  await survey.getByText('How was it to buy your coffee?').first().waitFor();
  await survey.getByRole('radio').first().click();
  const { items } = await eventually(
    () => api<{ items: ResponseSummary[] }>(`/responses?survey=${id}&limit=1`),
    ({ items: [newest] }) => newest !== undefined,
  );
  const stored = await api<ResponseDetail>(`/responses/${items[0]?.id}`);
  expect(stored).toMatchObject({ survey: id, version: 1, touchpoint: 'checkout', score: 1 });

  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: 'Surveys' }).first().click();
  const row = page.locator('.survey-row', { hasText: 'Coffee bought' });
  await row.getByText('live').waitFor();
  await row.getByText('1 answer').waitFor();
});
