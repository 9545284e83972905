import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { SURVEY } from '../support/product.ts';
import { call, type Host, startHost, troublesOn } from './widgetHost.ts';

const MODAL = {
  ...SURVEY,
  id: 'modal',
  triggers: { placed: true },
  look: { as: 'modal' as const, ink: '#123456', radius: 4 },
};

let host: Host;
beforeAll(async () => {
  host = await startHost([SURVEY, MODAL]);
});
afterAll(() => host.close());

/** Adds rules to the page's own style sheet. */
const restyle = (page: Page, ...rules: string[]) =>
  page.evaluate((texts) => {
    for (const text of texts) document.styleSheets[0]?.insertRule(text);
  }, rules);

describe('a page whose styles are hostile', () => {
  it('neither hides nor moves nor restyles a survey over it', async () => {
    const visitor = await host.visit({ reducedMotion: 'reduce' });
    const boxOf = async (page: Page) => {
      await call(page, 'track', 'checkout_done');
      await page.getByRole('radio').first().click();
      await page.getByRole('textbox').waitFor();
      return page.getByRole('dialog').boundingBox();
    };
    const before = await boxOf(await visitor.open());
    const again = await host.visit({ reducedMotion: 'reduce' });
    const page = await again.open();
    await restyle(
      page,
      '* { all: unset !important }',
      'div, body > * { display: none !important; visibility: hidden !important; opacity: 0 !important }',
      'body { transform: scale(0.5) !important; filter: blur(2px) !important }',
      'html { font-size: 40px !important }',
    );
    expect(await boxOf(page)).toEqual(before);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Thank you').first().waitFor();
    await visitor.context.close();
    await again.context.close();
  });
});

describe('a page that has a dialog of its own open', () => {
  it('has a survey in it that can be pressed', async () => {
    const visitor = await host.visit({ reducedMotion: 'reduce' });
    const page = await visitor.open();
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.append('Our own');
      document.body.append(dialog);
      dialog.showModal();
    });
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio').first().click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Thank you').first().waitFor();
    await visitor.context.close();
  });
});

describe('a survey in the middle of the page', () => {
  it('holds the focus until Escape, and wears its look', async () => {
    const visitor = await host.visit({ reducedMotion: 'reduce' });
    const page = await visitor.open();
    await page.evaluate(() => {
      const { touchstone } = window as unknown as { touchstone(...given: unknown[]): void };
      document.getElementById('before')?.addEventListener('click', () => touchstone('show', 'modal'));
    });
    await page.locator('#before').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'How was it?' });
    await page.getByRole('heading', { name: 'How was it?' }).waitFor();
    await expect.poll(() => dialog.evaluate((one) => one.matches(':modal:focus-within'))).toBe(true);
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('Tab');
      expect(await page.locator('#before').evaluate((one) => one.matches(':focus'))).toBe(false);
    }
    const heading = page.getByRole('heading', { name: 'How was it?' });
    expect(await heading.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(18, 52, 86)');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await troublesOn(page)).toEqual([]);
    await visitor.context.close();
  });

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['Escape', (page) => page.keyboard.press('Escape')],
    ['Close', (page) => page.getByRole('button', { name: 'Close' }).click()],
    [
      'Escape after an answer and a press beside the survey',
      async (page) => {
        await page.getByRole('radio', { name: 'good', exact: true }).click();
        await page.getByRole('button', { name: 'Skip' }).click();
        await page.getByText('Thank you').first().waitFor();
        await page.mouse.click(4, 4);
        await page.keyboard.press('Escape');
      },
    ],
  ])('leaves by %s, and gives the focus back to where it came from', async (_, leave) => {
    const visitor = await host.visit({ reducedMotion: 'reduce' });
    const page = await visitor.open();
    const before = page.locator('#before');
    await before.focus();
    // Not by a press: it comes by itself while the visitor is somewhere.
    await call(page, 'show', 'modal');
    await page.getByRole('heading', { name: 'How was it?' }).waitFor();
    await expect.poll(() => before.evaluate((one) => one.matches(':focus'))).toBe(false);
    await leave(page);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => before.evaluate((one) => one.matches(':focus'))).toBe(true);
    await visitor.context.close();
  });

  it('leaves the focus where the page puts it as the survey closes', async () => {
    const visitor = await host.visit({ reducedMotion: 'reduce' });
    const page = await visitor.open();
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'));
      field.id = 'field';
      document.getElementById('before')?.focus();
      addEventListener('touchstone-close', () => queueMicrotask(() => field.focus()), true);
    });
    await call(page, 'show', 'modal');
    await page.getByRole('heading', { name: 'How was it?' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => page.locator('#field').evaluate((one) => one.matches(':focus'))).toBe(true);
    await visitor.context.close();
  });
});
