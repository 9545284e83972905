import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { response } from '../support/response.ts';
import { type AdminHost, startAdmin, VIEWS, type View } from './adminHost.ts';

let host: AdminHost;
beforeAll(async () => {
  host = await startAdmin();
});
afterAll(() => host.stop());

const VIEW: View = { language: 'en', scheme: 'light', width: 1440 };
const UNHAPPY = 'Renewing within 60 days, unhappy with their last delivery';

/** The first address on a screen that leads to one of these. */
async function firstLink(path: string, to: RegExp): Promise<string> {
  const { page } = await host.open(path, VIEW);
  await page.getByRole('main').getByRole('link').first().waitFor();
  await page.waitForFunction((pattern) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a')];
    return links.some(({ pathname }) => new RegExp(pattern).test(pathname));
  }, to.source);
  const paths = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  await page.context().close();
  return paths.find((one) => to.test(one)) ?? '';
}

describe('every screen about people', () => {
  const screens: [string, () => Promise<string>][] = [
    ['segments', async () => '/segments'],
    ['one segment', () => firstLink('/segments', /^\/segments\/(?!new)[^/]+$/)],
    ['a new segment', async () => '/segments/new'],
    ['coverage', async () => '/coverage'],
    ['companies', async () => '/companies'],
    ['one company', () => firstLink('/companies', /^\/companies\/[^/]+$/)],
    ['one person', async () => `/people/${host.person}`],
  ];
  for (const [name, find] of screens) {
    it(`can be used by everybody: ${name}`, async () => {
      const path = await find();
      expect(path).not.toBe('');
      for (const view of VIEWS) {
        const { page, troubles } = await host.open(path, view);
        expect(await violationsOf(page), `${path} ${view.language}`).toEqual([]);
        expect(troubles).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(over, `${path} is wider than ${view.width}`).toBeLessThanOrEqual(0);
        await page.context().close();
      }
    });
  }
});

describe('a segment', () => {
  it('counts its people while it is written, is saved, and leads to exactly these', async () => {
    const { page } = await host.open('/segments/new', VIEW);
    await page.getByText(/^\d+ people now$/).waitFor();
    await page.getByLabel('Remove condition').last().click();
    await page.getByLabel('Days', { exact: true }).fill('30');
    const preview = await page.waitForResponse(
      (answer) => answer.url().endsWith('/preview') && answer.request().postData()?.includes('"days":30') === true,
    );
    const { count } = (await preview.json()) as { count: number };
    expect(count).toBeGreaterThan(0);
    await page.getByText(`${count} people now`).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Renewing soon');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Renewing soon' }).waitFor();
    await page.getByRole('link', { name: 'See the people' }).click();
    await page.getByText(`${count} people · newest first`).waitFor();
    await page.getByLabel('Segment', { exact: true }).selectOption({ label: 'Everybody' });
    await page.getByText('221 people · newest first').waitFor();
    await page.context().close();
  });

  it('has a face with a quote chosen from what its people say', async () => {
    const { page } = await host.open('/segments', VIEW);
    await page.getByRole('link', { name: UNHAPPY }).click();
    await page.getByRole('button', { name: 'Change the face' }).click();
    const quote = page.getByLabel('Quote', { exact: false });
    const [, , other] = await quote.locator('option').evaluateAll((options) => options.map((one) => one.textContent));
    expect(other).toBeTruthy();
    await quote.selectOption({ label: other ?? '' });
    await page.getByLabel('Needs').fill('a call before the courier comes');
    await page.locator('dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('blockquote').textContent()).toBe(other);
    await page.getByText('a call before the courier comes').waitFor();
    await page.context().close();
  });

  it('is chosen in a survey’s audience, and stays with the draft', async () => {
    const { page } = await host.open('/surveys', VIEW);
    await page.getByRole('link', { name: 'After delivery' }).click();
    await page.getByRole('tab', { name: 'Who' }).click();
    const choice = page.getByLabel(UNHAPPY);
    await choice.check();
    await page.waitForResponse((answer) => answer.url().endsWith('/draft') && answer.request().method() === 'PUT');
    await page.reload();
    await choice.waitFor();
    expect(await choice.isChecked()).toBe(true);
    await page.context().close();
  });
});

