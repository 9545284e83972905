import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { type AdminHost, startAdmin, VIEWS, type View } from './adminHost.ts';

let host: AdminHost;
beforeAll(async () => {
  host = await startAdmin();
});
afterAll(() => host.stop());

const screens: [string, () => string][] = [
  ['the overview', () => '/overview'],
  ['the responses', () => `/responses?open=${host.answer}`],
  ['the people', () => '/people'],
  ['a person', () => `/people/${host.person}`],
  ['the people who may be here twice', () => '/duplicates'],
  ['the sites', () => '/sites'],
  ['the settings', () => '/settings'],
  ['the keys of programs', () => '/keys'],
  ['what is not there', () => '/people/nobody'],
  ['a period without answers', () => '/responses?from=2020-01-01&to=2020-01-31'],
];
for (const view of VIEWS) {
  describe(`in ${view.language}, ${view.scheme}, ${view.width} pixels wide`, () => {
    for (const [name, path] of screens) {
      it(`${name} has no accessibility violation, no error and nothing beside the window`, async () => {
        const { page, troubles } = await host.open(path(), view);
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(await page.evaluate(() => document.documentElement.dir)).toBe(view.language === 'fa' ? 'rtl' : 'ltr');
        expect(troubles.filter((line) => !line.includes('404'))).toEqual([]);
        await page.context().close();
      });
    }

    it('signing in has no accessibility violation', async () => {
      const { page } = await host.open('/sign-in', { ...view, signedIn: false });
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    });
  });
}

describe('the responses', () => {
  const view: View = { language: 'en', scheme: 'light', width: 1440 };

  it('keep their filters in the address, and going back takes them off again', async () => {
    const { page } = await host.open('/responses', view);
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
    const { page } = await host.open('/responses', view);
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
    const { page } = await host.open('/responses?score=1', view);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Export').click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').split('\r\n').filter(Boolean);
    const counts = await (await page.request.get(`${host.origin}/api/responses/counts?score=1`)).json();
    expect(lines.length - 1).toBeGreaterThanOrEqual(counts.matched * 0.95);
    expect(lines[0]?.startsWith('\ufeffid,')).toBe(true);
    await page.context().close();
  });
});
