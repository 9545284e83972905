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

/** From the page to the faces: Close comes first, as it does on screen. */
async function tabToFaces(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
}

describe('by keyboard alone, a survey that came by itself', () => {
  it('leaves the focus where it is', async () => {
    const page = await ask();
    expect(await focused(page)).toBe('before');
  });

  it('stores nothing for arrows, the choice for Enter, and the comment for Ctrl+Enter', async () => {
    const page = await ask();
    await tabToFaces(page);
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
    await tabToFaces(page);
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
    await tabToFaces(page);
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
    await tabToFaces(page);
    await page.keyboard.press('Space');
    await expect.poll(() => visitor.responses().length).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await focused(page)).toBe('before');
    await expect.poll(() => visitor.outcomes).toEqual(['shown', 'abandoned']);
  });

  it('closes with Escape before an answer as dismissed', async () => {
    const page = await ask();
    await tabToFaces(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => visitor.outcomes).toEqual(['shown', 'dismissed']);
    expect(visitor.responses()).toEqual([]);
  });

  it('closes with Escape while the focus is on a control of the page, and leaves it there', async () => {
    const page = await ask();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await focused(page)).toBe('before');
  });

  it('says each face once', async () => {
    const page = await ask();
    for (const face of await page.getByRole('radio').all()) expect(await face.getAttribute('title')).toBeNull();
  });

  it('moves nothing when an arrow is pressed, before an answer and after it', async () => {
    const page = await visitor.open('/?placed');
    const region = page.getByRole('region');
    const height = async () => (await region.boundingBox())?.height;
    await page.getByRole('radio').first().focus();
    const first = await height();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Send' }).waitFor();
    expect(await height()).toBe(first);
    await page.keyboard.press('Enter');
    await page.locator('.note b').waitFor();
    const second = await height();
    await page.keyboard.press('ArrowRight');
    await page.locator('.note').waitFor({ state: 'detached' });
    expect(await height()).toBe(second);
  });
});

describe('Escape that is for the page', () => {
  const openings: [string, () => void][] = [
    ['handles it', () => addEventListener('keydown', (event) => event.preventDefault(), true)],
    [
      'has the focus in a menu',
      () => {
        const menu = document.createElement('div');
        menu.setAttribute('role', 'menu');
        const item = document.createElement('button');
        item.setAttribute('role', 'menuitem');
        menu.append(item);
        document.body.append(menu);
        item.focus();
      },
    ],
    [
      'has a list open under a field',
      () => {
        const field = document.createElement('input');
        field.setAttribute('role', 'combobox');
        field.setAttribute('aria-expanded', 'true');
        document.body.append(field);
        field.focus();
      },
    ],
    [
      'has a popover open',
      () => {
        const popover = document.createElement('p');
        popover.popover = 'auto';
        document.body.append(popover);
        popover.showPopover();
      },
    ],
  ];

  it.each(openings)('leaves a survey open where the page %s', async (_, open) => {
    const page = await ask();
    await page.evaluate(open);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(1);
  });

  it("closes the page's own dialog first, then the survey", async () => {
    const page = await ask();
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.id = 'own';
      document.body.append(dialog);
      dialog.showModal();
    });
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#own[open]').count()).toBe(0);
    expect(await page.getByRole('dialog', { name: 'How was it?' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('a choice moved away from the stored one', () => {
  async function move(): Promise<Page> {
    const page = await ask();
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await page.locator('.note').getByText('Your rating is kept: bad').waitFor();
    await page.getByRole('radio', { name: 'bad', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.locator('.ends').getByText('good').waitFor();
    return page;
  }

  it('is not said to be kept, and a Send stands beside it that stores it', async () => {
    const page = await move();
    expect(await page.getByText('is kept').count()).toBe(0);
    await page.getByRole('button', { name: 'Send' }).first().click();
    await page.locator('.note').getByText('Your rating is kept: good').waitFor();
    expect(visitor.responses().at(-1)?.body).toMatchObject({
      revision: 2,
      answers: [{ question: 'rating', value: 4 }],
      complete: false,
    });
  });

  it('takes no comment along that is still being written', async () => {
    const page = await ask();
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await page.getByRole('textbox').fill('Not for you y');
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.locator('.note').getByText('Your rating is kept: good').waitFor();
    expect(visitor.responses().at(-1)?.body.answers).toEqual([{ question: 'rating', value: 4 }]);
    expect(await page.getByRole('textbox').inputValue()).toBe('Not for you y');
  });

  it('is said to be kept again once it is back where it was', async () => {
    const page = await move();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.locator('.note').getByText('Your rating is kept: bad').waitFor();
    expect(visitor.responses()).toHaveLength(1);
  });

  it('is stored as it is shown by the Send of the comment', async () => {
    const page = await move();
    await page.getByRole('textbox').fill('On second thoughts');
    await page.getByRole('button', { name: 'Send' }).last().click();
    await page.getByText('Thank you').first().waitFor();
    expect(visitor.responses().at(-1)?.body.answers).toEqual([
      { question: 'rating', value: 4 },
      { question: 'why', value: 'On second thoughts' },
    ]);
  });

  it('goes back to the stored one by Skip', async () => {
    const page = await move();
    const release = await visitor.hold();
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect
      .poll(() => page.getByRole('radio', { name: 'bad', exact: true }).getAttribute('aria-checked'))
      .toBe('true');
    release();
    await page.getByText('Thank you').first().waitFor();
    expect(visitor.responses().at(-1)?.body).toMatchObject({
      answers: [{ question: 'rating', value: 2 }],
      complete: true,
    });
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
