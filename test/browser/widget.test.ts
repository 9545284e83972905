import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, type Host, kept, startHost, troublesOn, type Visitor } from './widgetHost.ts';

let host: Host;
let visitor: Visitor;

beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  visitor = await host.visit();
});
afterEach(() => visitor.context.close());

interface Stored {
  id: string;
  score: number | null;
  comment: string | null;
  complete: boolean;
  touchpoint: string | null;
}

/** The responses the server has stored, as the API tells. */
async function stored(): Promise<Stored[]> {
  const answer = await host.workspace.api('/responses?limit=200');
  return ((await answer.json()) as { items: Stored[] }).items;
}

async function storedAs(id: string | undefined): Promise<Stored | undefined> {
  return (await stored()).find((one) => one.id === id);
}

describe('a page where nothing is due', () => {
  it('costs one request and keeps nothing', async () => {
    const page = await visitor.open('/');
    await page.waitForFunction(() => Symbol.for('touchstone') in window);
    await call(page, 'track', 'something_else');
    await call(page, 'no such method', {});
    await page.waitForLoadState('networkidle');
    expect(visitor.requests).toEqual([`/w/${host.workspace.siteKey}.js`]);
    expect(await kept(page)).toEqual({});
    expect(await page.context().cookies()).toEqual([]);
    expect(await troublesOn(page)).toEqual([]);
  });
});

