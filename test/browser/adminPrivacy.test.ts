import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { type AdminHost, startAdmin, VIEWS, type View } from './adminHost.ts';
import { openNew, saved } from './builderHost.ts';

let host: AdminHost;
beforeAll(async () => {
  host = await startAdmin();
});
afterAll(() => host.stop());

const WIDE: View = { language: 'en', scheme: 'light', width: 1440 };

for (const view of VIEWS) {
  describe(`in ${view.language}, ${view.scheme}, ${view.width} pixels wide`, () => {
    for (const path of ['/privacy', '/audit']) {
      it(`${path} has no accessibility violation, no error and nothing beside the window`, async () => {
        const { page, troubles } = await host.open(path, view);
        await page.locator(path === '/audit' ? 'table' : '.retention').waitFor();
        if (path === '/privacy') {
          await page.locator('input[name="comments"]').fill('30');
          await page.locator('.retention .form-foot button').first().click();
          await page.locator('.losses').first().waitFor();
        }
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(troubles).toEqual([]);
        await page.context().close();
      });
    }
  });
}

describe('a person', () => {
  it('is erased once their name is typed, their certificate is shown, and whoever else looks at them leaves', async () => {
    const { page } = await host.open(`/people/${host.person}`, WIDE);
    const other = await host.open(`/people/${host.person}`, { ...WIDE, language: 'fa' });
    await page.getByRole('button', { name: 'Erase…' }).click();
    const dialog = page.getByRole('dialog');
    const action = dialog.getByRole('button', { name: 'Erase for good' });
    expect(await action.isDisabled()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    const listed = async (): Promise<string[]> => {
      const answer = await page.request.get(`${host.origin}/api/responses?limit=200`);
      return (await answer.json()).items.map(({ id }: { id: string }) => id);
    };
    const before = new Set(await listed());
    await dialog.getByRole('textbox').fill((await page.locator('.contact-name h2').innerText()).toUpperCase());
    await action.click();
    await page.waitForURL('**/erasures/*');
    await page.getByRole('heading', { name: 'Certificate of erasure' }).waitFor();
    expect(await page.getByText('Certificate, audit entry and chain agree.').isVisible()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    await other.page.waitForURL('**/people');
    const kept = (await listed()).find((id) => !before.has(id));
    await page.goto(`${host.origin}/responses?open=${kept}`);
    const pane = page.locator('.detail');
    await pane.getByText('Nobody’s for good').waitFor();
    expect(await pane.locator('.detail-head').innerText()).not.toContain('verified');
    expect(await pane.getByRole('button', { name: 'Tie to a person' }).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(`${host.origin}/people/${host.person}`);
    await page.getByText('Erase…').waitFor({ state: 'detached' });
    expect(await page.locator('.contact-name').count()).toBe(0);
    await page.goto(`${host.origin}/privacy`);
    await page.locator('.erasure').first().waitFor();
    await page.context().close();
    await other.page.context().close();
  });

  it('has the consents that somebody wrote down, the latest of each purpose first', async () => {
    const { page } = await host.open('/people', WIDE);
    await page.locator('a[href^="/people/"]').first().click();
    await page.getByRole('button', { name: 'Record a consent' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What for').selectOption('email');
    await dialog.getByLabel('How it is shown').fill('paper form 17');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('paper form 17').waitFor();
    expect(await page.locator('.consent').innerText()).toContain('Contact by email');
    await page.context().close();
  });

  it('takes a consent back by key, is said not to be asked any more, and what was said before can be opened', async () => {
    const { page, troubles } = await host.open('/people', WIDE);
    await page.locator('a[href^="/people/"]').first().click();
    await page.getByRole('button', { name: 'Record a consent' }).click();
    await page.getByRole('dialog').getByLabel('What for').selectOption('feedback');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const withdraw = page.getByRole('button', { name: 'Withdraw: Asking them' });
    await withdraw.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('No survey asks them any more').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.type('by phone');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The withdrawal is on record.').waitFor();
    await page.getByText('Not asked any more since').waitFor();
    await page.locator('.asking', { hasText: 'Withdrew their consent to being asked' }).first().waitFor();
    expect(await withdraw.count()).toBe(0);
    const record = page.locator('.consent', { hasText: 'by phone' });
    await record.getByText('1 earlier record').focus();
    await page.keyboard.press('Enter');
    await record.locator('.consents-earlier').getByText('given').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('what people consent to', () => {
  it('is named in the languages of the workspace, and a consent question of a survey may ask for it', async () => {
    const { page, troubles } = await host.open('/privacy', WIDE);
    await page.getByRole('button', { name: 'Add a purpose' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Code').fill('email');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Another purpose has this code.').waitFor();
    expect(await dialog.getByText('It needs a name in at least one language.').isVisible()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByLabel('Code').fill('panel');
    await dialog.getByLabel('Name, English').fill('Research panel');
    await dialog.getByLabel('Name, Polski').fill('Panel badawczy');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const row = page.locator('.purpose', { hasText: 'panel' });
    await row.waitFor();
    expect(await row.innerText()).toContain('Research panel');
    // What answers count for by themselves cannot be taken out from under them.
    expect(await page.getByRole('button', { name: 'Remove Contact by email' }).count()).toBe(0);

    const { page: builder, draft } = await openNew(host, 'Panel');
    await builder.getByRole('button', { name: 'Add a question' }).click();
    await builder.getByRole('menuitem', { name: /^Consent/ }).click();
    await builder.getByLabel('Counts as consent for').selectOption({ label: 'Research panel' });
    await saved(builder);
    const purposeIn = async () => (await draft()).definition.questions.find(({ type }) => type === 'consent')?.purpose;
    await expect.poll(purposeIn, { timeout: 10_000 }).toBe('panel');
    expect(await violationsOf(builder)).toEqual([]);
    await builder.context().close();

    await page.getByRole('button', { name: 'Remove Research panel' }).click();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await row.waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
