import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { SURVEY } from '../support/product.ts';
import { call, type Host, startHost, type Visitor } from './widgetHost.ts';

const text = (words: string) => ({ en: words });

/** A rating; those who are let down name what, the others say where they come from; all may leave a last word. */
const BRANCHING = {
  ...SURVEY,
  id: 'branching',
  locales: ['en'],
  triggers: { placed: true },
  look: { progress: true },
  thanks: { title: text('Thanks, {{answer:name|friend}}') },
  questions: [
    {
      id: 'rating',
      type: 'csat' as const,
      text: text('How was it?'),
      next: [{ when: { by: 'score' as const, from: 1, to: 2 }, go: 'what' }, { go: 'name' }],
    },
    {
      id: 'what',
      type: 'single' as const,
      text: text('It was {{answer:rating}}: what let you down?'),
      options: [
        { id: 'late', text: text('It came late') },
        { id: 'broken', text: text('It was broken') },
      ],
      next: [{ go: 'last' }],
    },
    { id: 'name', type: 'short' as const, text: text('Who are you, on {{page:plan|some plan}}?') },
    { id: 'last', type: 'text' as const, text: text('A last word, {{answer:name|stranger}}?') },
  ],
};

const options = ['Speed', 'Price', 'Care', 'Taste', 'Size'].map((name) => ({
  id: name.toLowerCase(),
  text: text(name),
}));

/** Something said, then options in an order of their own, then an address. */
const SHUFFLED = {
  ...SURVEY,
  id: 'shuffled',
  locales: ['en'],
  triggers: { placed: true },
  questions: [
    { id: 'hello', type: 'message' as const, text: text('Hello'), hint: text('Two questions follow.') },
    {
      id: 'which',
      type: 'multiple' as const,
      text: text('Which?'),
      options,
      shuffle: true as const,
      other: true as const,
    },
    { id: 'where', type: 'email' as const, text: text('Where?') },
  ],
};

/** Speaks of the person to the person. */
const PERSONAL = {
  ...SURVEY,
  id: 'personal',
  locales: ['en'],
  triggers: { event: 'personal' },
  questions: [
    { id: 'rating', type: 'csat' as const, text: text('Hello {{contact:first_name|you}}, how is {{contact:plan}}?') },
  ],
};

let host: Host;
beforeAll(async () => {
  host = await startHost([BRANCHING, SHUFFLED, PERSONAL]);
});
afterAll(() => host.close());

async function ask(options: object = {}): Promise<{ visitor: Visitor; page: Page }> {
  const visitor = await host.visit({ reducedMotion: 'reduce' });
  const page = await visitor.open();
  await call(page, 'show', 'branching', options);
  await page.getByRole('dialog', { name: 'How was it?' }).waitFor();
  return { visitor, page };
}

