import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../contract/collect.ts';
import { SURVEY } from '../support/product.ts';
import { call, type Host, startHost, type Visitor } from './widgetHost.ts';

let host: Host;
let visitor: Visitor;

const after = (id: string, event = id) => ({ ...SURVEY, id, triggers: { event } });

const SURVEYS = [
  after('first'),
  after('second'),
  after('third'),
  { ...SURVEY, id: 'after-delivery', triggers: { placed: true } },
  { ...after('abroad'), audience: { countries: ['DE'] } },
  after('twin-a', 'twins'),
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

/** Asks for a survey and says whether it came. */
async function comes(page: Page, event: string): Promise<boolean> {
  await call(page, 'track', event);
  await page.waitForLoadState('networkidle');
  await settle(page);
  return (await page.getByRole('dialog').count()) > 0;
}

/** What was due has been considered: it takes two turns of the page's clock, then files that are here already. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise((done) => setTimeout(done));
  });

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
  /** Answers `decide` as the server would, and keeps what was asked. */
  async function deciding(reply: Decision | 'nothing' | 500): Promise<Record<string, unknown>[]> {
    const asked: Record<string, unknown>[] = [];
    await visitor.context.route('**/decide', async (route) => {
      asked.push(JSON.parse(route.request().postData() ?? '{}'));
      if (reply === 'nothing') return;
      const headers = { 'access-control-allow-origin': '*' };
      if (reply === 500) await route.fulfill({ status: 500, headers, body: '{}' });
      else await route.fulfill({ status: 200, headers, body: JSON.stringify(reply) });
    });
    return asked;
  }
  const decisions = () => visitor.requests.filter((path) => path.endsWith('/decide')).length;
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
    const asked = await deciding({ show: ['abroad'] });
    const page = await visitor.open('/?token');
    host.tokens = [await host.workspace.token({ sub: 'quiet-1' })];
    expect(await comes(page, 'something else')).toBe(false);
    expect(await comes(page, 'nobody')).toBe(false);
    expect([asked, decisions()]).toEqual([[], 0]);
  });

  it('is not asked about for an unknown visitor, when it is for everybody', async () => {
    await deciding({ show: [] });
    const page = await visitor.open('/');
    expect(await comes(page, 'first')).toBe(true);
    expect(decisions()).toBe(0);
  });

  it('is shown to whom it says, without a visitor id that is not kept', async () => {
    const asked = await deciding({ show: ['abroad'] });
    const page = await visitor.open('/');
    expect(await comes(page, 'abroad')).toBe(true);
    expect(asked).toEqual([{ candidates: ['abroad'] }]);
  });

  it('is asked about in one call with all that are due together, for who is known', async () => {
    const token = await host.workspace.token({ sub: 'known-1' });
    host.tokens = [token];
    const asked = await deciding({ show: ['twin-b'] });
    const page = await visitor.open('/?token');
    expect(await comes(page, 'twins')).toBe(true);
    expect(asked).toEqual([{ candidates: ['twin-a', 'twin-b'], identity: { token } }]);
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await expect.poll(() => visitor.responses()[0]?.body.survey).toBe('twin-b');
  });

  it.each([500, 'nothing'] as const)(
    'is not shown when the answer is %s, and those for everybody are',
    async (reply) => {
      host.tokens = [await host.workspace.token({ sub: 'unlucky-1' })];
      await deciding(reply);
      await visitor.context.clock.install();
      const page = await visitor.open('/?token');
      await call(page, 'track', 'abroad');
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
