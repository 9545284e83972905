import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../contract/contact.ts';
import type { Overview } from '../../contract/report.ts';
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

async function openAdmin(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${product.origin}/sign-in`);
  await page.locator('input[type=email]').fill(login.email);
  await page.locator('input[type=password]').fill(login.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await page.goto(product.origin + path);
  return page;
}

/** Signs in as a person in the shop, buys, and waits for the survey. */
async function checkOut(person: string, locale = 'en-GB'): Promise<Page> {
  const context = await browser.newContext({ locale });
  const shop = await context.newPage();
  await shop.goto(`${product.origin}/demo`);
  await context.request.post(`${product.origin}/demo/sign-in`, { form: { person, back: '/demo' } });
  await shop.goto(`${product.origin}/demo/checkout`);
  await shop.locator('main form button').first().click();
  await shop.waitForURL(/\/demo\/thanks/);
  await shop.getByRole('radiogroup').waitFor();
  return shop;
}

describe('a rating in the shop', () => {
  it('lands on the right contact, verified, and is seen in the admin within two seconds', async () => {
    const before = await api<Overview>('/reports/overview');
    const admin = await openAdmin('/responses');
    const rows = admin.locator('.list-rows').getByRole('link');
    await rows.first().waitFor();

    const shop = await checkOut('c-1001');
    await shop.getByRole('radio').nth(1).click();
    const comment = 'Paying took three attempts.';
    await shop.getByRole('textbox').fill(comment);
    const started = Date.now();
    await shop.getByRole('button', { name: 'Send' }).click();
    await rows.filter({ hasText: comment }).waitFor({ timeout: 2_000 });
    expect(Date.now() - started).toBeLessThan(2_000);
    await shop.getByRole('heading', { name: 'Thank you, it is with us' }).waitFor();

    const row = rows.filter({ hasText: comment });
    expect(await row.innerText()).toContain('سارا موسوی‌نژاد');
    expect(await row.innerText()).toContain('verified');
    await row.click();
    const detail = admin.getByRole('article');
    await detail.getByText('Why this person?').waitFor();
    await eventually(
      () => detail.innerText(),
      (text) => text.includes(comment) && text.includes('signed token'),
    );

    const { items } = await api<{ items: ResponseSummary[] }>('/responses?limit=1');
    const stored = await api<ResponseDetail>(`/responses/${items[0]?.id}`);
    expect(stored).toMatchObject({
      survey: 'after-checkout',
      touchpoint: 'checkout',
      score: 2,
      comment,
      complete: true,
      trust: 'verified',
      match: { method: 'token', state: 'tied' },
    });
    const contact = await api<Contact>(`/contacts/${stored.contact?.id}`);
    expect(contact.email).toBe('sara.mousavinejad0@ikon.example');
    expect(contact.identifiers).toContainEqual(expect.objectContaining({ system: 'shop', value: 'c-1001' }));
    const after = await api<Overview>('/reports/overview');
    expect(after.csat.n).toBe(before.csat.n + 1);
    expect(after.csat.count).toBe(before.csat.count);
    expect(after.distribution[1]).toBe((before.distribution[1] ?? 0) + 1);
    expect(after.funnel.answered).toBe(before.funnel.answered + 1);
    const checkout = (overview: Overview) => overview.touchpoints.find(({ id }) => id === 'checkout')?.csat.n ?? 0;
    expect(checkout(after)).toBe(checkout(before) + 1);
  });

  it('by somebody not signed in stays anonymous, in their own language', async () => {
    const shop = await checkOut('nobody', 'fa-IR');
    expect(await shop.getByRole('radiogroup').evaluate((group) => getComputedStyle(group).direction)).toBe('rtl');
    await shop.getByRole('radio').nth(4).click();
    const { items } = await eventually(
      () => api<{ items: ResponseSummary[] }>('/responses?limit=1'),
      (page) => page.items[0]?.locale === 'fa' && page.items[0].trust === 'anonymous',
    );
    expect(items[0]).toMatchObject({ score: 5, complete: false, contact: null });
  });
});
