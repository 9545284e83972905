import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SURVEY } from '../support/product.ts';
import { call, type Host, kept, startHost, type Visitor } from './widgetHost.ts';

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

function drafts(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.values(sessionStorage));
}

/** A placed survey, rated, with a comment typed and not sent. */
async function breakOff(): Promise<Page> {
  const page = await visitor.open('/order?placed');
  await page.getByRole('radio', { name: 'good', exact: true }).click();
  await page.locator('.note').getByText('Your rating is kept: good').waitFor();
  await page.getByRole('textbox').fill('Half a thou');
  return page;
}

/** Shows a survey by the visitor's own press. */
async function press(page: Page, survey: string): Promise<void> {
  await page.evaluate((id) => {
    const { touchstone } = window as unknown as { touchstone(...given: unknown[]): void };
    document.getElementById('before')?.addEventListener('click', () => touchstone('show', id), { once: true });
  }, survey);
  await page.getByRole('button', { name: 'Before' }).click();
}

async function complete(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'good', exact: true }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByText('Thank you').first().waitFor();
}

describe('a placed survey broken off after the rating', () => {
  it('goes on after a reload where it was, with what was being typed, as the same response', async () => {
    const page = await breakOff();
    await page.reload();
    await page.locator('.note').getByText('Your rating is kept: good').waitFor();
    expect(await page.getByText('Thank you').count()).toBe(0);
    expect(await page.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe('good');
    expect(await page.getByRole('textbox').inputValue()).toBe('Half a thou');
    await page.getByRole('textbox').press('End');
    await page.getByRole('textbox').pressSequentially('ght');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you').first().waitFor();
    const [first, second] = visitor.responses().map(({ body }) => body);
    expect(second).toMatchObject({
      id: first?.id,
      revision: 2,
      complete: true,
      answers: [
        { question: 'rating', value: 4 },
        { question: 'why', value: 'Half a thought' },
      ],
    });
    // One display all along, whose end is the last thing told of it.
    await expect.poll(() => visitor.outcomes.at(-1)).toBe('answered');
    expect(visitor.outcomes.filter((outcome) => outcome === 'shown')).toHaveLength(1);
    const displays = visitor.posts.filter(({ route }) => route === 'displays').map(({ body }) => body.id);
    expect(new Set(displays).size).toBe(1);
    expect(await drafts(page)).toEqual([]);
  });

  it('says after a reload that a rating is still on this device only', async () => {
    const page = await visitor.open('/order?placed');
    await page.getByRole('radio').first().waitFor();
    const release = await visitor.hold();
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.locator('.note').getByText('Kept on this device for now: good').waitFor();
    await page.reload();
    await page.locator('.note').getByText('Kept on this device for now: good').waitFor();
    release();
    await page.locator('.note').getByText('Your rating is kept: good').waitFor();
  });

  it('is over after a day', async () => {
    const page = await breakOff();
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => one.includes(':seen:')) ?? '';
      const seen = JSON.parse(localStorage.getItem(key) ?? '');
      seen.thread.startedAt = new Date(Date.now() - 25 * 3_600_000).toISOString();
      localStorage.setItem(key, JSON.stringify(seen));
    });
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('region').count()).toBe(0);
  });

  it('leaves no draft before the rating, nor after a sign-out', async () => {
    const page = await visitor.open('/order?placed');
    await page.getByRole('radio', { name: 'bad', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Send' }).waitFor();
    expect([await drafts(page), await kept(page)]).toEqual([[], {}]);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox').fill('Mine');
    await expect.poll(async () => (await drafts(page)).length).toBe(1);
    await call(page, 'reset');
    await expect.poll(() => drafts(page)).toEqual([]);
  });
});

describe('an answer that the server would not take', () => {
  it('is not thanked for at the next visit', async () => {
    const page = await visitor.open('/order?placed');
    await page.getByRole('radio').first().waitFor();
    const release = await visitor.hold();
    release(422);
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.getByText('Not sent').first().waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect.poll(async () => Object.keys(await kept(page)).filter((key) => key.includes(':out:'))).toEqual([]);
    await page.locator('.note').getByText('Not sent').waitFor();
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText(/Thank you|is kept/).count()).toBe(0);
  });
});

