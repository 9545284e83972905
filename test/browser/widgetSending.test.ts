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

const LATE = 'Not sent yet: your answer is kept on this device';

/** A survey rated, with a comment typed and not sent. */
async function rate(): Promise<Page> {
  const page = await visitor.open();
  await call(page, 'track', 'checkout_done');
  await page.getByRole('radio', { name: 'bad', exact: true }).click();
  await page.locator('.note').getByText('Your rating is kept: bad').waitFor();
  await page.getByRole('textbox').fill('It was slow');
  return page;
}

describe('an answer on a slow network', () => {
  it('is shown to be on its way at once, and whatever is pressed meanwhile is neither taken nor lost', async () => {
    const page = await rate();
    const release = await visitor.hold();
    await page.getByRole('button', { name: 'Send' }).click();
    const sending = page.getByRole('button', { name: 'Sending…' });
    await sending.waitFor();
    expect(await page.getByRole('dialog').getAttribute('aria-busy')).toBe('true');
    expect(await page.getByRole('status').innerText()).toBe('Sending…');
    // Locked, and what had the focus keeps it.
    expect(await sending.evaluate((button) => button.matches(':focus'))).toBe(true);
    for (const locked of await page.getByRole('radio').or(page.locator('.form button')).all()) {
      expect(await locked.getAttribute('aria-disabled')).toBe('true');
      await locked.click({ force: true });
    }
    await page.getByRole('radio', { name: 'bad', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('textbox').press('x');
    expect(await page.getByRole('textbox').inputValue()).toBe('It was slow');
    expect(await page.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe('bad');
    expect(await page.getByText('Thank you').count()).toBe(0);
    release();
    await page.getByText('Thank you').first().waitFor();
    expect(visitor.responses().map(({ body }) => [body.revision, body.answers])).toEqual([
      [1, [{ question: 'rating', value: 2 }]],
      [
        2,
        [
          { question: 'rating', value: 2 },
          { question: 'why', value: 'It was slow' },
        ],
      ],
    ]);
  });

  it('is said to be kept on this device after two seconds, and thanked for only when the reply has come', async () => {
    const page = await rate();
    const release = await visitor.hold();
    await page.getByRole('button', { name: 'Send' }).click();
    const pressed = Date.now();
    await page.getByText(LATE).first().waitFor();
    expect(Date.now() - pressed).toBeGreaterThan(1_500);
    expect(await page.getByText('Thank you').count()).toBe(0);
    release();
    await page.getByText('Thank you').first().waitFor();
    expect(await page.getByText(LATE).count()).toBe(0);
  });

  it('that is refused in the end comes back as it was typed', async () => {
    const page = await rate();
    const release = await visitor.hold();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(LATE).first().waitFor();
    release(422);
    await page.locator('.note').getByText('Not sent').waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('It was slow');
    expect(await page.getByRole('textbox').isEditable()).toBe(true);
  });

  it('is not said to be kept where nothing can be', async () => {
    await visitor.context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await visitor.context.clock.install();
    const page = await rate();
    const release = await visitor.hold();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.clock.fastForward(3_000);
    await page.getByRole('button', { name: 'Sending…' }).waitFor();
    expect(await page.getByText('kept on this device').count()).toBe(0);
    release();
    await page.getByText('Thank you').first().waitFor();
  });

  it('may still be taken back, and is not asked for meanwhile', async () => {
    const page = await rate();
    const release = await visitor.hold();
    await page.getByRole('button', { name: 'Withdraw my answer' }).click();
    await page.getByRole('button', { name: 'Sending…' }).click({ force: true });
    release();
    await page.getByText('Your answer is withdrawn').first().waitFor();
    expect(visitor.responses().map(({ body }) => body.withdrawn)).toEqual([undefined, true]);
  });
});

describe('a rating on a slow network', () => {
  it('is not said to be kept before the server has it, only to be on this device', async () => {
    const page = await visitor.open();
    await call(page, 'track', 'checkout_done');
    const release = await visitor.hold();
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await page.locator('.note').getByText('Sending…').waitFor();
    await page.locator('.note').getByText('Kept on this device for now: bad').waitFor();
    await expect.poll(() => page.getByRole('status').innerText()).toBe('Kept on this device for now: bad');
    // It holds up nothing: the comment can be sent behind it.
    await page.getByRole('textbox').fill('Behind it');
    await page.getByRole('button', { name: 'Send' }).click();
    release();
    await page.getByText('Thank you').first().waitFor();
    expect(visitor.responses().at(-1)?.body.answers).toContainEqual({ question: 'why', value: 'Behind it' });
  });
});
