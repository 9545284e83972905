import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

    await page.locator('.toast-action').first().click();
    await eventually(open, ({ counts }) => counts['accepted'] === 0);
    await page.locator('.pair-table').waitFor();
    await page.keyboard.press('x');
    await eventually(open, ({ counts }) => counts['rejected'] === 1);
    await page.context().close();
  });

  it('are merged from a person’s page, field by field, and parted there again', async () => {
    const { page } = await host.open(`/people/${host.person}`, view);
    await page.getByRole('button', { name: 'Merge with…' }).click();
    const choices = page.locator('.person-choice');
    await choices.first().waitFor();
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
