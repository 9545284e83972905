import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/accessibility.ts';
import { type AdminHost, startAdmin, type View } from './adminHost.ts';

let host: AdminHost;
beforeAll(async () => {
  host = await startAdmin();
});
afterAll(() => host.stop());

const VIEW: View = { language: 'en', scheme: 'light', width: 1440 };

describe('a period without answers', () => {
  for (const path of ['/responses', '/overview'])
    it(`says so on ${path}, instead of setting up a site, and leads to where answers are`, async () => {
      const { page } = await host.open(`${path}?from=2020-01-01&to=2020-01-31`, VIEW);
      await page.getByRole('heading', { name: 'No answers in this period' }).waitFor();
      expect(await page.getByText('Set up a site').count()).toBe(0);
      expect(await page.getByRole('button', { name: /Jan 1 – Jan 31, 2020/ }).count()).toBe(1);
      await page.getByRole('main').getByRole('link', { name: 'Last 90 days' }).last().click();
      await page.waitForURL((url) => url.search === '');
      await page.getByText('No answers in this period').waitFor({ state: 'detached' });
      await page.context().close();
    });
});

describe('a dialog', () => {
  it('begins in its first field, so that Enter never closes it', async () => {
    const { page } = await host.open('/people', VIEW);
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.keyboard.press('Enter');
    await page.getByText('A name, an email or a phone is needed.').waitFor();
    expect(await page.locator('dialog input[name=name]').evaluate((input) => input === document.activeElement)).toBe(
      true,
    );
    await page.context().close();
  });

  it('gives the focus back to what opened it', async () => {
    const { page } = await host.open('/people', VIEW);
    const opener = page.getByRole('button', { name: 'Add a person' });
    for (const leave of [
      () => page.getByRole('button', { name: 'Cancel' }).click(),
      () => page.keyboard.press('Escape'),
    ]) {
      await opener.click();
      await page.locator('dialog').waitFor();
      await leave();
      await page.locator('dialog').waitFor({ state: 'detached' });
      expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    }
    await page.context().close();
  });

  it('without a field begins at its heading, and comes to its cross last', async () => {
    const { page } = await host.open('/responses', VIEW);
    await page.keyboard.press('?');
    await page.locator('dialog').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('dialog h2').evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Close');
    await page.context().close();
  });
});

describe('a form', () => {
  it('says at each field what the server would not take, in the language of the screen, until it is saved', async () => {
    const { page } = await host.open('/people', { ...VIEW, language: 'pl' });
    await page.getByRole('button', { name: 'Dodaj osobę' }).click();
    const [email, phone] = [page.locator('dialog [name=email]'), page.locator('dialog [name=phone]')];
    await email.fill('a@b');
    await phone.fill('12');
    await page.locator('dialog [type=submit]').click();
    await page.getByText('Tego numeru telefonu nie da się użyć.').waitFor();
    expect(await page.getByText('Tego e-maila nie da się użyć.').count()).toBe(1);
    expect([await email.getAttribute('aria-invalid'), await phone.getAttribute('aria-invalid')]).toEqual([
      'true',
      'true',
    ]);
    expect(await violationsOf(page)).toEqual([]);
    await email.fill('nowa@osoba.example');
    await phone.fill('+48 601 555 010');
    await page.locator('dialog [type=submit]').click();
    await page.waitForURL(/people\/./);
    expect(await page.locator('dialog').count()).toBe(0);
    await page.context().close();
  });

  it('that is refused as a whole says so inside itself, where a dialog covers the rest', async () => {
    const { page } = await host.open('/people', VIEW);
    await page.route('**/api/contacts', (route) => route.fulfill({ status: 500, body: '' }));
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.keyboard.type('Nobody');
    await page.keyboard.press('Enter');
    await page.locator('dialog').getByText('This could not be saved').waitFor();
    await page.context().close();
  });

  it('whose person shares a phone says whose it is, and adds the person all the same', async () => {
    const { page } = await host.open('/people', VIEW);
    const known = await (await page.request.get(`${host.origin}/api/contacts?limit=40`)).json();
    const { name, phone } = known.items.find((one: { phone: string | null }) => one.phone?.startsWith('+'));
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.keyboard.type('Twin');
    await page.locator('dialog [name=phone]').fill(phone);
    await page.locator('dialog [type=submit]').click();
    await page.getByRole('heading', { name: 'Twin' }).first().waitFor();
    await page.getByText('has this phone already').getByRole('link', { name }).click();
    await page.getByRole('heading', { name }).first().waitFor();
    await page.context().close();
  });
});

describe('what is not there', () => {
  for (const [what, path, title] of [
    ['a person', '/people/xyz', 'No such person'],
    ['an answer', '/responses?open=nope', 'No such answer'],
    ['an address that is no text', '/people/%E0', 'No such page'],
  ] as const)
    it(`is said kindly of ${what}: no retry, and nothing of the API`, async () => {
      const { page } = await host.open(path, VIEW);
      const main = page.getByRole('main');
      await main.getByRole('heading', { name: title }).last().waitFor();
      expect(await main.getByRole('button', { name: 'Try again' }).count()).toBe(0);
      expect(await main.textContent()).not.toContain('/api/');
      await page.context().close();
    });
});

describe('the responses', () => {
  it('say when their counts could not be read, and count again', async () => {
    const { page } = await host.open('/overview', VIEW);
    await page.route('**/api/responses/counts*', (route) => route.abort());
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Responses/ })
      .first()
      .click();
    const filters = page.locator('.filters');
    await filters.getByText('The counts could not be read.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.unroute('**/api/responses/counts*');
    await filters.getByRole('button', { name: 'Try again' }).click();
    await filters.getByText('The counts could not be read.').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('say after an undo whom the answer is tied to now', async () => {
    const { page } = await host.open(`/responses?open=${host.answer}`, VIEW);
    const before = await (await page.request.get(`${host.origin}/api/responses/${host.answer}`)).json();
    await page.getByRole('button', { name: 'Untie' }).click();
    await page.getByText('Untied.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`Undone: tied to ${before.contact.name} again.`).waitFor();
    await page.context().close();
  });
});

it('an owner finds on the site what its pages and its server may call, with its own key, key id and surveys', async () => {
  const { page } = await host.open('/sites', VIEW);
  const [site] = (await (await page.request.get(`${host.origin}/api/sites`)).json()).items;
  expect(await page.getByText("touchstone('track', 'checkout_done')").count()).toBeGreaterThan(0);
  const { items: surveys } = await (await page.request.get(`${host.origin}/api/surveys`)).json();
  expect(surveys.length).toBeGreaterThan(0);
  expect(await page.locator('.live-survey').count()).toBe(surveys.length);
  await page.getByText('With its integrity checked').click();
  const checked = page.locator('.site-section code', { hasText: 'integrity=' });
  const { file, integrity } = await (await page.request.get(`${host.origin}/w/sri.json`)).json();
  await checked.waitFor();
  expect(await checked.textContent()).toContain(`/w/assets/${file}" data-site="${site.key}" integrity="${integrity}"`);
  await page.getByRole('tab', { name: 'On the server' }).click();
  const code = await page.locator('.site-code .snippet code').textContent();
  expect(code).toContain(`setAudience('${site.key}')`);
  expect(code).toContain(`kid: '${site.kid}'`);
  expect(await violationsOf(page)).toEqual([]);
  await page.context().close();
});
