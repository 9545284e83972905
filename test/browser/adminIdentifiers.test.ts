import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { type AdminHost, startAdmin, VIEWS } from './adminHost.ts';

let host: AdminHost;
beforeAll(async () => {
  host = await startAdmin();
});
afterAll(() => host.stop());

describe.each(VIEWS)('in $language, $scheme, $width pixels wide', (view) => {
  it('an identifier is added and taken away by keyboard, and what is refused is said at its field', async () => {
    const { page, troubles } = await host.open(`/people/${host.person}`, view);
    const list = page.locator('.known-by');
    const dialog = page.getByRole('dialog');
    await list.locator('.panel-head button').focus();
    await page.keyboard.press('Enter');
    // The keyboard begins in the kind; an external id asks whose it is.
    await dialog.locator('select[name="kind"]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('kind');
    expect(await dialog.locator('input[name="system"]').count()).toBe(0);
    await dialog.locator('select[name="kind"]').selectOption('external');
    await dialog.locator('input[name="system"]').fill('not a key');
    await dialog.locator('input[name="value"]').fill(`id-of-${view.language}`);
    await page.keyboard.press('Enter');
    await dialog.locator('input[name="system"][aria-invalid="true"]').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await dialog.locator('input[name="system"]').fill('ledger');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const added = list.locator('.identifier', { hasText: `id-of-${view.language}` });
    await added.waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await added.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const action = dialog.locator('[data-kind="danger"]:enabled');
    await action.waitFor();
    // Nothing claimed it: nothing is untied by taking it away.
    expect(await dialog.locator('.resting').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await action.press('Enter');
    await added.waitFor({ state: 'detached' });
    // The one complaint is the browser's own about the refusal that was provoked.
    expect(troubles.filter((one) => !one.includes('400'))).toEqual([]);
    await page.context().close();
  });
});

it('an email that somebody else has is refused where it was written', async () => {
  const { page } = await host.open(`/people/${host.person}`, { language: 'en', scheme: 'light', width: 1440 });
  const email = await page.evaluate(async (person) => {
    const { items } = await (await fetch('/api/contacts?limit=20')).json();
    return items.find((one: { id: string; email: string | null }) => one.id !== person && one.email)?.email;
  }, host.person);
  await page.getByRole('button', { name: 'Add an identifier' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Value').fill(email);
  await dialog.getByRole('button', { name: 'Add an identifier' }).click();
  await dialog.getByText('Somebody else has this already.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('value');
  await page.context().close();
});

it('well-known attributes are named in words where they are edited, and others by their own name', async () => {
  const { page, troubles } = await host.open(`/people/${host.person}`, { language: 'fa', scheme: 'dark', width: 1440 });
  const path = `${host.origin}/api/contacts/${host.person}`;
  const headers = { origin: host.origin };
  const attributes = { renewal: '2027-01-19', channel: 'phone', stage: 'customer', Plan: 'basic' };
  expect((await page.request.patch(path, { data: { attributes }, headers })).status()).toBe(200);
  await page.reload();
  // The stage in the reader's language; in the data it stays as its system wrote it.
  await page.locator('.stats', { hasText: 'مشتری' }).waitFor();
  await page.getByRole('button', { name: 'ویرایش', exact: true }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('textbox', { name: 'تاریخ تمدید' }).inputValue()).toBe('2027-01-19');
  await dialog.getByRole('combobox', { name: 'راه تماس دلخواه' }).selectOption({ label: 'پیامک' });
  expect(await violationsOf(page)).toEqual([]);
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
  const saved = (await (await page.request.get(path)).json()) as { attributes: object };
  expect(saved.attributes).toEqual({ ...attributes, channel: 'sms' });
  expect(troubles).toEqual([]);
  await page.context().close();
});
