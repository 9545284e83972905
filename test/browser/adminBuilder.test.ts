import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { type AdminHost, startAdmin } from './adminHost.ts';
import { asked, names, openNew, saved, VIEW } from './builderHost.ts';

let host: AdminHost;
beforeAll(async () => {
  host = await startAdmin();
});
afterAll(() => host.stop());

describe('the questions of a survey', () => {
  it('are put in order by key, said aloud, and put back with Escape', async () => {
    const { page, draft } = await openNew(host, 'By key');
    const before = await names(page);
    const grip = page.locator('.question-list .grip').first();
    await grip.focus();
    await page.keyboard.press('Space');
    await page.getByText(/lifted, place 1 of \d/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByText(/: place 3 of \d/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(/put back to place 1/).waitFor();
    expect(await names(page)).toEqual(before);

    await page.locator('.question-list .grip').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText(/dropped at place 2/).waitFor();
    expect(await names(page)).toEqual([before[1], before[0], ...before.slice(2)]);
    // Whoever moved it goes on from there.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-grip'))).toBe('rating');
    await eventually(draft, ({ definition }) => definition.questions[1]?.id === 'rating');
    await page.context().close();
  });

  it('are dragged to their place', async () => {
    const { page, draft } = await openNew(host, 'By pointer');
    const before = await names(page);
    const grip = await page.locator('.question-list .grip').first().boundingBox();
    const last = await page.locator('.question-list > li').last().boundingBox();
    if (!grip || !last) throw new Error('nothing to drag');
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + grip.width / 2, last.y + last.height - 2, { steps: 8 });
    await page.mouse.up();
    expect(await names(page)).toEqual([...before.slice(1), before[0]]);
    await eventually(draft, ({ definition }) => definition.questions.at(-1)?.id === 'rating');
    await page.context().close();
  });

  it('come back after they were removed, with the ways that led to them', async () => {
    const { page, draft } = await openNew(host, 'Removed', VIEW, '?question=wrong');
    const before = (await draft()).definition;
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    const { definition } = await eventually(draft, (one) => one.definition.questions.every(({ id }) => id !== 'wrong'));
    expect(definition.questions[0]?.next).toHaveLength(1);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await eventually(draft, (one) => one.definition.questions.some(({ id }) => id === 'wrong'));
    expect((await draft()).definition).toEqual(before);
    await page.context().close();
  });

  it('are added from a menu of every type, and saved by themselves', async () => {
    const { page, draft } = await openNew(host, 'Added');
    await page.getByRole('button', { name: 'Add a question' }).click();
    expect(await page.getByRole('menuitem').count()).toBe(14);
    await page.getByRole('menuitem', { name: /^Several choices/ }).click();
    await page.keyboard.type('Which of these?');
    const options = page.locator('.option .input');
    await options.nth(0).fill('Price');
    await options.nth(0).press('Enter');
    await page.keyboard.type('Speed');
    await page.getByLabel('At most').fill('2');
    await page.getByText('In another order for each visitor').click();
    const { definition } = await eventually(draft, (one) => one.definition.questions.at(-1)?.max === 2);
    await saved(page);
    expect((await draft()).definition.questions.at(-1)).toMatchObject({
      type: 'multiple',
      text: { en: 'Which of these?' },
      options: [{ text: { en: 'Price' } }, { text: { en: 'Speed' } }, { text: {} }],
      shuffle: true,
    });
    expect(definition.questions.length).toBeGreaterThan(1);
    await page.context().close();
  });

  it('take back what was done with Ctrl+Z outside of text fields, typing as one step', async () => {
    const { page, draft } = await openNew(host, 'Undone', VIEW, '?question=rating');
    const words = page.getByRole('textbox', { name: 'Question', exact: true });
    const before = await words.inputValue();
    await words.fill('');
    await words.pressSequentially('How was it?');
    await eventually(draft, ({ definition }) => definition.questions[0]?.text['en'] === 'How was it?');
    await page.getByRole('tab', { name: 'Questions' }).focus();
    await page.keyboard.press('Control+z');
    expect(await words.inputValue()).toBe(before);
    await page.keyboard.press('Control+Shift+z');
    expect(await words.inputValue()).toBe('How was it?');
    await page.context().close();
  });
});

it('a value is put into a text where the caret is, with words for when it is not known', async () => {
  const { page, draft } = await openNew(host, 'Piped', VIEW, '?question=wrong');
  const words = page.getByRole('textbox', { name: 'Question', exact: true });
  await words.fill('You said . Why?');
  await words.evaluate((element) => (element as HTMLTextAreaElement).setSelectionRange(9, 9));
  await page.getByRole('button', { name: 'Insert' }).first().click();
  await page.getByRole('textbox', { name: 'Where it is not known, say' }).fill('so');
  await page.locator('.menu.insert:popover-open').getByRole('button', { name: 'Insert' }).click();
  expect(await words.inputValue()).toBe('You said {{answer:rating|so}}. Why?');
  await eventually(draft, ({ definition }) => definition.questions[1]?.text['en']?.includes('{{answer') ?? false);
  expect((await draft()).problems.filter(({ code }) => code === 'unknown-pipe')).toEqual([]);
  await page.context().close();
});

describe('the preview', () => {
  it('is the survey itself: words change under the visitor’s eyes, and the place stays', async () => {
    const { page, preview } = await openNew(host, 'Preview', VIEW, '?question=wrong');
    await preview.getByRole('radio').nth(1).click();
    const question = preview.getByRole('heading', { name: 'What got in your way?' });
    await question.waitFor();
    const words = page.getByRole('textbox', { name: 'Question', exact: true });
    await words.click();
    await words.fill('What was hard?');
    await preview.getByRole('heading', { name: 'What was hard?' }).waitFor();
    // Whoever types goes on typing.
    expect(await words.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'From the beginning' }).click();
    await preview.getByRole('heading', { name: /How satisfied/ }).waitFor();
    await page.context().close();
  });

  it('takes the focus from nobody who writes, even where it holds the page back', async () => {
    const { page, preview } = await openNew(host, 'Modal', VIEW, '?section=look');
    await page.getByText('In the middle').click();
    await preview.locator('touchstone-survey').getByRole('dialog').waitFor();
    const font = page.getByRole('textbox', { name: 'Font' });
    await font.click();
    await page.evaluate(() => {
      document.activeElement?.addEventListener('blur', () => document.body.setAttribute('data-blurred', ''));
    });
    await font.pressSequentially('Georgia, serif', { delay: 60 });
    // Drawn anew meanwhile, and once more at the end.
    await eventually(
      () =>
        preview
          .locator('touchstone-survey')
          .evaluate(
            (element) => getComputedStyle(element.shadowRoot?.querySelector('[part=panel]') ?? element).fontFamily,
          ),
      (family) => family.includes('Georgia'),
    );
    expect(await font.inputValue()).toBe('Georgia, serif');
    expect(await page.locator('body[data-blurred]').count()).toBe(0);
    await page.context().close();
  });

  it('speaks each language in its direction, on a phone as on a desktop', async () => {
    const { page, preview } = await openNew(host, 'Languages of the preview');
    await asked(preview).waitFor();
    await page.getByLabel('Language of the preview').selectOption('fa');
    await preview.getByRole('heading', { name: 'از خرید امروزتان چقدر راضی هستید؟' }).waitFor();
    expect(await preview.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByRole('group', { name: 'Device of the preview' }).getByLabel('Phone').check({ force: true });
    await eventually(
      () => preview.locator('html').evaluate(() => innerWidth),
      (width) => width === 375,
    );
    await page.context().close();
  });

  it('is a document that talks to nobody and stands in nobody else’s frame', async () => {
    const answer = await fetch(`${host.origin}/preview`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('connect-src');
    expect(policy).not.toContain('unsafe');
  });
});

describe('the logic of a survey', () => {
  it('offers the end once after the last question', async () => {
    const { page } = await openNew(host, 'The end', VIEW, '?section=logic');
    const last = page.locator('.ways').last().getByLabel('Where it goes');
    expect(await last.locator('option').allTextContents()).toEqual(['the end']);
    await page.context().close();
  });

  it('reads as sentences, and says what it makes unreachable', async () => {
    const { page, draft } = await openNew(host, 'Logic', VIEW, '?section=logic');
    const first = page.locator('.ways').first();
    await first.getByLabel('To', { exact: true }).first().selectOption('2');
    await first.getByLabel('Where it goes').first().selectOption('end');
    await first.getByLabel('Where it goes').last().selectOption('end');
    const { definition } = await eventually(draft, ({ problems }) =>
      problems.some(({ code, question }) => code === 'unreachable' && question === 'wrong'),
    );
    expect(definition.questions[0]?.next).toEqual([
      { when: { by: 'score', from: 1, to: 2 }, go: 'end' },
      { when: { by: 'score', from: 4, to: 5 }, go: 'well' },
      { go: 'end' },
    ]);
    await page.getByText('No way leads here.').waitFor();
    await page.context().close();
  });

  it('asks for an answer among those offered', async () => {
    const { page, draft } = await openNew(host, 'By answer', VIEW, '?section=logic');
    const wrong = page.locator('.ways[data-question="wrong"]');
    await wrong.getByRole('button', { name: 'Add a rule' }).click();
    await wrong.getByRole('button', { name: /^Values/ }).click();
    await page.getByRole('checkbox', { name: 'Paying' }).check();
    const { definition } = await eventually(draft, (one) => {
      const when = one.definition.questions[1]?.next?.[0]?.when;
      return when?.by === 'answer' && when.is.length === 2;
    });
    expect(definition.questions[1]?.next?.[0]?.when).toEqual({ by: 'answer', is: ['finding', 'payment'] });
    await page.context().close();
  });
});
