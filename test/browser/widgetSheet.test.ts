import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type Host, startHost } from './widgetHost.ts';

let host: Host;

beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());

/** A survey over a window of this size, without its entrance. */
async function ask(width: number, height: number, lang = 'en'): Promise<Page> {
  const visitor = await host.visit({ viewport: { width, height }, reducedMotion: 'reduce', hasTouch: true });
  const page = await visitor.open(`/?lang=${lang}`);
  await call(page, 'track', 'checkout_done');
  await page.getByRole('radio').first().waitFor();
  return page;
}

async function end(page: Page): Promise<void> {
  await page.context().close();
}

describe('a window that is not high', () => {
  it.each([
    [320, 256, 'en'],
    [320, 256, 'fa'],
    [740, 360, 'pl'],
  ])('of %i by %i keeps its larger part, and all of the survey can be reached, in %s', async (width, height, lang) => {
    const page = await ask(width, height, lang);
    const dialog = page.getByRole('dialog');
    for (const step of ['asked', 'rated']) {
      if (step === 'rated') {
        await page.getByRole('radio').nth(1).click();
        await page.locator('textarea').waitFor();
      }
      expect((await dialog.boundingBox())?.height, step).toBeLessThanOrEqual(Math.ceil(height * 0.6));
      const last = page.locator('.foot button').last();
      await last.scrollIntoViewIfNeeded();
      await last.click({ trial: true });
      // In reach, wherever it is scrolled to.
      await page.locator('.close').click({ trial: true });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await end(page);
  });

  it('and a high one is not covered more than the survey needs', async () => {
    const page = await ask(360, 740);
    expect((await page.getByRole('dialog').boundingBox())?.height).toBeLessThan(260);
    await end(page);
  });
});

describe('the Close button', () => {
  it.each([
    [320, 256],
    [360, 740],
    [1_200, 800],
  ])('stands clear of the faces, at the top of a survey over %i by %i', async (width, height) => {
    const page = await ask(width, height);
    const [panel, close, face] = await Promise.all(
      [page.getByRole('dialog'), page.locator('.close'), page.getByRole('radio').last()].map((one) =>
        one.boundingBox(),
      ),
    );
    if (!panel || !close || !face) throw new Error('not drawn');
    expect(close.y - panel.y).toBeLessThanOrEqual(12);
    expect(close.y + close.height).toBeLessThanOrEqual(face.y);
    await end(page);
  });
});

describe('the sheet on a phone', () => {
  /** Puts a finger on the grip and takes it off `way` pixels below. */
  async function drag(page: Page, way: number): Promise<void> {
    const box = await page.locator('.grip').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 180, (box?.y ?? 0) + 10];
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
    await touch('touchStart', y);
    for (const part of [0.3, 0.6, 1]) await touch('touchMove', y + way * part);
    await touch('touchEnd');
  }

  it('is drawn down and away by its grip', async () => {
    const page = await ask(360, 740);
    await drag(page, 90);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await end(page);
  });

  it('comes back from a pull that was not meant', async () => {
    const page = await ask(360, 740);
    const before = await page.getByRole('dialog').boundingBox();
    await drag(page, 30);
    expect(await page.getByRole('dialog').boundingBox()).toEqual(before);
    await end(page);
  });

  it('has no grip beside a mouse', async () => {
    const page = await ask(1_200, 800);
    expect(await page.locator('.grip').isVisible()).toBe(false);
    await end(page);
  });
});

describe('the quiet links', () => {
  it('stand apart, in any language', async () => {
    for (const lang of ['en', 'fa', 'pl']) {
      const page = await ask(360, 740, lang);
      await page.getByRole('radio').first().click();
      await page.locator('.foot button').nth(1).waitFor();
      const boxes = await Promise.all((await page.locator('.foot > *').all()).map((link) => link.boundingBox()));
      for (const [place, box] of boxes.entries()) {
        expect(box?.height).toBeGreaterThanOrEqual(24);
        for (const other of boxes.slice(place + 1)) {
          if (!box || !other) throw new Error('not drawn');
          const apart = Math.max(
            other.x - box.x - box.width,
            box.x - other.x - other.width,
            other.y - box.y - box.height,
            box.y - other.y - other.height,
          );
          expect(apart).toBeGreaterThanOrEqual(0);
        }
      }
      await end(page);
    }
  });
});
