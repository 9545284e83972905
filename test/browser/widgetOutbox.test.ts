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
  host.tokensAsked = 0;
});
afterEach(() => visitor.context.close());

/** A survey on screen, its files loaded. */
async function ask(path = '/'): Promise<Page> {
  const page = await visitor.open(path);
  await call(page, 'track', 'checkout_done');
  await page.getByRole('radio').first().waitFor();
  return page;
}

async function waiting(page: Page): Promise<string[]> {
  return Object.keys(await kept(page)).filter((key) => key.includes(':out:'));
}

async function answerOffline(): Promise<{ page: Page; id: string }> {
  const page = await ask();
  await visitor.context.setOffline(true);
  await page.getByRole('radio', { name: 'very bad' }).click();
  await page.locator('.note').getByText('Kept on this device for now: very bad').waitFor();
  expect(await page.getByText('Your rating is kept').count()).toBe(0);
  await page.getByRole('textbox').fill('No signal in the cellar');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Not sent yet: your answer is kept on this device').first().waitFor();
  expect(await page.getByText('Thank you').count()).toBe(0);
  const [key = ''] = await waiting(page);
  return { page, id: key.split(':').at(-1) ?? '' };
}

async function storedComment(id: string): Promise<unknown> {
  const answer = await host.workspace.api(`/responses/${id}`);
  return answer.ok ? ((await answer.json()) as { comment: unknown }).comment : undefined;
}

describe('an answer without a network', () => {
  it('is kept, never thanked for, and delivered once at the next visit, without a survey', async () => {
    const { page, id } = await answerOffline();
    await page.close();
    await visitor.context.setOffline(false);
    const before = visitor.requests.length;
    const next = await visitor.open('/another-day');
    await expect.poll(() => storedComment(id)).toBe('No signal in the cellar');
    await expect.poll(() => waiting(next)).toEqual([]);
    await next.reload();
    await next.waitForLoadState('networkidle');
    const requests = visitor.requests.slice(before);
    expect(requests.filter((path) => path.endsWith('/responses'))).toHaveLength(1);
    expect(requests.filter((path) => path.endsWith('.json') || path.endsWith('/displays'))).toEqual([]);
    // The file that delivers it is the one the visitor answered by, kept by their browser; a page without need asks none.
    expect(await next.locator('touchstone-survey').count()).toBe(0);
    const visits = requests.map((path) => path.split('?', 1)[0]);
    expect(visits.filter((path) => path?.includes('survey.')).length).toBeLessThanOrEqual(1);
  });

  it('is delivered and thanked for as soon as the network is back', async () => {
    const { page, id } = await answerOffline();
    await visitor.context.setOffline(false);
    await page.getByText('Thank you').first().waitFor();
    expect(await storedComment(id)).toBe('No signal in the cellar');
    expect(await waiting(page)).toEqual([]);
  });

  it('is sent once by two tabs opened together', async () => {
    const { page, id } = await answerOffline();
    await page.close();
    await visitor.context.setOffline(false);
    const tabs = await Promise.all([visitor.open('/one'), visitor.open('/two')]);
    await expect.poll(() => storedComment(id)).toBe('No signal in the cellar');
    for (const tab of tabs) {
      await tab.waitForLoadState('networkidle');
      expect(await waiting(tab)).toEqual([]);
    }
    expect(visitor.responses().filter(({ body }) => body.id === id)).toHaveLength(1);
  });

  it('does not overwrite that of another tab', async () => {
    const tabs = await Promise.all([visitor.open('/one'), visitor.open('/two')]);
    for (const tab of tabs) {
      await call(tab, 'track', 'checkout_done');
      await tab.getByRole('radio').first().waitFor();
    }
    await visitor.context.setOffline(true);
    for (const tab of tabs) await tab.getByRole('radio', { name: 'neither' }).click();
    await expect.poll(async () => tabs[0] && (await waiting(tabs[0])).length).toBe(2);
  });
});

