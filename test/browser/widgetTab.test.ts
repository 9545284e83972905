import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { SURVEY } from '../support/product.ts';
import { type Host, startHost, troublesOn, type Visitor } from './widgetHost.ts';

let host: Host;
let visitor: Visitor;

const SURVEYS = [
  {
    ...SURVEY,
    id: 'always',
    triggers: { url: ['/shop*'], tab: { en: 'Tell us', fa: 'به ما بگویید', pl: 'Powiedz nam' } },
  },
  { ...SURVEY, id: 'some', triggers: { url: ['/some*'], tab: { en: 'For some' } }, audience: { languages: ['pl'] } },
];

beforeAll(async () => {
  host = await startHost(SURVEYS);
});
afterAll(() => host.close());
beforeEach(async () => {
  visitor = await host.visit();
});
afterEach(() => visitor.context.close());

const tab = (page: Page, name = 'Tell us') => page.getByRole('button', { name, exact: true });

describe('a feedback tab', () => {
  it.each([
    ['en', 'Tell us', 'light'],
    ['fa', 'به ما بگویید', 'dark'],
  ] as const)('stands at the end of its line in %s, and passes for everybody in %s %s', async (lang, words, scheme) => {
    const page = await visitor.open('/?no-tag');
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${host.origin}/shop?lang=${lang}`);
    await tab(page, words).waitFor();
    const box = await tab(page, words).boundingBox();
    const { width = 0 } = page.viewportSize() ?? {};
    expect(Math.round(lang === 'fa' ? (box?.x ?? -1) : width - (box?.x ?? 0) - (box?.width ?? 0))).toBe(0);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await troublesOn(page)).toEqual([]);
  });

  it('opens the survey with focus inside by keyboard, and has focus back after Escape', async () => {
    const page = await visitor.open('/shop');
    await tab(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    const active = () => page.evaluate(() => document.activeElement?.localName);
    await expect.poll(active).toBe('touchstone-survey');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(active).toBe('touchstone-tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
  });

  it('is there, and works, for who was asked lately and for who wants never to be asked', async () => {
    const page = await visitor.open('/shop');
    await tab(page).waitFor();
    const prefix = `touchstone:${host.workspace.siteKey}:`;
    await page.evaluate((keys) => {
      localStorage.setItem(`${keys}never`, '1');
      localStorage.setItem(`${keys}seen:always`, JSON.stringify({ at: Date.now(), outcome: 'dismissed' }));
    }, prefix);
    await page.reload();
    await tab(page).click();
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await expect.poll(() => visitor.responses().map(({ status }) => status)).toEqual([200]);
  });

  it('is only where and for whom the survey is', async () => {
    const page = await visitor.open('/some');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('touchstone-tab').count()).toBe(0);
    const polish = await host.visit({ locale: 'pl-PL' });
    const theirs = await polish.open('/some');
    await theirs.locator('touchstone-tab').waitFor({ state: 'attached' });
    await theirs.evaluate(() => history.pushState(null, '', '/elsewhere'));
    await theirs.locator('touchstone-tab').waitFor({ state: 'detached' });
    await theirs.evaluate(() => history.pushState(null, '', '/shop'));
    await theirs.getByRole('button', { name: 'Tell us' }).waitFor();
    await polish.context.close();
  });

  it('is untouched by a page that styles everything, and leaves the page untouched', async () => {
    const page = await visitor.open('/shop');
    await tab(page).waitFor();
    const before = await page.locator('main').boundingBox();
    const look = () =>
      tab(page).evaluate((button) => {
        const { color, backgroundColor, fontSize, position, inlineSize, textTransform } = getComputedStyle(button);
        return { color, backgroundColor, fontSize, position, inlineSize, textTransform };
      });
    const own = await look();
    expect(own).toMatchObject({ position: 'fixed', inlineSize: '44px', textTransform: 'none' });
    expect(await page.locator('main').boundingBox()).toEqual(before);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        'html { font-size: 80px } * { all: unset !important; transform: translateX(9px) !important } div, button, span, touchstone-tab { display: none !important }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    expect(await look()).toEqual(own);
    await tab(page).click();
    await page.getByRole('radio').first().waitFor();
  });

  it('is not printed', async () => {
    const page = await visitor.open('/shop');
    await tab(page).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('touchstone-tab').getByText('Tell us').isVisible()).toBe(false);
  });
});
