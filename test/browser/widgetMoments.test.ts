import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Triggers } from '../../contract/survey.ts';
import { SURVEY } from '../support/product.ts';
import { type Host, kept, startHost, troublesOn, type Visitor } from './widgetHost.ts';

let host: Host;
let visitor: Visitor;

const on = (id: string, triggers: Triggers) => ({ ...SURVEY, id, triggers: { url: [`/${id}*`], ...triggers } });

const SURVEYS = [
  on('click', { click: '.buy, #none' }),
  on('scroll', { scroll: 60 }),
  on('idle', { idle: 30 }),
  on('exit', { exit: true }),
  on('visible', { visible: '.reviews' }),
  on('third', { page: 3 }),
  on('either', { event: 'either_done', scroll: 50, delay: 5 }),
  on('wrong', { click: ':::', visible: '[', scroll: 50 }),
  on('whole', { url: ['http://localhost:*/whole/:order'], notUrl: ['/whole/secret'] }),
];

/** Three screens of page, a scroller of its own, and what may be pressed. */
const MORE = `<div class="buy"><button>Buy</button></div><pre id="long">${'\n'.repeat(160)}</pre><p id="end">The end</p>`;

beforeAll(async () => {
  host = await startHost(SURVEYS, MORE);
});
afterAll(() => host.close());
beforeEach(async () => {
  visitor = await host.visit();
});
afterEach(() => visitor.context.close());

const dialogs = (page: Page) => page.getByRole('dialog').count();

/** The file that watches for moments has come, and watches. */
async function watched(path: string): Promise<Page> {
  const page = await visitor.open(path);
  await page.waitForLoadState('networkidle');
  expect(visitor.requests.filter((one) => one.includes('/when.'))).toHaveLength(1);
  expect(await dialogs(page)).toBe(0);
  return page;
}

const scrollDown = (page: Page, share: number) =>
  page.evaluate((part) => window.scrollTo(0, document.documentElement.scrollHeight * part - innerHeight), share);

