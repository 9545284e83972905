import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../contract/metric.ts';
import type { Overview } from '../../contract/report.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';
import type { BlockHead } from '../../worker/workspace/tables/blocks.ts';
import { EVERY_TYPE } from '../support/everyType.ts';
import { history } from '../support/history.ts';
import { operation, perform } from '../support/operations.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { countedIn, countsOf, everyResponse, recount } from '../support/recount.ts';
import { response } from '../support/response.ts';

const DAY = 86_400_000;
const RUNS = 12;

/** Two scored questions, so that every response has two facts. */
const TWICE_SCORED: { id: string } & SurveyDefinition = {
  ...SURVEY,
  id: 'twice-scored',
  questions: [...SURVEY.questions, { id: 'speed', type: 'csat', text: { en: 'And how quick?' } }],
};

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

async function overviewOf(shop: TestWorkspace, from: number, to: number): Promise<Overview> {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  const answer = await shop.api(`/reports/overview?from=${day(from)}&to=${day(to)}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Overview;
}

describe('after any sequence of answers, revisions, decisions and sealings', () => {
  it('facts equal rows, and the overview equals a recount of the list', async () => {
    const sequence = fc.array(operation, { minLength: 50, maxLength: 70, size: 'max' });
    let sealed = 0;
    await fc.assert(
      fc.asyncProperty(sequence, fc.constantFrom(TWICE_SCORED, EVERY_TYPE), async (operations, survey) => {
        const shop = await product.makeWorkspace({ surveys: [survey] });
        const start = Date.now();
        const model = await perform(shop, survey.id, operations, start);
        sealed += (await shop.object.blocks()).responses.length;

        expect(await shop.object.verify()).toMatchObject({
          factsEqualRows: true,
          auditVerifies: true,
          displays: model.displays.size,
        });
        const items = await everyResponse(shop.api);
        expect(new Set(items.map(({ id }) => id))).toEqual(model.responses);
        expect(items.length).toBe(model.responses.size);
        const all = await everyResponse(shop.api, '&test=include');
        expect(all.filter(({ test }) => !test)).toEqual(items);
        expect(new Set(all.filter(({ test }) => test).map(({ id }) => id))).toEqual(model.tests);
        for (const [test, listed] of [['exclude', items] as const, ['include', all] as const]) {
          const counts = await (await shop.api(`/responses/counts?test=${test}`)).json();
          expect(counts).toMatchObject(countsOf(listed));
        }

        const days = Math.ceil((model.now - start) / DAY) + 2;
        const periods = [
          [start - 2 * DAY, model.now + DAY] as const,
          [start + DAY, start + Math.max(1, days / 2) * DAY] as const,
        ];
        for (const [from, to] of periods) {
          const overview = await overviewOf(shop, from, to);
          const { touchpoints, ...counted } = recount(items, overview);
          expect(countedIn(overview)).toEqual(counted);
          for (const { id, distribution } of overview.touchpoints) expect(distribution).toEqual(touchpoints(id));
        }
        const { funnel } = await overviewOf(shop, start - 2 * DAY, model.now + DAY);
        const ends = [...model.displays.values()].filter(({ test }) => !test).map(({ outcome }) => outcome);
        for (const outcome of OUTCOMES.filter((name) => name !== 'shown')) {
          expect(funnel[outcome], outcome).toBe(ends.filter((end) => end === outcome).length);
        }
        expect(funnel.shown).toBe(ends.length);
      }),
      { numRuns: RUNS, seed: 20_261_123, endOnFailure: true },
    );
    // Sequences whose facts all stay in memory would prove half of it.
    expect(sealed).toBeGreaterThan(RUNS);
  });
});

describe('sealed blocks', () => {
  const COUNT = 900;
  const DAYS = 6;

  async function workspaceWithPast(now: number) {
    const shop = await product.makeWorkspace();
    const responses = history(COUNT, now, DAYS);
    const answer = await fetch(`${product.origin}/api/setup/history`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.setupToken}` },
      body: JSON.stringify({ workspace: shop.id, site: shop.siteKey, contacts: [], displays: [], responses }),
    });
    expect(answer.status).toBe(200);
    await shop.object.runClock(Date.now() + DAY);
    expect(await shop.object.unsealed()).toBe(0);
    return { shop, arrivals: responses.map(({ receivedAt }) => receivedAt) };
  }

  it('hold what arrived on one UTC day each, and together everything in its order', async () => {
    const { shop, arrivals } = await workspaceWithPast(Date.now());
    const { responses: blocks } = await shop.object.blocks();
    expect(blocks.map(({ day }: BlockHead) => day)).toEqual([...new Set(arrivals.map((at) => Math.floor(at / DAY)))]);
    let next = 1;
    for (const { first, last, count, day } of blocks) {
      expect(first).toBe(next);
      expect(count).toBe(last - first + 1);
      // Rows are numbered in the order of arrival, from 1.
      for (let seq = first; seq <= last; seq++) expect(Math.floor((arrivals[seq - 1] ?? 0) / DAY)).toBe(day);
      next = last + 1;
    }
    expect(next).toBe(COUNT + 1);
    expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true, responses: COUNT });
  });

  it('of a day grow while it lasts instead of becoming more', async () => {
    const { shop } = await workspaceWithPast(Date.now() - 2 * DAY);
    const before = (await shop.object.blocks()).responses;
    const start = Math.floor(Date.now() / DAY);
    for (let round = 1; round <= 3; round++) {
      expect((await shop.send('responses', response())).status).toBe(200);
      await shop.object.runClock(Date.now() + DAY);
    }
    const after = (await shop.object.blocks()).responses;
    // One more, or two if midnight passed meanwhile.
    expect(after.length - before.length).toBe(1 + Math.floor(Date.now() / DAY) - start);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).reduce((sum: number, { count }: BlockHead) => sum + count, 0)).toBe(3);
  });
});
