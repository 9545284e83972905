import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SURVEY } from '../support/product.ts';
import { type Explanation, explained, settle } from './fateOf.ts';
import { call, type Host, kept, startHost, troublesOn, type Visitor } from './widgetHost.ts';

let host: Host;
let visitor: Visitor;

const SURVEYS = [
  SURVEY,
  { ...SURVEY, id: 'after-delivery', triggers: { placed: true } },
  { ...SURVEY, id: 'help-page', triggers: { url: ['/help*'] } },
  { ...SURVEY, id: 'polish', triggers: { event: 'polish' }, audience: { languages: ['pl'] } },
  { ...SURVEY, id: 'nobody', triggers: { event: 'nobody' }, audience: { sample: 0.000_001 } },
  { ...SURVEY, id: 'over', triggers: {}, schedule: { until: '2020-01-01T00:00:00Z' } },
];

beforeAll(async () => {
  host = await startHost(SURVEYS);
});
afterAll(() => host.close());
beforeEach(async () => {
  visitor = await host.visit();
});
afterEach(() => visitor.context.close());

async function rate(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'good', exact: true }).click();
  await page.locator('.note').getByText('Your rating is kept: good').waitFor();
}

const whys = ({ surveys }: Explanation) => Object.fromEntries(surveys.map(({ survey, why }) => [survey, why]));

describe("touchstone('explain')", () => {
  it('says of every survey why it is not here, on the console and to the page', async () => {
    const said: string[] = [];
    visitor.context.on('console', (message) => said.push(message.type()));
    const page = await visitor.open('/?placed');
    await page.getByRole('region').waitFor();
    for (const event of ['polish', 'nobody']) await call(page, 'track', event);
    await settle(page);
    const explanation = await explained(page);
    expect(whys(explanation)).toEqual({
      'after-checkout': 'trigger',
      'after-delivery': 'shown',
      'help-page': 'url',
      polish: 'audience',
      nobody: 'sampling',
      over: 'trigger',
    });
    expect(explanation).toMatchObject({
      site: host.workspace.siteKey,
      storage: 'interaction',
      remembers: true,
      test: false,
      identity: 'none',
      originRefused: false,
      unknown: { methods: [], surveys: [], events: [] },
    });
    expect(said).toContain('table');
  });

  it('says what rests, and what is shown', async () => {
    const page = await visitor.open('/help/one');
    await page.getByRole('dialog').waitFor();
    expect(whys(await explained(page))).toMatchObject({ 'help-page': 'shown' });
    await page.getByRole('button', { name: 'Close' }).click();
    expect(whys(await explained(page))).toMatchObject({ 'help-page': 'fatigue' });
    await page.reload();
    await settle(page);
    expect(whys(await explained(page))).toMatchObject({ 'help-page': 'fatigue' });
  });

  it('names what the page has misspelt, and what could not be sent', async () => {
    await visitor.context.route('**/displays', (route) =>
      route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
    );
    await visitor.context.route('**/responses', (route) => route.abort('blockedbyclient'));
    const page = await visitor.open('/');
    await call(page, 'shwo', 'after-checkout');
    await call(page, 'show', 'after-chekout');
    await call(page, 'track', 'chekout_done');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.locator('.note').getByText('Kept on this device').waitFor();
    const { unknown, originRefused, failures } = await explained(page);
    expect(unknown).toEqual({ methods: ['shwo'], surveys: ['after-chekout'], events: ['chekout_done'] });
    expect(originRefused).toBe(true);
    expect(String(failures)).toMatch(/displays 403.*responses TypeError/);
  });
});

