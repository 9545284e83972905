import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CORNERS } from '../../contract/survey.ts';
import { SURVEY } from '../support/product.ts';
import { call, type Host, kept, startHost } from './widgetHost.ts';

const placed = { ...SURVEY, id: 'placed', triggers: { placed: true } };
const help = { ...SURVEY, id: 'help', triggers: { url: ['/help*'] } };

let host: Host;
beforeAll(async () => {
  host = await startHost([
    placed,
    help,
    ...CORNERS.map((corner) => ({ ...placed, id: `in-${corner}`, look: { corner } })),
  ]);
});
afterAll(() => host.close());

/** What an observer has to tell of a frame is told by the end of the second after it. */
const twoFrames = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );

describe.each(['en', 'fa'])('over a page in %s', (lang) => {
  it.each(CORNERS)('a survey stands in the corner %s', async (corner) => {
    const visitor = await host.visit({ viewport: { width: 900, height: 700 }, reducedMotion: 'reduce' });
    const page = await visitor.open(`/?lang=${lang}`);
    await call(page, 'show', `in-${corner}`);
    await page.getByRole('radio').first().waitFor();
    const box = await page.getByRole('dialog').boundingBox();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    const [block, inline] = corner.split('-');
    const isLeft = (inline === 'start') === (lang === 'en');
    expect([isLeft ? x : 900 - x - width, block === 'start' ? y : 700 - y - height]).toEqual([16, 16]);
    expect(height).toBeLessThan(350);
    await visitor.context.close();
  });
});

describe('a page left while its survey is there', () => {
  const go = (page: Page, path: string) => page.evaluate((to) => history.pushState(null, '', to), path);

  it('takes one that nobody has begun with along, without counting it as dismissed', async () => {
    const visitor = await host.visit();
    const page = await visitor.open('/help/one');
    await page.getByRole('dialog').waitFor();
    await go(page, '/elsewhere');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await go(page, '/help/two');
    await page.getByRole('dialog').waitFor();
    expect(await kept(page)).toEqual({});
    await expect.poll(() => visitor.outcomes).toEqual(['shown', 'shown']);
    await visitor.context.close();
  });

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['answered', (page) => page.getByRole('radio', { name: 'bad', exact: true }).click()],
    [
      'begun with',
      async (page) => {
        await page.getByRole('radio').first().focus();
        await page.keyboard.press('ArrowDown');
      },
    ],
  ])('leaves one that was %s where it is', async (_, begin) => {
    const visitor = await host.visit();
    const page = await visitor.open('/help/one');
    await page.getByRole('dialog').waitFor();
    await begin(page);
    await page.getByRole('radio', { name: 'bad', exact: true, checked: true }).waitFor();
    await go(page, '/elsewhere');
    await twoFrames(page);
    await page.getByRole('radio', { name: 'bad', exact: true, checked: true }).waitFor();
    expect(visitor.outcomes).not.toContain('dismissed');
    await visitor.context.close();
  });
});

describe('a survey placed in a page', () => {
  /** Places it below what fills the window. */
  const place = (page: Page) =>
    page.evaluate(() => {
      document.styleSheets[0]?.insertRule('#room { block-size: 2000px }');
      const room = document.createElement('div');
      room.id = 'room';
      const survey = document.createElement('touchstone-survey');
      survey.setAttribute('survey', 'placed');
      document.body.append(room, survey, room.cloneNode());
    });

  it('counts as shown once half of it has come into view, and not before', async () => {
    const visitor = await host.visit({ viewport: { width: 900, height: 700 } });
    const page = await visitor.open();
    await place(page);
    await page.getByRole('radio').first().waitFor();
    const show = (share: number) =>
      page.evaluate((part) => {
        const panel = document.querySelector('touchstone-survey')?.shadowRoot?.querySelector('.panel');
        const { top = 0, height = 0 } = panel?.getBoundingClientRect() ?? {};
        scrollBy(0, top + height * part - innerHeight);
      }, share);
    await twoFrames(page);
    await show(0.4);
    await twoFrames(page);
    expect(visitor.outcomes).toEqual([]);
    await show(0.6);
    await expect.poll(() => visitor.outcomes).toEqual(['shown']);
    await show(0.1);
    await show(0.9);
    await twoFrames(page);
    expect(visitor.outcomes).toEqual(['shown']);
    await visitor.context.close();
  });

  it('is asked once on a page that places it twice', async () => {
    const visitor = await host.visit();
    const page = await visitor.open('/');
    await page.evaluate(() => {
      for (let n = 0; n < 2; n++) {
        const survey = document.createElement('touchstone-survey');
        survey.setAttribute('survey', 'placed');
        document.body.prepend(survey);
      }
    });
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.getByRole('textbox').waitFor();
    expect(await page.getByRole('region', { name: 'How was it?' }).count()).toBe(1);
    await expect.poll(() => visitor.responses()).toHaveLength(1);
    expect(visitor.outcomes).toEqual(['shown']);
    await visitor.context.close();
  });

  it('marks what is only tried out, on the page and in what is stored', async () => {
    const visitor = await host.visit();
    const page = await visitor.open('/#touchstone-test');
    await call(page, 'show', 'placed');
    await page.getByRole('dialog').getByText('Test', { exact: true }).waitFor();
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await expect.poll(() => visitor.responses().map(({ body, status }) => [body.test, status])).toEqual([[true, 200]]);
    const answer = await host.workspace.api(`/responses/${visitor.responses()[0]?.body.id}`);
    expect(await answer.json()).toMatchObject({ test: true, score: 4 });
    const plain = await visitor.open('/');
    await call(plain, 'show', 'placed');
    await plain.getByRole('radio').first().waitFor();
    expect(await plain.getByText('Test', { exact: true }).count()).toBe(0);
    await visitor.context.close();
  });
});
