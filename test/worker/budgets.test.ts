import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { history } from '../support/history.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

const DAY = 86_400_000;
const PERIOD_DAYS = 90;

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

/** A workspace that has heard from `count` people over ninety days. */
async function workspaceWith(count: number): Promise<TestWorkspace> {
  const shop = await product.makeWorkspace();
  const responses = history(count, Date.now(), PERIOD_DAYS);
  for (let at = 0; at < count; at += 2_500) {
    const answer = await fetch(`${product.origin}/api/setup/history`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.setupToken}` },
      body: JSON.stringify({
        workspace: shop.id,
        site: shop.siteKey,
        contacts: [],
        displays: [],
        responses: responses.slice(at, at + 2_500),
      }),
    });
    expect(answer.status).toBe(200);
  }
  return shop;
}

/** Lets the clock do what is planned for the next seconds. */
function soon(shop: TestWorkspace): Promise<void> {
  return shop.object.runClock(Date.now() + 5_000);
}

/** Rows that some work reads and writes. */
async function cost(shop: TestWorkspace, work: () => Promise<unknown>): Promise<{ read: number; written: number }> {
  // What follows from earlier work is not this work's.
  await soon(shop);
  const before = await shop.object.meter();
  await work();
  const after = await shop.object.meter();
  return { read: after.read - before.read, written: after.written - before.written };
}

for (const count of [3_000, 100_000]) {
  describe(`with ${count} responses`, () => {
    let shop: TestWorkspace;
    beforeAll(async () => {
      shop = await workspaceWith(count);
      // The tail of a workspace in use is not empty, and its clock is planned.
      expect((await shop.send('responses', response())).status).toBe(200);
    });

    it('an anonymous rating writes at most 5 rows', async () => {
      const { written, read } = await cost(shop, () =>
        shop.send('responses', response({ visitor: `visitor-${newId()}` })),
      );
      expect(written).toBeGreaterThan(0);
      expect(written).toBeLessThanOrEqual(5);
      expect(read).toBeLessThanOrEqual(20);
    });

    it('a full response of an existing contact, from first tap to complete, writes at most 12 rows', async () => {
      const token = await shop.token({ sub: `c-${newId()}`, email: `${newId()}@ikon.example` });
      await shop.send('responses', response({ identity: { token } }));
      const body = response({ identity: { token }, visitor: `visitor-${newId()}` });
      const answers = [...body.answers, { question: 'why', value: 'Because it was late.' }];
      const { written, read } = await cost(shop, async () => {
        await shop.send('responses', body);
        await shop.send('responses', { ...body, revision: 2, answers: [{ question: 'rating', value: 3 }] });
        await shop.send('responses', { ...body, revision: 3, answers, complete: true });
      });
      expect(written).toBeGreaterThan(4);
      expect(written).toBeLessThanOrEqual(12);
      expect(read).toBeLessThanOrEqual(80);
    });

    it('a display with its end writes at most 3 rows', async () => {
      const body = { id: newId(), survey: 'after-checkout', version: 1, visitor: `visitor-${newId()}` };
      const { written } = await cost(shop, async () => {
        await shop.send('displays', { ...body, outcome: 'shown' });
        await shop.send('displays', { ...body, outcome: 'dismissed' });
      });
      expect(written).toBeGreaterThan(0);
      expect(written).toBeLessThanOrEqual(3);
    });

    it('a display of a contact with its end writes at most 3 rows, and deciding about it one a survey', async () => {
      const identity = { token: await shop.token({ sub: `c-${newId()}` }) };
      const visitor = `visitor-${newId()}`;
      await shop.send('responses', response({ identity, visitor }));
      const body = { id: newId(), survey: 'after-checkout', version: 1, visitor, identity };
      const shown = await cost(shop, async () => {
        await shop.send('displays', { ...body, outcome: 'shown' });
        await shop.send('displays', { ...body, outcome: 'dismissed' });
      });
      expect(shown.written).toBeGreaterThan(0);
      expect(shown.written).toBeLessThanOrEqual(3);
      const ask = () => shop.send('decide', { candidates: ['after-checkout'], visitor, identity });
      const first = await cost(shop, ask);
      expect(first.written).toBe(1);
      // Its identifiers, its contact and leaves, the last decisions, and a block of displays for each day of the period.
      expect(first.read).toBeLessThanOrEqual(20 + 2 * PERIOD_DAYS);
      expect((await cost(shop, ask)).written).toBe(0);
    });

    it('a display that follows its visitor to a contact is one row, and its job', async () => {
      const identity = { token: await shop.token({ sub: `c-${newId()}` }) };
      await shop.send('responses', response({ identity }));
      const visitor = `visitor-${newId()}`;
      const body = { survey: 'after-checkout', version: 1, visitor, outcome: 'dismissed' };
      for (let i = 0; i < 5; i++) await shop.send('displays', { ...body, id: newId() });
      const { written } = await cost(shop, async () => {
        await shop.send('identify', { visitor, identity });
        await shop.object.runClock(Date.now());
      });
      // Five displays, the visitor's identifier and its index, the job planned and done, the alarm set.
      expect(written).toBeGreaterThanOrEqual(5);
      expect(written).toBeLessThanOrEqual(5 + 7);
    });

    it('a new contact writes at most 12 rows, those of what is derived from it shared by those who come with it', async () => {
      const count = 40;
      const { written } = await cost(shop, async () => {
        for (let i = 0; i < count; i += 1) {
          const contact = {
            name: 'New Person',
            email: `${newId()}@ikon.example`,
            phone: '09121234567',
            externalIds: [{ system: 'crm', value: newId() }],
            attributes: { plan: 'large' },
          };
          const made = await shop.api('/contacts', { method: 'POST', body: JSON.stringify(contact) });
          expect(made.status).toBe(201);
        }
        await soon(shop);
      });
      expect(written / count).toBeGreaterThan(6);
      expect(written / count).toBeLessThanOrEqual(12);
    });

    const filters = [
      '',
      '&score=1,2',
      '&trust=verified&touchpoint=delivery',
      '&language=fa&site=SITE&survey=after-checkout',
    ];
    for (const filter of filters) {
      it(`a dashboard view reads at most 2 rows a day and 1,500, filtered by "${filter}"`, async () => {
        const query = `limit=50${filter.replace('SITE', shop.siteKey)}`;
        const budget = 2 * PERIOD_DAYS + 1_500;
        const list = await cost(shop, async () => {
          const answer = await shop.api(`/responses?${query}`);
          expect(((await answer.json()) as { items: unknown[] }).items.length).toBe(50);
        });
        expect(list.read).toBeLessThanOrEqual(budget);
        expect((await cost(shop, () => shop.api(`/responses/counts?${query.slice(9)}`))).read).toBeLessThanOrEqual(
          budget,
        );
      });
    }

    it('the overview reads at most 2 rows a day and 1,500', async () => {
      const { read } = await cost(shop, async () => {
        const answer = await shop.api('/reports/overview');
        const overview = (await answer.json()) as { csat: { n: number } };
        expect(overview.csat.n).toBeGreaterThan(count * 0.95);
      });
      expect(read).toBeLessThanOrEqual(2 * PERIOD_DAYS + 1_500);
    });

    it('facts equal a recount', async () => {
      expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true });
    });
  });
}

describe('sealing', () => {
  it('happens inside the write that reaches a thousand, and by the clock after an hour', async () => {
    const shop = await product.makeWorkspace();
    expect(await shop.object.unsealed()).toBe(0);
    for (let i = 0; i < 3; i++) await shop.send('responses', response());
    await shop.object.runClock(Date.now() + DAY / 25);
    expect(await shop.object.unsealed()).toBe(3);
    await shop.object.runClock(Date.now() + DAY / 23);
    expect(await shop.object.unsealed()).toBe(0);
    expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true, responses: 3 });
  });

  it('finds the slot of a response that is revised after it was sealed', async () => {
    const shop = await product.makeWorkspace();
    const body = response();
    await shop.send('responses', body);
    await shop.object.runClock(Date.now() + DAY);
    const { written } = await cost(shop, () =>
      shop.send('responses', { ...body, revision: 2, answers: [{ question: 'rating', value: 5 }] }),
    );
    expect(written).toBeLessThanOrEqual(3);
    expect(await (await shop.api('/responses?score=5')).json()).toMatchObject({ items: [{ id: body.id, score: 5 }] });
    expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true });
  });
});