const heading = (page: Page) => page.getByRole('heading', { level: 2 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const rate = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click();

describe('a survey of several pages', () => {
  it('goes where the score leads, begins each page at its question and says how far one is', async () => {
    const { visitor, page } = await ask();
    await rate(page, 'bad');
    await expect.poll(() => heading(page).textContent()).toBe('It was bad: what let you down?');
    expect(await heading(page).evaluate((one) => one.matches(':focus'))).toBe(true);
    expect(await page.getByRole('progressbar', { name: 'Progress' }).getAttribute('value')).toBe('2');
    expect(await violationsOf(page)).toEqual([]);
    await rate(page, 'It came late');
    await expect.poll(() => heading(page).textContent()).toBe('A last word, stranger?');
    await page.getByRole('textbox').fill('Never mind');
    await press(page, 'Send');
    await page.getByRole('heading', { name: 'Thanks, friend' }).waitFor();
    expect(visitor.responses().at(-1)?.body).toMatchObject({
      complete: true,
      answers: [
        { question: 'rating', value: 2 },
        { question: 'what', value: 'late' },
        { question: 'last', value: 'Never mind' },
      ],
    });
    await visitor.context.close();
  });

  it('goes back along the way taken, and sends nothing that is off the way in the end', async () => {
    const { visitor, page } = await ask();
    await rate(page, 'bad');
    await rate(page, 'It was broken');
    await press(page, 'Back');
    await expect
      .poll(() => page.getByRole('radio', { name: 'It was broken' }).getAttribute('aria-checked'))
      .toBe('true');
    await press(page, 'Back');
    await rate(page, 'good');
    await expect.poll(() => heading(page).textContent()).toBe('Who are you, on some plan?');
    await press(page, 'Skip');
    await press(page, 'Skip');
    await page.getByText('Thanks, friend').first().waitFor();
    expect(visitor.responses().at(-1)?.body).toMatchObject({
      complete: true,
      answers: [{ question: 'rating', value: 4 }],
    });
    await visitor.context.close();
  });

  it('puts answers and what the page knows into its texts, as text', async () => {
    const { visitor, page } = await ask({ context: { plan: '<b>Pro</b>', 'not a name': 1, list: [1] } });
    await rate(page, 'good');
    await expect.poll(() => heading(page).textContent()).toBe('Who are you, on <b>Pro</b>?');
    await page.getByRole('textbox').fill('<img src=x onerror=alert(1)>');
    await press(page, 'Next');
    await expect.poll(() => heading(page).textContent()).toBe('A last word, <img src=x onerror=alert(1)>?');
    await expect.poll(() => visitor.responses().at(-1)?.body.context).toEqual({ plan: '<b>Pro</b>' });
    expect(visitor.troubles).toEqual([]);
    await visitor.context.close();
  });

  it('goes on after a reload on the page where the visitor was, with what was typed', async () => {
    const { visitor, page } = await ask();
    await rate(page, 'good');
    await page.getByRole('textbox').fill('Mi');
    await page.reload();
    await page.evaluate(() => {
      const { touchstone } = window as unknown as { touchstone(...given: unknown[]): void };
      document.getElementById('before')?.addEventListener('click', () => touchstone('show', 'branching'));
    });
    await press(page, 'Before');
    await expect.poll(() => heading(page).textContent()).toBe('Who are you, on some plan?');
    expect(await page.getByRole('textbox').inputValue()).toBe('Mi');
    await press(page, 'Next');
    await press(page, 'Skip');
    await page.getByText('Thanks, Mi').first().waitFor();
    const ids = visitor.responses().map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(1);
    await visitor.context.close();
  });
});

describe('options that are shuffled', () => {
  const orderOn = (page: Page) => page.getByRole('checkbox').allTextContents();
  const open = async (visitor: Visitor) => {
    const page = await visitor.open();
    await call(page, 'show', 'shuffled');
    await heading(page).getByText('Hello').waitFor();
    return page;
  };

  it('come after what is only said, keep their order all along, and differ from visitor to visitor', async () => {
    const orders = new Set<string>();
    for (let count = 0; count < 5; count++) {
      const visitor = await host.visit({ reducedMotion: 'reduce' });
      const page = await open(visitor);
      await page.getByText('Two questions follow.').waitFor();
      expect(await page.getByRole('button', { name: 'Skip' }).count()).toBe(0);
      await press(page, 'Next');
      await heading(page).getByText('Which?').waitFor();
      const order = (await orderOn(page)).map((name) => name.trim());
      expect(order.at(-1)).toBe('Something else');
      expect(order.slice(0, -1).toSorted()).toEqual(['Care', 'Price', 'Size', 'Speed', 'Taste']);
      await page.getByRole('checkbox').first().click();
      await press(page, 'Back');
      await heading(page).getByText('Hello').waitFor();
      await press(page, 'Next');
      await heading(page).getByText('Which?').waitFor();
      expect((await orderOn(page)).map((name) => name.trim())).toEqual(order);
      orders.add(order.join());
      await visitor.context.close();
    }
    // Five visitors with the same of 120 orders: once in two hundred million.
    expect(orders.size).toBeGreaterThan(1);
  });

  it('send no answer for what was only said', async () => {
    const visitor = await host.visit({ reducedMotion: 'reduce' });
    const page = await open(visitor);
    await press(page, 'Next');
    await page.getByRole('checkbox', { name: 'Care' }).click();
    await press(page, 'Next');
    await press(page, 'Skip');
    await page.getByText('Thank you').first().waitFor();
    expect(visitor.responses().at(-1)).toMatchObject({
      status: 200,
      body: { complete: true, answers: [{ question: 'which', value: ['care'] }] },
    });
    await visitor.context.close();
  });

  it.each(['light', 'dark'] as const)(
    'leave axe nothing to find among own words and faults, %s',
    async (colorScheme) => {
      const visitor = await host.visit({ reducedMotion: 'reduce', colorScheme });
      const page = await open(visitor);
      expect(await violationsOf(page), 'only said').toEqual([]);
      await press(page, 'Next');
      await page.getByRole('checkbox', { name: 'Something else' }).click();
      await page.getByRole('textbox', { name: 'In your own words' }).fill('The smell');
      expect(await violationsOf(page), 'own words').toEqual([]);
      await press(page, 'Next');
      await page.getByRole('textbox', { name: 'Where?' }).fill('nowhere');
      await press(page, 'Send');
      await page.getByRole('alert').getByText('Please check the email address').waitFor();
      expect(await page.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
      expect(await violationsOf(page), 'a fault').toEqual([]);
      await visitor.context.close();
    },
  );
});

describe('texts with values in them', () => {
  it('speak of the person as the server knows them, as text', async () => {
    const visitor = await host.visit({ reducedMotion: 'reduce' });
    const shown = { shownAttributes: ['first_name', 'plan'] };
    const changed = await host.workspace.api('/settings', { method: 'PATCH', body: JSON.stringify(shown) });
    expect(changed.status).toBe(200);
    const claims = { sub: 'piped-1', name: 'Ada Lovelace', traits: { plan: '<b>Pro</b>' } };
    host.tokens = [await host.workspace.token(claims)];
    const page = await visitor.open('/?token');
    await call(page, 'track', 'personal');
    await heading(page).waitFor();
    await expect.poll(() => heading(page).textContent()).toBe('Hello Ada, how is <b>Pro</b>?');
    await visitor.context.close();
  });

  it('have them on a page that gives every array a toJSON, too', async () => {
    const visitor = await host.visit({ reducedMotion: 'reduce' });
    await visitor.context.addInitScript(() => {
      Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'spoilt', configurable: true });
    });
    const page = await visitor.open();
    await call(page, 'track', 'personal');
    await expect.poll(() => heading(page).textContent()).toBe('Hello you, how is ?');
    await visitor.context.close();
  });
});