describe('a survey after an event', () => {
  it('keeps its comment on the rating it began with, though the visitor signed out in between', async () => {
    const page = await visitor.open('/checkout');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await expect.poll(() => visitor.responses().length).toBe(1);
    await call(page, 'reset');
    await page.getByRole('textbox').fill('Still me.');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => visitor.responses().map(({ status }) => status)).toEqual([200, 200]);
    const [first] = visitor.responses();
    expect(await storedAs(first?.body.id)).toMatchObject({ score: 4, comment: 'Still me.' });
  });

  it('stores the rating at the tap, then the comment with it, and thanks', async () => {
    const page = await visitor.open('/checkout?order=88213&email=a%40b.example&utm_source=mail#pay');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('dialog', { name: 'How was it?' }).waitFor();
    expect(await kept(page)).toEqual({});
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await expect.poll(() => visitor.responses().length).toBe(1);
    await page.locator('.note').getByText('Your rating is kept: bad').waitFor();
    const [first] = visitor.responses();
    expect(first).toMatchObject({
      status: 200,
      contentType: 'text/plain;charset=UTF-8',
      body: {
        revision: 1,
        survey: 'after-checkout',
        touchpoint: 'checkout',
        answers: [{ question: 'rating', value: 2 }],
        complete: false,
        device: 'desktop',
        locale: 'en',
        page: { url: `${host.origin}/checkout?utm_source=mail`, title: 'A shop' },
      },
    });
    expect(await storedAs(first?.body.id)).toMatchObject({ score: 2, complete: false });

    await page.getByRole('textbox', { name: 'Why?' }).fill('It took\nforever.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you, it is with us').first().waitFor();
    await expect
      .poll(() => storedAs(first?.body.id))
      .toMatchObject({
        score: 2,
        comment: 'It took\nforever.',
        complete: true,
        touchpoint: 'checkout',
      });
    await expect.poll(() => visitor.outcomes).toEqual(['shown', 'answered']);
    expect(visitor.requests.filter((path) => path.startsWith('/w/'))).toHaveLength(3);
  });

  it('takes a changed rating as a revision of the same response', async () => {
    const page = await visitor.open();
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio', { name: 'very bad' }).click();
    await page.getByRole('radio', { name: 'very good' }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Thank you').first().waitFor();
    const [first, second, third] = visitor.responses().map(({ body }) => body);
    expect([first?.revision, second?.revision, third?.revision]).toEqual([1, 2, 3]);
    expect(new Set([first?.id, second?.id, third?.id]).size).toBe(1);
    expect(await storedAs(first?.id)).toMatchObject({ score: 5, complete: true });
  });

  it.each([
    ['an answer', ['very good', 'Close'], ['shown', 'abandoned']],
    ['a dismissal', ['Close'], ['shown', 'dismissed']],
    ['"don’t ask me again"', ['Don’t ask me again'], ['shown', 'never']],
  ])('is not asked again after %s', async (_, presses, outcomes) => {
    const page = await visitor.open();
    await call(page, 'track', 'checkout_done');
    for (const name of presses)
      await page
        .getByLabel(name)
        .or(page.getByText(name, { exact: true }))
        .first()
        .click();
    await expect.poll(() => visitor.outcomes).toEqual(outcomes);
    await page.reload();
    const before = visitor.requests.length;
    await call(page, 'track', 'checkout_done');
    await page.waitForLoadState('networkidle');
    // What the page before had not delivered yet may go now.
    expect(visitor.requests.slice(before).filter((path) => !path.endsWith('/responses'))).toEqual([]);
  });

  it('shows to one who wants never to be asked again only when they press for it', async () => {
    const page = await visitor.open();
    await call(page, 'track', 'checkout_done');
    await page.getByRole('button', { name: 'Don’t ask me again' }).click();
    const again = await visitor.open('/?show-first=after-checkout');
    await again.waitForLoadState('networkidle');
    expect(await again.getByRole('dialog').count()).toBe(0);
    await again.evaluate(() => {
      const { touchstone } = window as unknown as { touchstone(...given: unknown[]): void };
      document.getElementById('before')?.addEventListener('click', () => touchstone('show', 'after-checkout'));
    });
    await again.getByRole('button', { name: 'Before' }).click();
    await again.getByRole('dialog').waitFor();
  });

  it('reports a display whose page was left after the rating as abandoned', async () => {
    host.tokens = [await host.workspace.token({ sub: 'abandoner-1' })];
    const page = await visitor.open('/?token');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio', { name: 'neither' }).click();
    await expect.poll(() => visitor.responses().length).toBe(1);
    await page.goto(`${host.origin}/elsewhere`);
    const answer = await host.workspace.api(`/responses/${visitor.responses()[0]?.body.id}`);
    const { contact } = (await answer.json()) as { contact: { id: string } };
    await expect
      .poll(async () => {
        const timeline = await host.workspace.api(`/contacts/${contact.id}/timeline`);
        const { items } = (await timeline.json()) as { items: { kind: string; outcome?: string }[] };
        return items.filter(({ kind }) => kind === 'display').map(({ outcome }) => outcome);
      })
      .toEqual(['abandoned']);
  });

  it('can be taken back', async () => {
    const page = await visitor.open();
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio', { name: 'very bad' }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Thank you').first().waitFor();
    await page.getByRole('button', { name: 'Withdraw my answer' }).click();
    await page.getByText('Your answer is withdrawn').first().waitFor();
    expect(visitor.responses().at(-1)).toMatchObject({
      status: 200,
      body: { answers: [], complete: false, withdrawn: true, revision: 3 },
    });
    const id = visitor.responses()[0]?.body.id;
    await expect.poll(async () => (await storedAs(id))?.score ?? null).toBeNull();
  });
});

describe('calls made before the script arrived', () => {
  it('are done in order, and a display waits for the identity behind them', async () => {
    host.tokens = [await host.workspace.token({ sub: 'early-1', email: 'early@person.example', email_verified: true })];
    const page = await visitor.open('/?track-first=checkout_done&token');
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await expect.poll(() => visitor.responses().length).toBe(1);
    const display = visitor.posts.find(({ route }) => route === 'displays');
    expect(display).toMatchObject({ route: 'displays', status: 200, body: { identity: { token: host.tokens[0] } } });
    const stored = await host.workspace.api(`/responses/${visitor.responses()[0]?.body.id}`);
    expect(await stored.json()).toMatchObject({ trust: 'verified' });
  });
});

describe('an identity provider that never answers', () => {
  it('delays a survey, and then its answer, by two seconds and no more', async () => {
    await visitor.context.clock.install();
    const page = await visitor.open('/?track-first=checkout_done&silent-provider');
    await expect.poll(() => visitor.requests.some((path) => path.includes('/whom.'))).toBe(true);
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.clock.fastForward(2_000);
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.locator('.note').getByText('Your rating is kept: good').waitFor();
    await page.clock.fastForward(2_000);
    await expect.poll(() => visitor.responses().map(({ status }) => status)).toEqual([200]);
  });
});

