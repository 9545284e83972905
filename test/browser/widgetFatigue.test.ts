import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SURVEY } from '../support/product.ts';
import { fateOf, settle } from './fateOf.ts';
import { call, type Host, startHost, type Visitor } from './widgetHost.ts';

let host: Host;
let visitor: Visitor;

const after = (id: string, event = id) => ({ ...SURVEY, id, triggers: { event } });

const SURVEYS = [
  after('first'),
  after('second'),
  after('third'),
  { ...SURVEY, id: 'after-delivery', triggers: { placed: true } },
  { ...after('gold'), audience: { attributes: [{ name: 'plan', is: ['gold'] }] } },
  { ...after('twin-a', 'twins'), audience: { attributes: [{ name: 'plan', is: ['gold'] }] } },
  after('twin-b', 'twins'),
  { ...after('nobody'), audience: { sample: 0.000_001 } },
];

beforeAll(async () => {
  host = await startHost(SURVEYS);
});
afterAll(() => host.close());
beforeEach(async () => {
  visitor = await host.visit();
});
afterEach(() => visitor.context.close());

async function bounds(cooldown: number, cap: { surveys: number; days: number } | null): Promise<void> {
  const body = JSON.stringify({ fatigue: { cooldown, cap } });
  expect((await host.workspace.api('/settings', { method: 'PATCH', body })).status).toBe(200);
}

const comes = async (page: Page, survey: string) => (await fateOf(page, survey)) === 'shown';

const dismiss = (page: Page) => page.getByRole('button', { name: 'Close' }).click();

async function press(page: Page, survey: string): Promise<void> {
  await page.evaluate((id) => {
    const { touchstone } = window as unknown as { touchstone(...given: unknown[]): void };
    document.getElementById('before')?.addEventListener('click', () => touchstone('show', id), { once: true });
  }, survey);
  await page.getByRole('button', { name: 'Before' }).click();
}

describe('a visitor who said no', () => {
  it('is left alone by every other survey for the cool-down, and then no longer', async () => {
    await bounds(7, null);
    const page = await visitor.open('/');
    expect(await comes(page, 'first')).toBe(true);
    await dismiss(page);
    expect(await comes(page, 'second')).toBe(false);
    await page.evaluate((key) => {
      const seen = JSON.parse(localStorage.getItem(key) ?? '');
      localStorage.setItem(key, JSON.stringify({ ...seen, at: Date.now() - 8 * 86_400_000 }));
    }, `touchstone:${host.workspace.siteKey}:seen:first`);
    expect(await comes(page, 'second')).toBe(true);
  });

  it('still finds what is placed in the page, and gets what they press for', async () => {
    await bounds(7, null);
    const page = await visitor.open('/?placed');
    await page.getByRole('region').waitFor();
    expect(await comes(page, 'first')).toBe(true);
    await dismiss(page);
    await page.reload();
    await page.getByRole('region').waitFor();
    await press(page, 'second');
    await page.getByRole('dialog').waitFor();
  });

  it('is not left alone where the workspace has no cool-down', async () => {
    await bounds(0, null);
    const page = await visitor.open('/');
    expect(await comes(page, 'first')).toBe(true);
    await dismiss(page);
    expect(await comes(page, 'second')).toBe(true);
  });
});

describe('a visitor who has answered enough', () => {
  it('is asked no more within the days of the cap', async () => {
    await bounds(0, { surveys: 2, days: 30 });
    const page = await visitor.open('/');
    for (const event of ['first', 'second']) {
      expect(await comes(page, event)).toBe(true);
      await page.getByRole('radio', { name: 'good', exact: true }).click();
      await page.getByRole('button', { name: 'Skip' }).click();
      await page.getByText('Thank you').first().waitFor();
      await dismiss(page);
    }
    expect(await comes(page, 'third')).toBe(false);
    await press(page, 'third');
    await page.getByRole('dialog').waitFor();
  });
});

describe('a survey that the server decides on', () => {
  const decisions = () => visitor.requests.filter((path) => path.endsWith('/decide')).length;
  /** What was asked of the server, as it was answered. */
  const answered = () =>
    visitor.posts.flatMap(({ route, status, body }) => (route === 'decide' ? { status, body } : []));
  const planned = async (sub: string, plan: string) => {
    host.tokens = [await host.workspace.token({ sub, traits: { plan } })];
  };
  /** On a page whose clock stands still, so many calls have been made. */
  const asked = (page: Page, calls: number) =>
    expect
      .poll(async () => {
        await page.clock.runFor(100);
        return decisions();
      })
      .toBe(calls);
  beforeEach(() => bounds(0, null));

  it('is asked about only once its moment has come, and not for who is not sampled', async () => {
    await planned('quiet-1', 'gold');
    const page = await visitor.open('/?token');
    expect(await comes(page, 'something else')).toBe(false);
    expect(await comes(page, 'nobody')).toBe(false);
    expect(decisions()).toBe(0);
  });

  it('is not asked about for an unknown visitor, when it is for everybody', async () => {
    const page = await visitor.open('/');
    expect(await comes(page, 'first')).toBe(true);
    expect(decisions()).toBe(0);
  });

  it('is not shown to who is unknown, and the server learns no visitor id that is not kept', async () => {
    const page = await visitor.open('/');
    await call(page, 'track', 'gold');
    await expect.poll(answered).toEqual([{ status: 200, body: { candidates: ['gold'] } }]);
    await settle(page);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('is shown to the person it is for', async () => {
    await planned('golden-1', 'gold');
    const page = await visitor.open('/?token');
    await call(page, 'track', 'gold');
    await page.getByRole('dialog').waitFor();
    expect(answered()).toEqual([{ status: 200, body: { candidates: ['gold'], identity: { token: host.tokens[0] } } }]);
  });

  it('is asked about in one call with all that are due together', async () => {
    await planned('silver-1', 'silver');
    const page = await visitor.open('/?token');
    await call(page, 'track', 'twins');
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await expect.poll(() => visitor.responses()[0]?.body.survey).toBe('twin-b');
    expect(answered()).toMatchObject([{ status: 200, body: { candidates: ['twin-a', 'twin-b'] } }]);
  });

  it.each([500, 'nothing'] as const)(
    'is not shown when the answer is %s, and those for everybody are',
    async (reply) => {
      await planned('unlucky-1', 'gold');
      await visitor.context.route('**/decide', async (route) => {
        if (reply === 500)
          await route.fulfill({ status: 500, headers: { 'access-control-allow-origin': '*' }, body: '{}' });
      });
      await visitor.context.clock.install();
      const page = await visitor.open('/?token');
      await call(page, 'track', 'gold');
      await asked(page, 1);
      await page.clock.runFor(2_500);
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await call(page, 'track', 'first');
      await asked(page, 2);
      await page.clock.runFor(2_500);
      await page.getByRole('dialog').waitFor();
    },
  );
});
