import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { eventually } from '../support/eventually.ts';
import { type AdminHost, startAdmin, VIEWS } from './adminHost.ts';
import { openNew, saved, VIEW } from './builderHost.ts';

let host: AdminHost;
beforeAll(async () => {
  host = await startAdmin();
});
afterAll(() => host.stop());

for (const view of VIEWS)
  describe(`in ${view.language}, ${view.scheme}, ${view.width} pixels wide`, () => {
    it('the surveys have no accessibility violation, and nothing beside the window', async () => {
      const { page, troubles } = await host.open('/surveys', view);
      await page.locator('.survey-row').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.locator('.page-actions .button').click();
      await page.locator('.template').nth(6).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(troubles).toEqual([]);
      await page.context().close();
    });

    it('no part of the builder has an accessibility violation, an error or anything beside the window', async () => {
      const { page, troubles } = await openNew(host, 'Every part', view, '?question=wrong');
      const tabs = page.getByRole('tab');
      await page.locator('.question-body').waitFor();
      for (let at = 0; at < (await tabs.count()); at += 1) {
        await tabs.nth(at).click();
        await page.locator('[role="tabpanel"]').locator('input, h2').first().waitFor({ state: 'attached' });
        expect(await violationsOf(page), await tabs.nth(at).innerText()).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
      await page.locator('.page-actions [data-kind="primary"]').click();
      await page.locator('dialog h3').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  });

it('a new survey begins with the template that is chosen, and the keyboard stands there', async () => {
  const { page } = await host.open('/surveys', VIEW);
  await page.getByRole('button', { name: 'New survey' }).click();
  await page.locator('.template').nth(6).waitFor();
  const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  const chosen = await page.locator('.template input:checked').inputValue();
  expect(chosen).not.toBe('');
  expect(await focused()).toBe(chosen);
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('.template input:checked').inputValue()).toBe(
    await page.locator('.template input').nth(1).inputValue(),
  );
  await page.context().close();
});

describe('a draft', () => {
  it('that could not be saved is kept, said, and saved when asked again', async () => {
    const { page, draft } = await openNew(host, 'Not saved', VIEW, '?question=rating');
    await page.route('**/draft', (route) =>
      route.request().method() === 'PUT' ? route.fulfill({ status: 422, body: '' }) : route.continue(),
    );
    await page.getByRole('textbox', { name: 'Name' }).fill('Kept');
    await page.getByText('Not saved').waitFor();
    // Leaving asks first.
    await page.getByRole('link', { name: 'Surveys' }).first().click();
    await page.getByRole('heading', { name: 'Leave without saving?' }).waitFor();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Kept');
    await page.unroute('**/draft');
    await page.getByRole('button', { name: 'Try again' }).click();
    await saved(page);
    expect((await draft()).definition.name).toBe('Kept');
    await page.context().close();
  });

  it('that somebody else has saved meanwhile says so, and neither of the two is lost', async () => {
    const { page, id, draft } = await openNew(host, 'Two at once');
    const theirs = await draft();
    await page.request.put(`${host.origin}/api/surveys/${id}/draft`, {
      headers: { origin: host.origin },
      data: { ...theirs, definition: { ...theirs.definition, name: 'Theirs' } },
    });
    await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
    await page.getByText('Somebody else has saved this survey meanwhile.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show theirs' }).click();
    await page.getByRole('heading', { name: 'Theirs' }).waitFor();
    await page.getByRole('tab', { name: 'Questions' }).focus();
    await page.keyboard.press('Control+z');
    await eventually(draft, ({ definition }) => definition.name === 'Mine');
    await page.context().close();
  });

  it('is left as it is by who may only read', async () => {
    const { page, id } = await openNew(host, 'Read');
    await page.route('**/api/session', async (route) => {
      const session = await (await route.fetch()).json();
      await route.fulfill({ json: { ...session, role: 'agent' } });
    });
    await page.goto(`${host.origin}/surveys/${id}?question=wrong`);
    await page.locator('.question-body').waitFor();
    expect(await page.getByRole('button', { name: /Publish|Undo|Add a question|Remove/ }).count()).toBe(0);
    expect(await page.locator('.grip').count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Question', exact: true }).isDisabled()).toBe(true);
    await page.locator('.question-toggle').first().click();
    await page.locator('.question-body').waitFor();
    await page.context().close();
  });
});

describe('publishing', () => {
  it('is refused while a translation is missing, which leads to its place', async () => {
    const { page } = await openNew(host, 'Untranslated', VIEW, '?question=rating');
    const words = page.getByRole('textbox', { name: 'Question', exact: true });
    await page.getByLabel('Written in').selectOption('pl');
    await words.fill('');
    await page.getByRole('button', { name: /^Publish/ }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Publish version 1' }).isDisabled()).toBe(true);
    await dialog.getByRole('link', { name: /Polski: The translation is missing/ }).click();
    await page.getByRole('textbox', { name: /purchase today.*Polski/ }).fill('Jak było?');
    await page.getByRole('columnheader', { name: 'Polski complete' }).waitFor();
    await page.context().close();
  });

  it('makes a version, says what the next one changes, and takes the change back when it is thrown away', async () => {
    const { page, id, draft } = await openNew(host, 'Versions');
    await page.getByRole('button', { name: /^Publish/ }).click();
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByRole('heading', { name: 'Version 1 is live' }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.locator('.page-actions').getByText('live').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Versions, better');
    await page.getByRole('tab', { name: 'Publish' }).click();
    await page.getByRole('heading', { name: 'Changed since version 1' }).waitFor();
    await page.locator('.changes').getByText('changed').waitFor();
    await page.getByRole('button', { name: 'Throw these changes away' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Throw these changes away' }).click();
    await eventually(draft, ({ definition }) => definition.name === 'Versions');
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    await page.goto(`${host.origin}/surveys`);
    const row = page.locator('.survey-row', { has: page.locator(`a[href="/surveys/${id}"]`) });
    await row.getByText('version 1').waitFor();
    await page.context().close();
  });
});

it('a survey is paused, put away, taken out again and copied from the list; a draft is deleted', async () => {
  const { page, id } = await openNew(host, 'From the list');
  const published = await page.request.post(`${host.origin}/api/surveys/${id}/publish`, {
    headers: { origin: host.origin },
  });
  expect(published.status()).toBe(200);
  await page.goto(`${host.origin}/surveys`);
  const row = page.locator('.survey-row', { has: page.locator(`a[href="/surveys/${id}"]`) });
  const choose = async (name: string) => {
    await row.getByRole('button', { name: /^What to do/ }).click();
    await row.getByRole('button', { name, exact: true }).click();
  };
  await choose('Pause');
  await row.getByText('paused').waitFor();
  await choose('Resume');
  await row.getByText('live').waitFor();
  await choose('Archive');
  await page.locator('summary').click();
  await row.getByText('archived').waitFor();
  await choose('Take out of the archive');
  await row.getByText('paused').waitFor();
  await choose('Duplicate');
  await page.waitForURL((url) => url.pathname.startsWith('/surveys/') && !url.pathname.endsWith(`/${id}`));
  const copy = new URL(page.url()).pathname;
  await page.getByRole('tablist').waitFor();
  await page.getByRole('link', { name: 'Surveys' }).first().click();
  const draft = page.locator('.survey-row', { has: page.locator(`a[href="${copy}"]`) });
  await draft.getByText('never published').waitFor();
  await draft.getByRole('button').first().click();
  await draft.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await draft.waitFor({ state: 'detached' });
  await page.context().close();
});
