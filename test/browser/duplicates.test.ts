import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../contract/contact.ts';
import type { Merge, Suggestion } from '../../contract/identity.ts';
import { violationsOf } from '../support/accessibility.ts';
import { eventually } from '../support/eventually.ts';
import { type AdminHost, startAdmin, type View } from './adminHost.ts';

let host: AdminHost;
beforeAll(async () => {
  host = await startAdmin();
});
afterAll(() => host.stop());

const view: View = { language: 'en', scheme: 'light', width: 1440 };

describe('people who may be here twice', () => {
  it('are found, walked, merged and told apart by keys alone, and each decision can be taken back', async () => {
    const { page } = await host.open('/duplicates', view);
    const open = async () =>
      (await (await page.request.get(`${host.origin}/api/suggestions?limit=200`)).json()) as {
        items: Suggestion[];
        counts: Record<string, number>;
      };
    await page.getByRole('button', { name: 'Compare everybody' }).click();
    await page.locator('.pair-choice').first().waitFor();
    const before = (await open()).items;
    expect(before.length).toBeGreaterThan(2);
    await page.locator('.pair-table').waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await page.keyboard.press('j');
    await page.waitForURL((url) => url.searchParams.get('pair') === before[1]?.id);
    await page.locator('.pair-table').waitFor();
    await page.keyboard.press('m');
    await eventually(open, ({ counts }) => counts['accepted'] === 1);
    const { items } = (await (await page.request.get(`${host.origin}/api/merges`)).json()) as { items: Merge[] };
    expect(items[0]?.evidence[0]).toEqual({ kind: 'suggestion', suggestion: before[1]?.id });

    // The latest decision first, and then the one before it.
    await page.locator('.pair-table').waitFor();
    const next = new URL(page.url()).searchParams.get('pair');
    await page.keyboard.press('x');
    await eventually(open, ({ counts }) => counts['rejected'] === 1);
    await page.waitForURL((url) => url.searchParams.get('pair') !== next);
    await page.keyboard.press('u');
    await eventually(open, ({ counts }) => counts['rejected'] === 0 && counts['accepted'] === 1);
    await page.waitForURL((url) => url.searchParams.get('pair') === next);
    await page.keyboard.press('u');
    await eventually(open, ({ counts }) => counts['accepted'] === 0);
    await page.waitForURL((url) => url.searchParams.get('pair') === before[1]?.id);
    expect((await open()).items).toHaveLength(before.length);
    await page.context().close();
  });

  it('were compared so long ago, as a sentence says it', async () => {
    const { page } = await host.open('/duplicates', view);
    const ran = page.locator('.link-run time');
    await ran.waitFor();
    const at = Date.parse((await ran.getAttribute('datetime')) ?? '');
    await page.context().close();
    for (const [language, said] of [
      ['en', '7 minutes ago'],
      ['fa', '۷ دقیقه پیش'],
      ['pl', '7 minut temu'],
    ] as const) {
      const opened = await host.open('/duplicates', { ...view, language });
      await opened.page.clock.setFixedTime(at + 7.5 * 60_000);
      await opened.page.reload();
      await opened.page.locator('.link-run time').waitFor();
      expect(await opened.page.locator('.link-run').textContent()).toContain(said);
      await opened.page.context().close();
    }
  });

  it('are who a person’s page offers to merge with', async () => {
    const { page } = await host.open('/duplicates', view);
    const listed = await page.request.get(`${host.origin}/api/suggestions?limit=1`);
    const { items } = (await listed.json()) as { items: Suggestion[] };
    const pair = items[0];
    await page.goto(`${host.origin}/people/${pair?.a.id}`);
    await page.getByRole('button', { name: 'Merge with…' }).click();
    const choices = page.locator('.person-choice');
    await choices.first().waitFor();
    expect(await choices.first().textContent()).toContain(pair?.b.email ?? pair?.b.name);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('are merged from a person’s page, field by field, and parted there again', async () => {
    const { page } = await host.open(`/people/${host.person}`, view);
    await page.getByRole('button', { name: 'Merge with…' }).click();
    const choices = page.locator('.person-choice');
    const api = (path: string) => page.request.get(`${host.origin}/api${path}`).then((answer) => answer.json());
    const self = (await api(`/contacts/${host.person}`)) as Contact;
    // Somebody is not offered to be one with themself, however they are sought.
    const emails = () => choices.locator('bdi.push').allTextContents();
    const search = page.locator('dialog input');
    await search.fill(self.email ?? '');
    await page.locator('dialog', { hasText: 'Nobody is called that' }).waitFor();
    await search.fill('example');
    await choices.nth(3).waitFor();
    expect(await emails()).not.toContain(self.email);
    await choices.last().click();
    await page.locator('dialog .pair-table').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
    const undo = page.locator('.merged-from').getByRole('button', { name: 'Undo' }).first();
    await undo.click();
    await page.getByRole('dialog').getByText('What was edited since the merge stays with').waitFor();
    await page.getByRole('button', { name: 'Part them' }).click();
    await page.locator('.merged-from').waitFor({ state: 'detached' });
    await page.context().close();
  });
});
