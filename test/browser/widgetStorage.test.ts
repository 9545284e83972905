import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, type Host, kept, startHost, type Visitor } from './widgetHost.ts';

let host: Host;
let visitor: Visitor;

beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  visitor = await host.visit();
});
afterEach(async () => {
  await visitor.context.close();
  await mode('interaction');
});

/** How the site may keep things. */
async function mode(storage: 'interaction' | 'consent' | 'none'): Promise<void> {
  const { api, siteKey } = host.workspace;
  const answer = await api(`/sites/${siteKey}`, { method: 'PATCH', body: JSON.stringify({ storage }) });
  expect(answer.status).toBe(200);
}

/** Every place where a page can keep something, by what is in it. */
function everythingKept(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookie: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  }));
}
const NOTHING = { local: [], session: [], cookie: '', databases: [], caches: [] };

async function ask(page: Page): Promise<void> {
  await call(page, 'track', 'checkout_done');
  await page.getByRole('radio').first().waitFor();
}

async function rate(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'good', exact: true }).click();
  await page.locator('.note').getByText('Your rating is kept: good').waitFor();
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('textbox').fill('Because');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you').first().waitFor();
}

describe('a site that keeps nothing', () => {
  beforeEach(() => mode('none'));

  it('asks, takes an answer and its comment as one response, and leaves nothing on the device', async () => {
    const page = await visitor.open('/');
    await ask(page);
    await rate(page);
    await finish(page);
    await call(page, 'consent', true);
    await page.waitForLoadState('networkidle');
    expect(await everythingKept(page)).toEqual(NOTHING);
    expect(await visitor.context.cookies()).toEqual([]);
    const [first, second] = visitor.responses().map(({ body }) => body);
    expect(second).toMatchObject({ id: first?.id, revision: 2, visitor: first?.visitor, complete: true });
  });

  it('says of what it could not send that it is not sent, not that it is kept', async () => {
    const page = await visitor.open('/');
    await ask(page);
    await visitor.context.setOffline(true);
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.locator('.note').getByText('not sent').waitFor();
    expect(await page.getByText('kept on this device').count()).toBe(0);
    expect(await everythingKept(page)).toEqual(NOTHING);
  });

  it('does not ask again on the page where it was told no, and does on the next', async () => {
    const page = await visitor.open('/');
    await ask(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => visitor.outcomes).toEqual(['shown', 'dismissed']);
    await call(page, 'track', 'checkout_done');
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.reload();
    await ask(page);
  });
});

describe('a site that asks for consent first', () => {
  beforeEach(() => mode('consent'));

  it('keeps nothing of an answer before it, then what there is, and goes on with it after a reload', async () => {
    const page = await visitor.open('/order?placed');
    await rate(page);
    await page.getByRole('textbox').fill('Half');
    expect(await everythingKept(page)).toEqual(NOTHING);
    await call(page, 'consent', true);
    await expect.poll(async () => Object.keys(await kept(page)).length).toBeGreaterThan(1);
    await page.reload();
    await call(page, 'consent', true);
    const again = await visitor.open('/order?placed&call=["consent",true]');
    await again.locator('.note').getByText('Your rating is kept: good').waitFor();
    await finish(again);
    const [first, second] = visitor.responses().map(({ body }) => body);
    expect(second).toMatchObject({ id: first?.id, revision: 2, visitor: first?.visitor });
  });

  it('forgets everything when it is taken back, and keeps nothing from then on', async () => {
    const page = await visitor.open('/?call=["consent",true]');
    await ask(page);
    await rate(page);
    expect(Object.keys(await kept(page)).length).toBeGreaterThan(1);
    await call(page, 'consent', false);
    expect(await everythingKept(page)).toEqual(NOTHING);
    await finish(page);
    expect(await everythingKept(page)).toEqual(NOTHING);
  });

  it('forgets what an earlier visit kept, when consent is refused at this one', async () => {
    const page = await visitor.open('/?call=["consent",true]');
    await ask(page);
    await rate(page);
    const next = await visitor.open('/?call=["consent",false]');
    await expect.poll(() => everythingKept(next)).toEqual(NOTHING);
  });

  it('sends what an earlier visit could not, once there is consent again', async () => {
    const page = await visitor.open('/?call=["consent",true]');
    await ask(page);
    await visitor.context.setOffline(true);
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.locator('.note').getByText('Kept on this device for now: good').waitFor();
    await page.close();
    await visitor.context.setOffline(false);
    const next = await visitor.open('/');
    await next.waitForLoadState('networkidle');
    const sent = () => visitor.responses().filter(({ status }) => status === 200);
    expect(sent()).toEqual([]);
    await call(next, 'consent', true);
    await expect.poll(() => sent().length).toBe(1);
  });
});

describe('a browser that says it does not want to be tracked', () => {
  beforeEach(() =>
    visitor.context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })),
  );

  it('is asked and believed, with nothing kept', async () => {
    const page = await visitor.open('/');
    await ask(page);
    await rate(page);
    await finish(page);
    expect(await everythingKept(page)).toEqual(NOTHING);
  });

  it('is taken at its word when it consents on this site', async () => {
    const page = await visitor.open('/');
    await call(page, 'consent', true);
    await ask(page);
    await rate(page);
    expect(Object.keys(await kept(page)).length).toBeGreaterThan(1);
  });
});

describe('a site that keeps things from the first act on', () => {
  it('keeps nothing of a survey that is only looked at', async () => {
    const page = await visitor.open('/');
    await ask(page);
    await page.waitForLoadState('networkidle');
    expect(await everythingKept(page)).toEqual(NOTHING);
  });

  it('leaves a page whose storage is blocked without an error', async () => {
    await visitor.context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
    });
    const page = await visitor.open('/');
    await call(page, 'consent', true);
    await ask(page);
    await rate(page);
    await call(page, 'consent', false);
    await finish(page);
    expect(visitor.troubles).toEqual([]);
  });
});
