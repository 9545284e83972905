import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { CrmServer } from '../support/crmServer/crmServer.ts';
import { eventually } from '../support/eventually.ts';
import { type AdminHost, startAdmin, VIEWS, type View } from './adminHost.ts';

let crm: CrmServer;
let host: AdminHost;
beforeAll(async () => {
  crm = await new CrmServer(120).start();
  host = await startAdmin({ OUTBOUND_ALLOW: crm.host });
});
afterAll(async () => {
  await host.stop();
  crm.stop();
});
beforeEach(() => crm.reset());

const VIEW: View = { language: 'en', scheme: 'light', width: 1440 };

/** Connects Salesforce through the dialog, as somebody would. */
async function connect(name: string, secret: string) {
  const { page, troubles } = await host.open('/connections', VIEW);
  await page.getByRole('button', { name: 'Connect a system' }).click();
  await page.getByRole('dialog').getByText('Salesforce', { exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Login address' }).fill(crm.origin);
  await dialog.getByLabel('Consumer key').fill(crm.salesforce.consumerKey);
  await dialog.getByLabel('Consumer secret').fill(secret);
  await dialog.getByRole('button', { name: 'Connect and test' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('.connection-head').waitFor();
  return { page, troubles };
}

it('a system is connected, tried, runs, and its figures grow on screen', async () => {
  const { page, troubles } = await connect('The real one', crm.salesforce.consumerSecret);
  await page.getByText('It works: Caspian Org.').waitFor();
  await page.locator('.connection-head [data-state="active"]').waitFor({ timeout: 30_000 });
  await page.locator('.sync-log > li').filter({ hasText: 'new' }).first().waitFor();
  expect(await page.locator('.counts').nth(1).innerText()).toMatch(/new people\s*120/i);
  // Their fields are there to choose from, and a choice is kept.
  await page
    .getByRole('combobox', { name: 'Their field' })
    .first()
    .locator('option')
    .nth(8)
    .waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Add a field' }).first().click();
  const row = page.locator('.mapping').first().locator('.mapping-row').last();
  await row.getByRole('combobox', { name: 'Their field' }).selectOption('Contract_End__c');
  await row.getByRole('combobox', { name: 'Here' }).selectOption({ label: 'Renewal date' });
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByText('It holds for what changes from now on').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.locator('.connection-head [data-state="paused"]').waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});

it('credentials that are not taken are said in plain words, and can be replaced', async () => {
  const { page } = await connect('With a slip', 'not-the-secret-at-all');
  await page.getByText('It does not take the credentials').first().waitFor();
  await page.locator('.connection-head [data-state="paused"]').waitFor();
  expect(await page.locator('.connection-fault').innerText()).toContain('it starts once a test has passed');
  expect(await page.locator('.connection-facts').innerText()).toMatch(/Last test\s+did not pass/);
  // It is held back as long as no test passes, and what the last said is there after a reload.
  await page.reload();
  await page.getByRole('button', { name: 'Test and start' }).click();
  await page.getByText('It does not take the credentials').first().waitFor();
  expect(await page.locator('.connection-head').innerText()).toContain('not started');
  await page.getByText('Credentials · Replace').click();
  await page.getByLabel('Consumer key').fill(crm.salesforce.consumerKey);
  await page.getByLabel('Consumer secret').fill(crm.salesforce.consumerSecret);
  await page.getByRole('button', { name: 'Save' }).nth(1).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('It works: Caspian Org.').waitFor();
  await page.locator('.connection-fault').waitFor({ state: 'detached' });
  expect(await page.locator('.connection-facts').innerText()).toMatch(/Last test\s+passed/);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await eventually(
    () => page.getByText('With a slip').count(),
    (found) => found === 0,
  );
  await page.context().close();
});

describe.each(VIEWS)('in $language, $scheme, $width pixels wide', (view) => {
  it('no part of the connections has an accessibility violation, an error or anything beside the window', async () => {
    const { page, troubles } = await host.open('/connections', view);
    await page.locator('.connection-head').waitFor();
    await page.locator('.mapping-row').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.locator('.page-actions [data-kind="primary"]').click();
    await page.locator('dialog .segments').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