describe('the overview of a segment', () => {
  it('lists what its people said just now, and nobody else’s answer that arrives', async () => {
    const id = (await firstLink('/segments', /^\/segments\/(?!new)[^/]+$/)).split('/').at(-1) ?? '';
    const { page } = await host.open(`/overview?segment=${id}`, VIEW);
    const { page: whole } = await host.open('/overview', VIEW);
    const api = async (path: string) => (await page.request.get(`${host.origin}/api${path}`)).json();
    const shown = (of: typeof page) =>
      of
        .locator('.tick a')
        .evaluateAll((links) =>
          links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('open')),
        );
    const ids = ({ items }: { items: { id: string }[] }) => items.map((item) => item.id);
    const theirs = ids(await api(`/responses?segment=${id}&limit=12`));
    expect(theirs).not.toEqual(ids(await api('/responses?limit=12')));
    await expect.poll(() => shown(page)).toEqual(theirs);

    const [site] = (await api('/sites')).items;
    const [{ survey, version }] = (await api('/responses?limit=1')).items;
    const stranger = response({ survey, version, answers: [], page: { url: `${host.origin}/demo` } });
    const again = page.waitForResponse((answer) => answer.url().includes('/api/responses?'), { timeout: 30_000 });
    const sent = await page.request.post(`${host.origin}/v1/sites/${site.key}/responses`, {
      headers: { origin: host.origin, 'content-type': 'text/plain' },
      data: JSON.stringify(stranger),
    });
    expect(sent.status(), await sent.text()).toBe(200);
    await expect.poll(async () => (await shown(whole))[0], { timeout: 30_000 }).toBe(stranger.id);
    await (await again).finished();
    await expect.poll(() => shown(page)).toEqual(theirs);

    // Taking the segment off brings everybody's back.
    await page.goto(`${host.origin}/overview`);
    await expect.poll(async () => (await shown(page))[0]).toBe(stranger.id);
    for (const one of [page, whole]) await one.context().close();
  });
});

it('a segment’s figures are read whole on a phone in Persian, digits close together', async () => {
  const path = await firstLink('/segments', /^\/segments\/(?!new)[^/]+$/);
  const { page } = await host.open(path, { language: 'fa', scheme: 'dark', width: 390 });
  const said = page.locator('.share-of').first();
  await said.waitFor();
  expect(await said.evaluate((line) => line.scrollWidth - line.clientWidth)).toBe(0);
  // How wide the same text is as it stands there, and with the digits of running text.
  const [stands, runs] = await page
    .locator('.share-value')
    .first()
    .evaluate((value) =>
      ['', 'normal'].map((digits) => {
        const probe = value.appendChild(document.createElement('span'));
        probe.textContent = '۱۰۰';
        probe.style.fontVariantNumeric = digits;
        const { width } = probe.getBoundingClientRect();
        probe.remove();
        return width;
      }),
    );
  expect(stands).toBe(runs);
  await page.context().close();
});

describe('coverage', () => {
  it('leads from every part of a bar to the people in it', async () => {
    const { page } = await host.open('/coverage', VIEW);
    const part = page.getByRole('link', { name: /^Asked and silent: \d+, / }).first();
    const [, n] = /: (\d+),/.exec((await part.textContent()) ?? '') ?? [];
    expect(Number(n)).toBeGreaterThan(0);
    await part.click();
    await page.getByText(`${n} people · newest first`).waitFor();
    await page.getByRole('link', { name: /Asked and silent/ }).click();
    await page.getByText('221 people · newest first').waitFor();
    await page.context().close();
  });
});
