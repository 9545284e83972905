import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { call, type Host, startHost, type Visitor } from './widgetHost.ts';

let host: Host;

beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());

/** From the first question on, what the visitor does to come to each state. */
const STATES: [string, (page: Page, visitor: Visitor) => Promise<unknown>][] = [
  ['the question', async () => {}],
  [
    'a choice moved by arrows',
    async (page) => {
      await page.getByRole('radio').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('.send').waitFor();
    },
  ],
  [
    'the rating kept, and why',
    async (page) => {
      await page.getByRole('radio').nth(1).click();
      await page.locator('.note b').waitFor();
      await page.locator('textarea').waitFor();
    },
  ],
  [
    'thanks',
    async (page) => {
      await page.locator('.skip').click();
      await page.locator('.thanks').waitFor();
    },
  ],
  [
    'withdrawn',
    async (page) => {
      await page.locator('.foot button').last().click();
      await page.locator('.foot button').nth(1).waitFor({ state: 'detached' });
      await page.locator('.thanks').waitFor();
    },
  ],
];

describe.each(['en', 'fa', 'pl'])('in %s', (lang) => {
  describe.each(['light', 'dark'] as const)('%s, axe finds nothing wrong', (colorScheme) => {
    it.each(['over the page', 'placed in the page'])('%s', async (where) => {
      const visitor = await host.visit({ colorScheme, reducedMotion: 'reduce' });
      const isPlaced = where.startsWith('placed');
      const page = await visitor.open(`/?lang=${lang}${isPlaced ? '&placed' : ''}`);
      if (!isPlaced) await call(page, 'track', 'checkout_done');
      await page.getByRole('radio').first().waitFor();
      for (const [state, reach] of STATES) {
        await reach(page, visitor);
        expect(await violationsOf(page), state).toEqual([]);
      }
      await visitor.context.close();
    });

    it('when nothing could be sent', async () => {
      const visitor = await host.visit({ colorScheme, reducedMotion: 'reduce' });
      const page = await visitor.open(`/?lang=${lang}`);
      await call(page, 'track', 'checkout_done');
      await page.getByRole('radio').first().waitFor();
      await visitor.context.route('**/responses', (route) =>
        route.fulfill({ status: 422, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
      );
      await page.getByRole('radio').first().click();
      await page.locator('.note:not(:has(b))').waitFor();
      expect(await violationsOf(page), 'not sent').toEqual([]);
      await visitor.context.unroute('**/responses');
      await visitor.context.setOffline(true);
      await page.locator('.send').click();
      await page.locator('.note svg').waitFor();
      expect(await violationsOf(page), 'kept on this device').toEqual([]);
      await visitor.context.close();
    });
  });
});

describe('targets', () => {
  it('are large enough for a thumb, on a phone and beside a mouse', async () => {
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 1_200, height: 800 },
    ]) {
      const visitor = await host.visit({ viewport });
      const page = await visitor.open();
      await call(page, 'track', 'checkout_done');
      await page.getByRole('radio').first().click();
      await page.locator('textarea').waitFor();
      for (const target of await page.locator('[role=radio], .send, .skip, .close').all()) {
        const box = await target.boundingBox();
        expect(box?.width).toBeGreaterThanOrEqual(44);
        expect(box?.height).toBeGreaterThanOrEqual(44);
      }
      for (const link of await page.locator('.foot > *').all())
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      await visitor.context.close();
    }
  });
});