describe('a survey with a delay', () => {
  it('appears on its page', async () => {
    const page = await visitor.open('/help/returns');
    await page.getByRole('dialog').waitFor();
    expect(visitor.posts[0]?.body.survey ?? 'help-page').toBe('help-page');
  });

  it.each(['with the navigation API', 'without it'])(
    'is called off when a single-page app moves on first, and due again when it comes back, %s',
    async (how) => {
      if (how === 'without it') await visitor.context.addInitScript('delete window.navigation');
      await visitor.context.clock.install();
      const page = await visitor.open('/help');
      await page.evaluate(() => history.pushState(null, '', '/basket'));
      await page.clock.fastForward(60_000);
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(visitor.requests).toHaveLength(1);
      await page.goBack();
      await page.clock.fastForward(1_000);
      await page.getByRole('dialog').waitFor();
    },
  );
});

describe('a placed survey', () => {
  it('flows in the page, whenever it is placed', async () => {
    const page = await visitor.open('/order');
    await page.waitForLoadState('networkidle');
    expect(visitor.requests).toHaveLength(1);
    await page.evaluate(() => {
      const survey = document.createElement('touchstone-survey');
      survey.setAttribute('survey', 'after-delivery');
      survey.setAttribute('touchpoint', 'checkout');
      document.getElementById('slot')?.append(survey);
    });
    await page.getByRole('region', { name: 'How was it?' }).waitFor();
    await page.getByRole('radio', { name: 'very good' }).click();
    await expect.poll(() => visitor.responses().length).toBe(1);
    expect(visitor.responses()[0]?.body).toMatchObject({ survey: 'after-delivery', touchpoint: 'checkout' });
  });

  it('does not ask again within its period, but lets the answer be taken back for a day', async () => {
    const page = await visitor.open('/order?placed');
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Thank you').first().waitFor();
    await page.reload();
    await page.getByText('Thank you').first().waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    await page.getByRole('button', { name: 'Withdraw my answer' }).click();
    await page.getByText('Your answer is withdrawn').first().waitFor();
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('region').count()).toBe(0);
  });
});

describe('one survey at a time', () => {
  it('is visible, however many are asked for', async () => {
    const page = await visitor.open();
    await call(page, 'show', 'help-page');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('dialog').count()).toBe(1);
  });
});

describe('signing in', () => {
  it('tells the site once whose visitor this is, after the visitor has answered', async () => {
    host.tokens = [await host.workspace.token({ sub: 'signer-1' })];
    const identified = () => visitor.posts.filter(({ route }) => route === 'identify');
    const stranger = await visitor.open('/?token');
    await stranger.waitForLoadState('networkidle');
    expect(visitor.requests).toHaveLength(1);

    await visitor.open('/');
    const page = await visitor.open('/');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await expect.poll(() => visitor.responses().length).toBe(1);
    const answer = visitor.responses()[0]?.body;
    for (let view = 0; view < 3; view++) {
      const later = await visitor.open('/?token');
      await later.waitForLoadState('networkidle');
    }
    expect(identified()).toMatchObject([{ status: 200, body: { visitor: answer?.visitor } }]);
    await expect
      .poll(async () => (await host.workspace.api(`/responses/${answer?.id}`)).json())
      .toMatchObject({ trust: 'anonymous', contact: { id: expect.any(String) } });
  });
});

describe('signing out', () => {
  it('starts a new visitor and forgets who it was', async () => {
    host.tokens = [await host.workspace.token({ sub: 'leaver-1' })];
    const page = await visitor.open('/?token');
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio', { name: 'good', exact: true }).click();
    await expect.poll(() => visitor.responses().length).toBe(1);
    await page.getByRole('button', { name: 'Close' }).click();
    await call(page, 'reset');
    expect(await kept(page)).toEqual({});
    await call(page, 'track', 'checkout_done');
    await page.getByRole('radio', { name: 'bad', exact: true }).click();
    await expect.poll(() => visitor.responses().length).toBe(2);
    const [before, after] = visitor.responses().map(({ body }) => body);
    expect(after?.visitor).not.toBe(before?.visitor);
    expect(before).toHaveProperty('identity');
    expect(after).not.toHaveProperty('identity');
  });
});
