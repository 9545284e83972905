import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, type Host, startHost, troublesOn, type Visitor } from './widgetHost.ts';

let host: Host;
let visitor: Visitor;

beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  visitor = await host.visit();
});
afterEach(() => visitor.context.close());

describe('the page around a survey', () => {
  it('sees no error, no cookie, no violated policy and one global name, from trigger to thanks', async () => {
    const bare = await visitor.open('/?no-tag');
    const before = await bare.evaluate(() => Object.getOwnPropertyNames(window));
    const page = await visitor.open('/');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await page.getByRole('textbox').fill('why');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you').first().waitFor();
    const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(await visitor.context.cookies()).toEqual([]);
    expect(await troublesOn(page)).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('keeps its own look, and leaves the survey its own', async () => {
    const page = await visitor.open('/');
    const look = () =>
      page.evaluate(() => {
        const { font, color, backgroundColor } = getComputedStyle(document.getElementById('before') ?? document.body);
        return {
          font,
          color,
          backgroundColor,
          sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        };
      });
    const before = await look();
    await call(page, 'track', 'checkout_done');
    await page.getByRole('dialog').waitFor();
    expect(await look()).toEqual(before);
    const inside = await page.getByRole('heading', { name: 'How was it?' }).evaluate((heading) => {
      const { fontStyle, letterSpacing, color, fontFamily, fontSize } = getComputedStyle(heading);
      return { fontStyle, letterSpacing, fontFamily, fontSize, isRed: color === 'rgb(255, 0, 0)' };
    });
    expect(inside).toMatchObject({ fontStyle: 'normal', letterSpacing: 'normal', fontSize: '16px', isRed: false });
    expect(inside.fontFamily).toContain('system-ui');
    const never = await page
      .getByRole('button', { name: 'Don’t ask me again' })
      .evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(never).toBe('rgba(0, 0, 0, 0)');
  });

  it('does not move when a survey comes over it', async () => {
    const page = await visitor.open('/');
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        // What follows a press within half a second is not unexpected, and not counted.
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
          if (!entry.hadRecentInput) shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const before = await page.locator('main').boundingBox();
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio').first().click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Thank you').first().waitFor();
    expect(await page.locator('main').boundingBox()).toEqual(before);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });

  it('may carry the tag twice', async () => {
    const page = await visitor.open('/?twice');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(visitor.outcomes).toEqual(['shown']);
  });

  it('may call with anything at all', async () => {
    const page = await visitor.open('/');
    for (const args of [
      [],
      [null],
      ['identify'],
      ['identify', 4],
      ['track', { a: 1 }],
      ['show'],
      ['show', 'nobody', 3],
      ['constructor'],
      ['__proto__'],
    ])
      await call(page, ...args);
    await page.waitForLoadState('networkidle');
    expect(visitor.requests).toHaveLength(1);
    expect(await troublesOn(page)).toEqual([]);
  });
});

describe('a survey on a phone', () => {
  it('is a sheet at the bottom, as wide as the screen, and scrolls nothing sideways', async () => {
    const phone = await host.visit({ viewport: { width: 360, height: 740 } });
    const page = await phone.open('/?lang=fa');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio').first().click();
    await page.locator('textarea').waitFor();
    await expect
      .poll(async () => {
        const box = await page.getByRole('dialog').boundingBox();
        return box && { x: box.x, width: box.width, end: Math.round(box.y + box.height) };
      })
      .toEqual({ x: 0, width: 360, end: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await phone.context.close();
  });
});