describe("touchstone('on')", () => {
  it('tells the page of a show, an answer and a close, and a page that throws costs nobody anything', async () => {
    const page = await visitor.open('/');
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      const { touchstone } = window as unknown as { touchstone(...given: unknown[]): void };
      for (const event of ['show', 'answer', 'close'])
        touchstone('on', event, (detail: object) => heard.push({ event, ...detail }));
      touchstone('on', 'answer', () => {
        throw new Error("the page's own mistake");
      });
      touchstone('on', 'answer', 'not a function');
    });
    await call(page, 'track', 'checkout_done');
    await rate(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toMatchObject([
      { event: 'show', survey: 'after-checkout' },
      { event: 'answer', survey: 'after-checkout', revision: 1, complete: false },
      { event: 'close', survey: 'after-checkout', outcome: 'abandoned' },
    ]);
    // Its own mistake is the page's to hear of, and the only one.
    expect(await troublesOn(page)).toHaveLength(1);
  });
});

describe('test mode', () => {
  it.each(['/?touchstone-test', '/#touchstone-test', '/?call=["test",true]'])(
    'at %s asks however often one tries, and keeps nothing',
    async (path) => {
      const page = await visitor.open(path);
      for (let attempt = 0; attempt < 2; attempt++) {
        await call(page, 'track', 'nobody');
        await page.getByRole('dialog').waitFor();
        await page.getByRole('button', { name: 'Close' }).click();
      }
      await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
      await call(page, 'track', 'nobody');
      await page.getByRole('dialog').waitFor();
      expect(await kept(page)).toEqual({});
      expect((await explained(page))['test']).toBe(true);
    },
  );

  it('is over after a load of a page that does not ask for it', async () => {
    const page = await visitor.open('/?call=["test",true]');
    await page.waitForLoadState('networkidle');
    await page.goto(`${host.origin}/plain`);
    await call(page, 'track', 'nobody');
    await settle(page);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('a page with ways of its own', () => {
  it('keeps a touchstone that is not ours, and is asked all the same', async () => {
    await visitor.context.addInitScript(() => {
      Object.assign(window, { touchstone: { stone: 'mine', on: true } });
    });
    const page = await visitor.open('/help/own');
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(() => (window as unknown as { touchstone: unknown }).touchstone)).toEqual({
      stone: 'mine',
      on: true,
    });
  });

  it('may have an element of that name', async () => {
    const page = await visitor.open('/?no-tag');
    await page.evaluate(
      async ([address]) => {
        delete (window as { touchstone?: unknown }).touchstone;
        const link = document.createElement('a');
        link.id = 'touchstone';
        document.body.append(link);
        const script = document.createElement('script');
        script.src = address ?? '';
        document.body.append(script);
        await new Promise((done) => script.addEventListener('load', done));
      },
      [`${host.product.origin}/w/${host.workspace.siteKey}.js`],
    );
    await call(page, 'track', 'checkout_done');
    await page.getByRole('dialog').waitFor();
  });

  it('may give every array a toJSON, as old libraries do', async () => {
    await visitor.context.addInitScript(() => {
      Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'spoilt', configurable: true });
    });
    const page = await visitor.open('/');
    await call(page, 'track', 'checkout_done');
    await rate(page);
    await page.reload();
    const [answer] = visitor.posts.filter(({ route }) => route === 'responses');
    expect(answer).toMatchObject({ status: 200, body: { answers: [{ question: 'rating', value: 4 }] } });
    expect(Object.entries(await kept(page)).find(([key]) => key.includes(':seen:'))?.[1]).toContain('"rating":4');
  });

  it.each([
    ['Object.hasOwn', 'delete Object.hasOwn'],
    ['AbortSignal.timeout', 'delete AbortSignal.timeout'],
    ['URLPattern and the navigation API', 'delete window.URLPattern; delete window.navigation'],
    ['MutationObserver', 'delete window.MutationObserver'],
    ['fetch', 'delete window.fetch'],
  ])('may be in a browser too old for %s without noticing', async (_, script) => {
    await visitor.context.addInitScript(script);
    const page = await visitor.open('/help/old');
    await call(page, 'track', 'checkout_done');
    await settle(page);
    expect(await troublesOn(page)).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});
