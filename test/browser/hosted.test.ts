import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { BIG_SURVEY } from '../support/bigSurvey.ts';
import { launchChromium } from '../support/browser.ts';
import { contact, invite } from '../support/hostedPage.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

let product: TestProduct;
let browser: Browser;
let shop: TestWorkspace;
beforeAll(async () => {
  [product, browser] = await Promise.all([startTestProduct(), launchChromium()]);
  shop = await product.makeWorkspace({ surveys: [SURVEY, BIG_SURVEY] });
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function link(survey = BIG_SURVEY.id, kind: 'personal' | 'place' = 'personal'): Promise<string> {
  const wanted = { survey, kind };
  return (await invite(shop, kind === 'place' ? wanted : { ...wanted, contact: await contact(shop, 'Maryam') })).url;
}

/** A visitor's browser; `troubles` gathers what its console complains of. */
async function visit(
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; troubles: string[] }> {
  const context = await browser.newContext({ locale: 'en', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    // A form sent back is answered with its status, which is no fault of the page.
    if (message.type() === 'error' && !message.text().includes('422')) troubles.push(message.text());
  });
  await page.goto(url);
  return { page, context, troubles };
}

describe('without any script', () => {
  it.each(['personal', 'place'] as const)('a %s link is answered to its end, by keyboard alone', async (kind) => {
    const { page, context, troubles } = await visit(await link(BIG_SURVEY.id, kind), { javaScriptEnabled: false });
    const { keyboard } = page;
    const heading = page.getByRole('heading', { level: 1 });
    const expectTitle = (title: string) => heading.filter({ hasText: title }).waitFor();
    const send = () => keyboard.press('Enter');

    await expectTitle('How was the delivery?');
    // Arrows move the choice, Enter sends the form.
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'bad', exact: true }).isChecked()).toBe(true);
    await send();

    await expectTitle('What went wrong?');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await send();

    await expectTitle('And the packing?');
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await keyboard.press('Tab');
    await keyboard.type('Nice box');
    await keyboard.press('Tab');
    await send();

    await expectTitle('Would you recommend us?');
    await page.getByRole('button', { name: 'Back' }).press('Enter');
    await expectTitle('And the packing?');
    expect(await page.getByRole('textbox').inputValue()).toBe('Nice box');
    await page.getByRole('button', { name: 'Next' }).press('Enter');

    const rest = BIG_SURVEY.questions.slice(BIG_SURVEY.questions.findIndex(({ id }) => id === 'recommend'));
    for (const [index, question] of rest.entries()) {
      const last = index === rest.length - 1;
      if (question.type !== 'message') await heading.or(page.getByRole('checkbox')).first().waitFor();
      await page.getByRole('button', { name: last ? 'Send' : 'Next' }).press('Enter');
    }
    await expectTitle('Thank you, it is with us');
    await page.getByRole('button', { name: 'Withdraw my answer' }).press('Enter');
    await expectTitle('Your answer is withdrawn');
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('a mistake is said where it is, and the keyboard stands there', async () => {
    const { page, context } = await visit(`${await link()}?q=mail`);
    const field = page.getByRole('textbox', { name: 'Where can we reach you?' });
    await field.fill('me@ikon.example');
    await field.press('Enter');
    await page.getByRole('alert').waitFor();
    // The address is as it should be; what is wrong is that it may not be used.
    expect(await field.getAttribute('aria-invalid')).toBeNull();
    const agreed = page.getByRole('checkbox');
    expect(await agreed.getAttribute('aria-invalid')).toBe('true');
    expect(
      await agreed.evaluate(
        (element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent,
      ),
    ).toBe('We need your consent for this');
    expect(await agreed.evaluate((element) => element === document.activeElement)).toBe(true);
    await context.close();
  });

  it('words of one’s own are asked for where they are wanted', async () => {
    const { page, context } = await visit(`${await link()}?q=feeling`, { javaScriptEnabled: false });
    const own = page.getByLabel('In your own words');
    expect(await own.isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'something else' }).check();
    expect(await own.isVisible()).toBe(true);
    await context.close();
  });

  it('what a mail’s link chose is sent by one press', async () => {
    const url = await link(SURVEY.id);
    const { page, context } = await visit(`${url}?a=2`, { javaScriptEnabled: false });
    expect(await page.getByRole('radio', { name: 'bad', exact: true }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    // The browser’s own Back and reload do no harm.
    await page.goBack();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const { items } = (await (await shop.api('/responses?survey=after-checkout&limit=1')).json()) as {
      items: { score: number; revision: number }[];
    };
    expect(items[0]).toMatchObject({ score: 2, revision: 1 });
    await context.close();
  });
});

const PAGES = ['', ...BIG_SURVEY.questions.map(({ id }) => id).filter((id) => id !== 'why')];

describe.each([
  { lang: 'pl', colorScheme: 'light', width: 320 },
  { lang: 'fa', colorScheme: 'dark', width: 320 },
  { lang: 'en', colorScheme: 'light', width: 1000 },
] as const)('in $lang, $colorScheme, $width pixels wide', ({ lang, colorScheme, width }) => {
  it('every page is accessible, within the window and under its own policy', { timeout: 180_000 }, async () => {
    const url = await link();
    const { page, context, troubles } = await visit(`${url}?lang=${lang}`, {
      colorScheme,
      viewport: { width, height: 700 },
    });
    const check = async (what: string) => {
      expect(await violationsOf(page), what).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, what).toBeLessThanOrEqual(0);
      const small = await page.locator('button, .choice, .option').evaluateAll((targets) =>
        targets
          .map((target) => ({ name: target.textContent?.trim(), ...target.getBoundingClientRect().toJSON() }))
          // Eleven numbers in a row on a wide window are as high as a finger, and as broad as there is room for.
          .filter(({ height, width: broad }) => height > 0 && (height < 43.5 || broad < 34)),
      );
      expect(small, what).toEqual([]);
    };
    for (const id of PAGES) {
      await page.goto(`${url}?lang=${lang}&q=${id}`);
      await check(id || 'start');
    }
    await page.goto(`${url}?lang=${lang}&q=mail`);
    await page.getByRole('textbox').fill('nowhere@x');
    await page.locator('.primary').click();
    await page.getByRole('alert').waitFor();
    await check('a mistake');
    await page.goto(`${url}?lang=${lang}&q=rating&a=4`);
    await check('preselected');
    await page.locator('.primary').click();
    await page.goto(`${url}?lang=${lang}&q=quote`);
    await page.locator('.primary').click();
    await page.locator('.mark').waitFor();
    await check('thanks');
    await page.goto(`${product.origin}/s/${shop.siteKey}${'A'.repeat(22)}?lang=${lang}`);
    await check('nowhere');
    // The last page is not there, which is what it says.
    expect(troubles.filter((text) => !text.includes('404'))).toEqual([]);
    await context.close();
  });
});