describe('where storage is blocked', () => {
  beforeEach(() =>
    visitor.context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }),
  );

  it('an answer is stored like any other', async () => {
    const page = await ask();
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.locator('.note').getByText('Your rating is kept: good').waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Thank you').first().waitFor();
    expect(visitor.responses().map(({ status }) => status)).toEqual([200, 200]);
  });

  it('an answer without a network is said to be not sent, and can be sent again', async () => {
    const page = await ask();
    await visitor.context.setOffline(true);
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.getByText('Not sent: we could not be reached').first().waitFor();
    await page.getByRole('textbox').fill('Still here');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Still here');
    expect(await page.getByText(/Thank you|is kept/).count()).toBe(0);
    await visitor.context.setOffline(false);
    await page.getByText('Thank you').first().waitFor();
    expect(visitor.responses().at(-1)?.body.answers).toContainEqual({ question: 'why', value: 'Still here' });
  });
});

describe('taking an answer back', () => {
  it('is kept like an answer while there is no network, and done at the next visit', async () => {
    const page = await ask();
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Thank you').first().waitFor();
    await visitor.context.setOffline(true);
    await page.getByRole('button', { name: 'Withdraw my answer' }).click();
    const words = 'Not withdrawn yet: your withdrawal goes out when the connection is back.';
    await page.getByRole('dialog', { name: words }).waitFor();
    await expect.poll(() => page.getByRole('status').innerText()).toBe(words);
    expect(await page.getByText(/is withdrawn|your answer is kept/).count()).toBe(0);
    await page.close();
    await visitor.context.setOffline(false);
    const next = await visitor.open('/another-day');
    await expect.poll(() => waiting(next)).toEqual([]);
    expect(visitor.responses().at(-1)).toMatchObject({ status: 200, body: { withdrawn: true, answers: [] } });
  });

  it('leaves the thanks on screen until it is done', async () => {
    const page = await ask();
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Thank you').first().waitFor();
    const release = await visitor.hold();
    await page.getByRole('button', { name: 'Withdraw my answer' }).click();
    await page.getByRole('button', { name: 'Withdraw my answer' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('heading', { name: 'Thank you' }).count()).toBe(1);
    await page.getByRole('dialog').getByText('Sending…').waitFor();
    release();
    await page.getByText('Your answer is withdrawn').first().waitFor();
  });
});

describe('a token that the server refuses', () => {
  it('is renewed once by the page, and the answer is tied to its person', async () => {
    host.tokens = [
      await host.workspace.token({ sub: 'renewed-1' }, { secret: 'not the secret of this site, not at all' }),
      await host.workspace.token({ sub: 'renewed-1', email: 'renewed@person.example', email_verified: true }),
    ];
    const page = await ask('/?token');
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await expect.poll(() => visitor.responses().map(({ status }) => status)).toEqual([200]);
    expect(host.tokensAsked).toBe(2);
    expect(visitor.posts.filter(({ status }) => status === 401)).toHaveLength(1);
    const answer = await host.workspace.api(`/responses/${visitor.responses()[0]?.body.id}`);
    expect(await answer.json()).toMatchObject({ trust: 'verified', score: 4 });
  });

  it('costs the identity but never the answer, and is not tried again', async () => {
    host.tokens = [
      await host.workspace.token({ sub: 'forged-1' }, { secret: 'not the secret of this site, not at all' }),
    ];
    const page = await ask('/?token');
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await page.locator('.note').getByText('Your rating is kept: bad').waitFor();
    await expect.poll(() => visitor.responses().map(({ status }) => status)).toEqual([200]);
    expect(visitor.posts.filter(({ status }) => status === 401)).toHaveLength(1);
    const answer = await host.workspace.api(`/responses/${visitor.responses()[0]?.body.id}`);
    expect(await answer.json()).toMatchObject({ trust: 'anonymous', score: 2 });
  });
});

describe('a server that cannot take an answer now', () => {
  it.each([202, 429, 503])('and says %i is not thanked for, and gets it at the next visit', async (status) => {
    const page = await ask();
    await visitor.context.route('**/responses', (route) =>
      route.fulfill({ status, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
    );
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Not sent yet').first().waitFor();
    expect(await page.getByText('Thank you').count()).toBe(0);
    expect(await waiting(page)).toHaveLength(1);
    await visitor.context.unroute('**/responses');
    const next = await visitor.open('/later');
    await expect.poll(() => waiting(next)).toEqual([]);
    expect(visitor.responses().at(-1)).toMatchObject({ status: 200, body: { complete: true } });
  });

  it('and will never take it is said to have not got it', async () => {
    const page = await ask();
    await visitor.context.route('**/responses', (route) =>
      route.fulfill({ status: 422, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
    );
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.getByText('Not sent').first().waitFor();
    expect(await waiting(page)).toEqual([]);
  });
});
