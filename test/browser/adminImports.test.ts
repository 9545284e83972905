import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportDetail } from '../../contract/imports.ts';
import { violationsOf } from '../support/accessibility.ts';
import { eventually } from '../support/eventually.ts';
import { type AdminHost, startAdmin, VIEWS } from './adminHost.ts';

let host: AdminHost;
beforeAll(async () => {
  host = await startAdmin();
});
afterAll(() => host.stop());

const FILE =
  'id,name,email,phone,renewal date\n1,Ada Park,ada@ikon.example,,2027-01-22\n,,not-an-email,,\n3,Ben Lis,ben@ikon.example,,soon\n';
const DELIGHTED = `Response ID,Survey Type,Score,Comment,Permalink,Created At,Name,Email
d1,nps,9,Świetnie!,https://delighted.example/r/1,2025-03-01 10:00:00 UTC,Anna Żak,anna@poczta.example
d2,nps,2,"Too slow, sorry",https://delighted.example/r/2,2025-03-02 10:00:00 UTC,,sara@ikon.example
d3,nps,,,https://delighted.example/r/3,2025-03-03 10:00:00 UTC,,
`;

describe.each(VIEWS)('in $language, $scheme, $width pixels wide', (view) => {
  it('a file goes from the drop to the undo without an accessibility violation or an error', async () => {
    const { page, troubles } = await host.open('/imports', view);
    const narrow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await page.locator('.import-drop').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page
      .locator('input[type=file][accept*=".vcf"]')
      .setInputFiles({ name: `${view.language}.csv`, mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.locator('.verdict-row').nth(2).waitFor();
    expect(await page.locator('.verdict-row[data-verdict="refuse"]').count()).toBe(1);
    // Nobody's export that we know: what its columns are taken for is open to be seen.
    await page.locator('.import-columns select').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await narrow()).toBeLessThanOrEqual(0);
    await page.locator('.page-actions [data-kind="primary"]').click();
    // Stopping is offered while it runs, undoing once it is done.
    await page.locator('.import-head progress').waitFor({ state: 'detached' });
    await page.locator('.page-actions button[data-undo]').waitFor();
    // Whoever a row became is a step away, and what was left out says why, however narrow the screen.
    await page.locator('.verdict-row a[href^="/people/"]').nth(1).waitFor();
    const reason = page.locator('.verdict-row', { hasText: 'Ben Lis' }).locator('.verdict-what');
    expect(await reason.textContent()).toContain('renewal date');
    expect(await reason.evaluate((one) => one.getBoundingClientRect().height)).toBeGreaterThan(10);
    // The columns are settled: nothing more is said of them.
    expect(await page.locator('.import-head .soft').count()).toBe(0);
    const [crumbs, actions] = await Promise.all(
      ['.crumbs h1', '.page-actions'].map((part) => page.locator(part).boundingBox()),
    );
    const overlap = (from: 'x' | 'y', size: 'width' | 'height') =>
      Math.min((crumbs?.[from] ?? 0) + (crumbs?.[size] ?? 0), (actions?.[from] ?? 0) + (actions?.[size] ?? 0)) -
      Math.max(crumbs?.[from] ?? 0, actions?.[from] ?? 0);
    expect(Math.min(overlap('x', 'width'), overlap('y', 'height'))).toBeLessThanOrEqual(0);
    await page.locator('.page-actions button[data-undo]').click();
    await page.locator('dialog .dialog-actions').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    // What it made goes, and nothing is said of what it did not do.
    const question = await page.locator('dialog').textContent();
    expect(question).toMatch(/[2۲]/);
    expect(question).not.toMatch(/[0۰]/);
    await page.locator('dialog [data-kind="danger"]').click();
    const said = page.locator('.import-part p.soft');
    await said.waitFor();
    expect(await said.textContent()).toMatch(/^[^\d۰-۹]*[2۲][^\d۰-۹]*$/);
    expect(await narrow()).toBeLessThanOrEqual(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('a file that is to win goes on winning when the system is named otherwise', async () => {
    const { page } = await host.open('/imports', view);
    await page
      .locator('input[type=file][accept*=".vcf"]')
      .setInputFiles({ name: 'wins.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.locator('.import-columns select').first().waitFor();
    const shown = async () =>
      (await (await page.request.get(`${host.origin}/api${new URL(page.url()).pathname}`)).json()) as ImportDetail;
    await page.locator('.import-choices .segments label').nth(1).click();
    await eventually(shown, ({ status, choice }) => status === 'planned' && choice.conflict === 'source');
    await page.locator('.import-choices .segments label:nth-child(2) :checked').waitFor({ state: 'attached' });
    await page.locator('.import-choices .input').fill('shop-7');
    await page.locator('.import-choices .input').press('Tab');
    const { choice } = await eventually(shown, (one) => one.choice.system === 'shop-7');
    expect(choice.order).toEqual(['shop-7']);
    await page.context().close();
  });

  it('past feedback says what each question becomes, comes in, and goes again', async () => {
    const { page, troubles } = await host.open('/imports', view);
    const section = page.locator('.feedback');
    await section
      .locator('input[type=file]')
      .setInputFiles({ name: `${view.language}.csv`, mimeType: 'text/csv', buffer: Buffer.from(DELIGHTED) });
    const questions = section.locator('.feedback-question');
    await questions.first().waitFor();
    expect(
      await questions.locator('select').evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
    ).toEqual(['nps', 'text']);
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await section.locator('.feedback-plan [data-kind="primary"]').click();
    const row = section.locator('.feedback-row', { hasText: `${view.language}.csv` });
    await row.waitFor();
    expect(await section.locator('.feedback-plan').count()).toBe(0);
    await row.locator('> button').click();
    await page.locator('dialog .dialog-actions').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('dialog [data-kind="danger"]').click();
    // What was taken back stays in the list, with nothing more to undo.
    await row.locator('> button').waitFor({ state: 'detached' });
    expect(await row.count()).toBe(1);
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
