import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, type Host, startHost, type Visitor } from './widgetHost.ts';

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

/** The accessible name of what has focus, inside the survey too. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label') || at?.id || at?.textContent?.trim() || at?.tagName;
  });
}

async function ask(path = '/'): Promise<Page> {
  const page = await visitor.open(path);
  await page.locator('#before').focus();
  await call(page, 'track', 'checkout_done');
  await page.getByRole('dialog').waitFor();
  return page;
}

describe('by keyboard alone, a survey that came by itself', () => {
  it('leaves the focus where it is', async () => {
    const page = await ask();
    expect(await focused(page)).toBe('before');
  });

  it('stores nothing for arrows, the choice for Enter, and the comment for Ctrl+Enter', async () => {
    const page = await ask();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('very bad');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('bad');
    expect(await page.getByRole('radio', { name: 'bad', exact: true }).getAttribute('aria-checked')).toBe('true');
    await page.getByRole('button', { name: 'Send' }).waitFor();
    expect(visitor.responses()).toEqual([]);

    await page.keyboard.press('Enter');
    await expect
      .poll(() => visitor.responses().map(({ body }) => body.answers))
      .toEqual([[{ question: 'rating', value: 2 }]]);
    expect(await focused(page)).toBe('bad');
    await page.keyboard.press('Tab');
    await page.keyboard.type('First line');
    await page.keyboard.press('Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Thank you').first().waitFor();
    expect(visitor.responses().at(-1)?.body.answers).toEqual([
      { question: 'rating', value: 2 },
      { question: 'why', value: 'First line\nsecond line' },
    ]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await focused(page)).toBe('before');
  });

  it('stores the choice for Space, and the moved choice for the Send beside it', async () => {
    const page = await ask();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('very good');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Send');
    await page.keyboard.press('Space');
    await expect.poll(() => visitor.responses().at(-1)?.body.answers).toEqual([{ question: 'rating', value: 5 }]);
    await expect.poll(() => page.getByRole('textbox').evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    await expect.poll(() => visitor.responses().at(-1)?.body.answers).toEqual([{ question: 'rating', value: 4 }]);
  });

  it('follows the arrows on screen where the language runs from right to left', async () => {
    const page = await ask('/?lang=fa');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('بسیار بد');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('بد');
    const [first, second] = await Promise.all([
      page.getByRole('radio').nth(0).boundingBox(),
      page.getByRole('radio').nth(1).boundingBox(),
    ]);
    expect(second?.x).toBeLessThan(first?.x ?? 0);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('بسیار بد');
  });

  it('closes with Escape, gives the focus back and reports what was stored as abandoned', async () => {
    const page = await ask();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(() => visitor.responses().length).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await focused(page)).toBe('before');
    await expect.poll(() => visitor.outcomes).toEqual(['shown', 'abandoned']);
  });

  it('closes with Escape before an answer as dismissed', async () => {
    const page = await ask();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect.poll(() => visitor.outcomes).toEqual(['shown', 'dismissed']);
    expect(visitor.responses()).toEqual([]);
  });

  it('leaves Escape to the page while the focus is in the page', async () => {
    const page = await ask();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(1);
  });
});

describe('a survey that the visitor pressed for', () => {
  it('takes the focus and gives it back', async () => {
    const page = await visitor.open();
    await page.evaluate(() => {
      const { touchstone } = window as unknown as { touchstone(...given: unknown[]): void };
      document.getElementById('before')?.addEventListener('click', () => touchstone('show', 'after-checkout'));
    });
    await page.locator('#before').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('dialog').evaluate((dialog) => dialog.matches(':focus-within'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('before');
  });
});