describe('a survey after a moment', () => {
  it('costs nothing on a page where it is not due', async () => {
    const page = await visitor.open('/elsewhere');
    await page.waitForLoadState('networkidle');
    // One survey counts pages, wherever they are.
    expect(visitor.requests.map((path) => path.replace(/\.[\w-]+\.js$/, ''))).toEqual([
      `/w/${host.workspace.siteKey}.js`,
      '/w/assets/when',
    ]);
  });

  it('comes after a press on what its selector names, also when the page was drawn anew', async () => {
    const page = await watched('/click');
    await page.getByRole('button', { name: 'Before' }).click();
    await page.evaluate(() => {
      const place = document.querySelector('.buy')?.parentElement;
      document.querySelector('.buy')?.remove();
      const fresh = document.createElement('p');
      fresh.className = 'buy';
      fresh.append(document.createElement('button'));
      fresh.querySelector('button')?.append('Buy now');
      // A page that keeps its presses to itself hides them from nobody.
      fresh.addEventListener('click', (event) => event.stopPropagation());
      place?.prepend(fresh);
    });
    expect(await dialogs(page)).toBe(0);
    await page.getByRole('button', { name: 'Buy now' }).click();
    await page.getByRole('dialog').waitFor();
  });

  it('comes once enough of the page was scrolled past', async () => {
    const page = await watched('/scroll');
    await scrollDown(page, 0.5);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await dialogs(page)).toBe(0);
    await scrollDown(page, 0.7);
    await page.getByRole('dialog').waitFor();
  });

  it('comes in an app whose page scrolls inside', async () => {
    const page = await watched('/scroll');
    await page.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement;
      Object.assign(main.style, { height: '100vh', overflow: 'auto' });
      document.body.style.margin = '0';
      main.scrollTo(0, main.scrollHeight);
    });
    await page.getByRole('dialog').waitFor();
  });

  it('comes after a while without any input', async () => {
    await visitor.context.clock.install();
    const page = await watched('/idle');
    await page.clock.fastForward(20_000);
    await page.mouse.move(50, 60);
    await page.clock.fastForward(20_000);
    await page.clock.runFor(1_000);
    expect(await dialogs(page)).toBe(0);
    await page.clock.fastForward(12_000);
    await page.clock.runFor(1_000);
    await page.getByRole('dialog').waitFor();
  });

  it('comes when the pointer leaves through the top, and through no other side', async () => {
    const page = await watched('/exit');
    const leave = (clientY: number) =>
      page.evaluate(
        (y) =>
          document.documentElement.dispatchEvent(
            new MouseEvent('mouseout', { bubbles: true, clientX: 200, clientY: y, relatedTarget: null }),
          ),
        clientY,
      );
    await leave(700);
    await page.waitForLoadState('networkidle');
    expect(await dialogs(page)).toBe(0);
    await leave(-1);
    await page.getByRole('dialog').waitFor();
  });

  it('comes on touch when the page is flung back up, not when it is read downwards', async () => {
    const phone = await host.visit({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 } });
    const page = await phone.open('/exit');
    await page.waitForLoadState('networkidle');
    /** Scrolls by steps of a frame each. */
    const glide = (by: number) =>
      page.evaluate(async (step) => {
        for (let left = 12; left; left--) {
          scrollBy({ top: step, behavior: 'instant' });
          await new Promise(requestAnimationFrame);
        }
      }, by);
    await glide(90);
    await page.waitForLoadState('networkidle');
    expect(await dialogs(page)).toBe(0);
    await glide(-90);
    await page.getByRole('dialog').waitFor();
    await phone.context.close();
  });

  it('comes when what its selector names comes into view, though it was not there at first', async () => {
    const page = await watched('/visible');
    await page.evaluate(() => {
      const reviews = document.createElement('section');
      reviews.className = 'reviews';
      reviews.append('Reviews');
      document.querySelector('main')?.append(reviews);
    });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await dialogs(page)).toBe(0);
    await scrollDown(page, 1);
    await page.getByRole('dialog').waitFor();
  });

  it('comes after whichever moment is first, and after its delay', async () => {
    await visitor.context.clock.install();
    const page = await watched('/either');
    await scrollDown(page, 1);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.clock.runFor(4_000);
    expect(await dialogs(page)).toBe(0);
    await page.clock.runFor(2_000);
    await page.getByRole('dialog').waitFor();
  });

  it('is called off when the page was left during its delay, and watched for no longer', async () => {
    await visitor.context.clock.install();
    const page = await watched('/either');
    await scrollDown(page, 1);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
    await scrollDown(page, 0.9);
    await page.clock.fastForward(60_000);
    await page.waitForLoadState('networkidle');
    expect(await dialogs(page)).toBe(0);
  });

  it('loses no moment, and the page nothing, over a selector that is none', async () => {
    const page = await watched('/wrong');
    await page.getByRole('button', { name: 'Before' }).click();
    await scrollDown(page, 1);
    await page.getByRole('dialog').waitFor();
    expect(await troublesOn(page)).toEqual([]);
  });
});

describe('a survey on the third page of a visit', () => {
  it('counts the pages of an app', async () => {
    const page = await visitor.open('/one');
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => history.pushState(null, '', '/two'));
    await page.waitForLoadState('networkidle');
    expect(await dialogs(page)).toBe(0);
    await page.evaluate(() => history.pushState(null, '', '/third'));
    await page.getByRole('dialog').waitFor();
    expect(await kept(page)).toEqual({});
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('counts from load to load only once the visitor has acted', async () => {
    const page = await visitor.open('/third');
    for (const _ of [2, 3, 4]) {
      await page.waitForLoadState('networkidle');
      await page.reload();
    }
    expect(await dialogs(page)).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    const { siteKey } = host.workspace;
    await page.evaluate((key) => localStorage.setItem(`touchstone:${key}:visitor`, 'v1'), siteKey);
    for (const _ of [1, 2]) {
      await page.reload();
      await page.waitForLoadState('networkidle');
      expect(await dialogs(page)).toBe(0);
    }
    await page.reload();
    await page.getByRole('dialog').waitFor();
  });
});

describe('a survey for addresses in the syntax of URLPattern', () => {
  it.each([
    ['/whole/77?step=2', true],
    ['/whole/secret', false],
    ['/whole/77/more', false],
  ])('at %s is due: %s', async (path, isDue) => {
    const page = await visitor.open(path);
    await page.waitForLoadState('networkidle');
    await expect.poll(() => dialogs(page)).toBe(isDue ? 1 : 0);
  });

  it('is due where its stars say so on a browser without it', async () => {
    await visitor.context.addInitScript('delete window.URLPattern');
    const page = await visitor.open('/scroll/more');
    await page.waitForLoadState('networkidle');
    await scrollDown(page, 1);
    await page.getByRole('dialog').waitFor();
  });
});