describe('"don’t ask me again"', () => {
  it('holds for every survey of the site, and after a sign-out', async () => {
    const page = await visitor.open();
    await call(page, 'track', 'checkout_done');
    await page.getByRole('button', { name: 'Don’t ask me again' }).click();
    await call(page, 'reset');
    for (const path of ['/help', '/order?placed', '/?show-first=after-delivery', '/?track-first=checkout_done']) {
      const other = await visitor.open(path);
      await other.waitForLoadState('networkidle');
      // Longer than the delay of the one on the help page.
      if (path === '/help') await other.waitForFunction(() => performance.now() > 2_500);
      expect(await other.getByRole('radio').count(), path).toBe(0);
    }
    const asked = await visitor.open();
    await press(asked, 'after-delivery');
    await asked.getByRole('radio').first().waitFor();
  });

  it('after an answer leaves it within reach to be taken back, where it was given', async () => {
    const page = await visitor.open('/order?placed');
    await complete(page);
    await page.getByRole('button', { name: 'Don’t ask me again' }).click();
    await page.reload();
    await page.getByText('Thank you').first().waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    await page.getByRole('button', { name: 'Withdraw my answer' }).click();
    await page.getByText('Your answer is withdrawn').first().waitFor();
  });

  it('after a rating alone asks nothing more, and leaves it within reach to be taken back', async () => {
    const page = await breakOff();
    await page.getByRole('button', { name: 'Don’t ask me again' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Withdraw my answer' }).waitFor();
    expect(await page.getByRole('radio').or(page.getByRole('textbox')).count()).toBe(0);
  });
});

describe('a survey shown again within a day', () => {
  it('thanks for a complete answer and lets it be taken back, then asks anew', async () => {
    const page = await visitor.open();
    await press(page, 'after-checkout');
    await complete(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await press(page, 'after-checkout');
    await page.getByRole('dialog', { name: 'Thank you' }).waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    await page.getByRole('button', { name: 'Withdraw my answer' }).click();
    await page.getByText('Your answer is withdrawn').first().waitFor();
    expect(visitor.responses().at(-1)?.body).toMatchObject({
      id: visitor.responses()[0]?.body.id,
      revision: 3,
      withdrawn: true,
    });
    await page.getByRole('button', { name: 'Close' }).click();
    await press(page, 'after-checkout');
    await page.getByRole('radio').first().waitFor();
  });

  it('goes on with one that was closed after the rating', async () => {
    const page = await visitor.open();
    await press(page, 'after-checkout');
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await page.getByRole('textbox').fill('Later');
    await page.getByRole('button', { name: 'Close' }).click();
    await press(page, 'after-checkout');
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Later');
    expect(await page.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe('bad');
  });
});

describe('a survey that may be answered at any time', () => {
  it('is gone on with while it is not at its end, and begun anew after', async () => {
    const often = await startHost([{ ...SURVEY, id: 'often', triggers: { placed: true }, period: 0 }]);
    const regular = await often.visit();
    try {
      const page = await regular.open();
      await press(page, 'often');
      await page.getByRole('radio', { name: 'good', exact: true }).click();
      await page.locator('.note').getByText('Your rating is kept: good').waitFor();
      await page.reload();
      await press(page, 'often');
      await page.locator('.note').getByText('Your rating is kept: good').waitFor();
      await page.getByRole('button', { name: 'Skip' }).click();
      await page.getByText('Thank you').first().waitFor();
      await page.reload();
      await press(page, 'often');
      await complete(page);
      const ids = regular.responses().map(({ body }) => body.id);
      expect(ids[0]).toBe(ids[1]);
      expect(new Set(ids).size).toBe(2);
    } finally {
      await regular.context.close();
      await often.close();
    }
  });
});
