import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../contract/collect.ts';
import type { Question } from '../../contract/survey.ts';
import { violationsOf } from '../support/accessibility.ts';
import { SURVEY } from '../support/product.ts';
import { call, type Host, startHost } from './widgetHost.ts';

type Asked = Omit<Question, 'id' | 'text'>;

interface Case {
  question: Asked;
  /** What the survey's tree says of the question, between its Close and its links. */
  tree: string;
  byPointer: (page: Page) => Promise<unknown>;
  /** From the first control on. */
  byKeyboard: string[];
  value: AnswerValue;
}

const radio = (name: string) => (page: Page) => page.getByRole('radio', { name, exact: true }).click();
const send = (page: Page) => page.getByRole('button', { name: 'Send' }).click();
const options = ['Speed', 'Price', 'Care'].map((name) => ({ id: name.toLowerCase(), text: { en: name, fa: name } }));
const consent = { en: 'You may write to me.', fa: 'می‌توانید بنویسید.' };

const CASES: Record<string, Case> = {
  stars: {
    question: { type: 'csat', style: 'stars' },
    tree: 'radiogroup "Q?": radio "very bad" radio "bad" radio "neither" radio "good" radio "very good"',
    byPointer: radio('good'),
    byKeyboard: ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'],
    value: 4,
  },
  numbers: {
    question: { type: 'csat', style: 'numbers' },
    tree: 'radiogroup "Q?": radio "1" radio "2" radio "3" radio "4" radio "5"',
    byPointer: radio('2'),
    byKeyboard: ['ArrowDown', 'Space'],
    value: 2,
  },
  nps: {
    question: { type: 'nps' },
    tree: `radiogroup "Q?": ${Array.from({ length: 11 }, (_, n) => `radio "${n}"`).join(' ')}`,
    byPointer: radio('0'),
    byKeyboard: ['Enter'],
    value: 0,
  },
  ces: {
    question: { type: 'ces' },
    tree: `radiogroup "Q?": ${Array.from({ length: 7 }, (_, n) => `radio "${n + 1}"`).join(' ')}`,
    byPointer: radio('7'),
    byKeyboard: ['ArrowLeft', 'Space'],
    value: 7,
  },
  thumbs: {
    question: { type: 'thumbs' },
    tree: 'radiogroup "Q?": radio "thumbs down" radio "thumbs up"',
    byPointer: radio('thumbs down'),
    byKeyboard: ['Space'],
    value: 0,
  },
  emotion: {
    question: { type: 'emotion' },
    tree: `radiogroup "Q?": ${['calm', 'relieved', 'delighted', 'surprised', 'confused', 'impatient', 'worried', 'let down', 'angry', 'something else'].map((name) => `radio "${name}"`).join(' ')}`,
    byPointer: async (page) => {
      await radio('something else')(page);
      await page.getByRole('textbox', { name: 'In your own words' }).fill('tired');
      await send(page);
    },
    byKeyboard: ['ArrowUp', 'Tab', 'type:tired', 'Enter'],
    value: 'other:tired',
  },
  gap: {
    question: { type: 'gap' },
    tree: ['What I expected', 'What I got']
      .map((row) => `paragraph: ${row} radiogroup "Q? ${row}": radio "1" radio "2" radio "3" radio "4" radio "5"`)
      .join(' '),
    byPointer: async (page) => {
      await page.getByRole('radio', { name: '4' }).first().click();
      await page.getByRole('radio', { name: '2' }).last().click();
    },
    byKeyboard: ['ArrowLeft', 'ArrowLeft', 'Tab', 'ArrowRight', 'Enter'],
    value: { expected: 4, experienced: 2 },
  },
  single: {
    question: { type: 'single', options, other: true },
    tree: 'radiogroup "Q?": radio "Speed" radio "Price" radio "Care" radio "Something else"',
    byPointer: radio('Price'),
    byKeyboard: ['ArrowDown', 'Enter'],
    value: 'price',
  },
  multiple: {
    question: { type: 'multiple', options, other: true, max: 2 },
    tree: 'group "Q?": checkbox "Speed" checkbox "Price" checkbox "Care" checkbox "Something else"',
    byPointer: async (page) => {
      for (const name of ['Speed', 'Price', 'Care']) await page.getByRole('checkbox', { name }).click();
      await send(page);
      await page.getByRole('alert').getByText('Choose at most 2').waitFor();
      await page.getByRole('checkbox', { name: 'Price' }).click();
      await send(page);
    },
    byKeyboard: ['Space', 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Enter'],
    value: ['speed', 'care'],
  },
  short: {
    question: { type: 'short' },
    tree: 'textbox "Q?"',
    byPointer: async (page) => {
      await page.getByRole('textbox').fill('  A word ');
      await send(page);
    },
    byKeyboard: ['type:A word', 'Enter'],
    value: 'A word',
  },
  email: {
    question: { type: 'email', consent },
    tree: 'textbox "Q?" checkbox "You may write to me."',
    byPointer: async (page) => {
      await page.getByRole('textbox').fill('mia@example');
      await send(page);
      await page.getByRole('alert').getByText('Please check the email address').waitFor();
      await page.getByRole('textbox').fill('mia@shop.example');
      await send(page);
      await page.getByRole('alert').getByText('We need your consent for this').waitFor();
      await page.getByRole('checkbox').check();
      await send(page);
    },
    byKeyboard: ['type:mia@shop.example', 'Tab', 'Space', 'Tab', 'Enter'],
    value: 'mia@shop.example',
  },
  phone: {
    question: { type: 'phone', consent },
    tree: 'textbox "Q?" checkbox "You may write to me."',
    byPointer: async (page) => {
      await page.getByRole('textbox').fill('+۴۸ ۶۰۰ ۱۰۰ ۲۰۰');
      await page.getByRole('checkbox').check();
      await send(page);
    },
    byKeyboard: ['type:+۴۸ ۶۰۰ ۱۰۰ ۲۰۰', 'Tab', 'Space', 'Shift+Tab', 'Enter'],
    value: '+۴۸ ۶۰۰ ۱۰۰ ۲۰۰',
  },
  consent: {
    question: { type: 'consent', required: true, consent },
    tree: 'checkbox "You may write to me."',
    byPointer: async (page) => {
      await send(page);
      await page.getByRole('alert').getByText('We need your consent for this').waitFor();
      await page.getByRole('checkbox').check();
      await send(page);
    },
    byKeyboard: ['Space', 'Tab', 'Enter'],
    value: true,
  },
};

const surveys = Object.entries(CASES).map(([id, { question }]) => ({
  ...SURVEY,
  id,
  triggers: { placed: true },
  questions: [{ ...question, id: 'q', text: { en: 'Q?', fa: 'پرسش؟' } }],
  locales: ['en', 'fa'],
}));

let host: Host;
beforeAll(async () => {
  host = await startHost(surveys);
});
afterAll(() => host.close());

/** What the server has stored of the one question. */
async function stored(id: string | undefined): Promise<unknown> {
  const answer = await host.workspace.api(`/responses/${id}`);
  return ((await answer.json()) as { answers: { question: string; value: unknown }[] }).answers;
}

async function ask(id: string, lang = 'en', colorScheme: 'light' | 'dark' = 'light') {
  const visitor = await host.visit({ colorScheme, reducedMotion: 'reduce' });
  const page = await visitor.open(`/?lang=${lang}`);
  await page.locator('#before').focus();
  await call(page, 'show', id);
  await page.getByRole('dialog').waitFor();
  return { visitor, page };
}

describe.each(Object.entries(CASES))('a question of the kind %s', (id, { tree, byPointer, byKeyboard, value }) => {
  it('is stored as the pointer says, and says to a screen reader what it is', async () => {
    const { visitor, page } = await ask(id);
    const said = (await page.getByRole('dialog', { name: 'Q?' }).ariaSnapshot())
      .replace(/\s*\n\s*- (text: .*)?/g, ' ')
      .replace(/: \/placeholder: ".*?"/g, '')
      .replace(/\s+/g, ' ');
    expect(said).toContain(`heading "Q?" [level=2] ${tree}`);
    expect(await violationsOf(page)).toEqual([]);
    await byPointer(page);
    await page.getByText('Thank you').first().waitFor();
    expect(await stored(visitor.responses().at(-1)?.body.id)).toEqual([{ question: 'q', value }]);
    await visitor.context.close();
  });

  it('is stored as the keyboard alone says', async () => {
    const { visitor, page } = await ask(id);
    // Called for, it has taken the focus to its question.
    await expect
      .poll(() => page.getByRole('heading', { name: 'Q?' }).evaluate((one) => one.matches(':focus')))
      .toBe(true);
    await page.keyboard.press('Tab');
    for (const key of byKeyboard) {
      if (key.startsWith('type:')) await page.keyboard.type(key.slice(5));
      else await page.keyboard.press(key);
    }
    await page.getByText('Thank you').first().waitFor();
    expect(await stored(visitor.responses().at(-1)?.body.id)).toEqual([{ question: 'q', value }]);
    await visitor.context.close();
  });

  it('leaves axe nothing to find, and fits the narrowest phone, from right to left in the dark', async () => {
    const { visitor, page } = await ask(id, 'fa', 'dark');
    await page.setViewportSize({ width: 320, height: 640 });
    for (const target of await page.locator('[role=radio], [role=checkbox], [part=input]').all()) {
      const box = await target.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(44);
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await page.getByRole('dialog').evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0);
    const choice = page.getByRole('radio').or(page.getByRole('checkbox')).last();
    if (await choice.count()) await choice.focus();
    await page.keyboard.press('ArrowRight');
    expect(await violationsOf(page)).toEqual([]);
    await visitor.context.close();
  });
});

it.each(['numbers', 'emotion', 'single'])(
  'shows what is chosen of %s where the system decides the colours',
  async (id) => {
    const visitor = await host.visit({ forcedColors: 'active', reducedMotion: 'reduce' });
    const page = await visitor.open();
    await call(page, 'show', id);
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Send' }).focus();
    // As drawn: computed colours are those from before the system's.
    const groundOf = async (checked: boolean) => {
      const { x = 0, y = 0 } = (await page.getByRole('radio', { checked }).first().boundingBox()) ?? {};
      return (await page.screenshot({ clip: { x: x + 6, y: y + 6, width: 3, height: 3 } })).toString('base64');
    };
    expect(await groundOf(true)).not.toBe(await groundOf(false));
    await visitor.context.close();
  },
);
