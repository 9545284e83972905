import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TimelineItem } from '../../contract/contact.ts';
import type { HistoryDisplay, HistoryResponse } from '../../contract/history.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId } from '../support/response.ts';

const EACH = { responses: 2_000, displays: 1_500, events: 1_500 };
const ENTRIES = EACH.responses + EACH.displays + EACH.events;
const FIRST = Date.UTC(2025, 0, 1);
const STEP = 1_800_000;
const PERSON = newId();

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
  const at = (n: number) => FIRST + n * STEP;
  const responses = Array.from(
    { length: EACH.responses },
    (_, n): HistoryResponse => ({
      id: newId(),
      survey: SURVEY.id,
      version: 1,
      touchpoint: 'checkout',
      visitor: null,
      answers: [{ question: 'rating', value: 1 + (n % 5) }],
      complete: true,
      trust: 'verified',
      contact: PERSON,
      match: { method: 'token', evidence: [] },
      page: { url: 'https://shop.example/', title: null },
      locale: 'en',
      device: { type: 'phone', browser: null, os: null },
      country: null,
      startedAt: at(n),
      receivedAt: at(n),
    }),
  );
  const displays = Array.from(
    { length: EACH.displays },
    (_, n): HistoryDisplay => ({
      id: newId(),
      survey: SURVEY.id,
      version: 1,
      touchpoint: 'checkout',
      visitor: null,
      contact: PERSON,
      outcome: 'shown',
      at: at(n),
    }),
  );
  const contact = {
    id: PERSON,
    name: 'Busy',
    company: null,
    attributes: {},
    source: 'import:hubspot',
    identifiers: [{ kind: 'external' as const, system: 'shop', value: 'busy', norm: 'busy', source: 'import:hubspot' }],
    createdAt: FIRST,
    updatedAt: FIRST,
  };
  const actor = { id: 'user:test', name: 'Test' };
  const now = Date.now();
  await shop.object.importHistory({
    history: { site: shop.siteKey, contacts: [contact], responses, displays },
    actor,
    now,
  });
  const messages = Array.from({ length: EACH.events }, (_, n) => ({
    kind: 'track' as const,
    id: null,
    user: 'busy',
    visitor: null,
    at: at(n) + 1,
    event: 'Order Completed',
    properties: { n },
  }));
  await shop.object.takeMessages({
    site: { key: shop.siteKey, idSystem: 'shop', authoritative: false },
    messages,
    now,
  });
  await shop.object.runClock(now + 7_200_000);
});
afterAll(() => product.stop());

const read = async (work: () => Promise<unknown>) => {
  const before = await shop.object.meter();
  await work();
  return (await shop.object.meter()).read - before.read;
};

it(`a person with ${ENTRIES} entries is opened by reading a bounded number of rows`, async () => {
  const open = async () => {
    await shop.object.readContact({ id: PERSON, masked: false, now: Date.now() });
    await shop.object.timeline({ id: PERSON, kind: 'all', limit: 50, masked: false });
  };
  await open();
  const rows = await read(open);
  console.info(`${ENTRIES} entries: ${rows} rows read to open`);
  expect(rows).toBeLessThan(1_500);
});

it('every entry is on its timeline once, page by page, each page as dear as the first', async () => {
  const seen = new Set<string>();
  const costs: number[] = [];
  let cursor: string | undefined;
  do {
    let page: { items: TimelineItem[]; next: string | null } | null = null;
    costs.push(
      await read(async () => {
        page = (await shop.object.timeline({
          id: PERSON,
          kind: 'all',
          limit: 200,
          masked: false,
          ...(cursor ? { cursor } : {}),
        })) as typeof page;
      }),
    );
    const { items, next } = page ?? { items: [], next: null };
    for (const item of items as TimelineItem[]) seen.add(JSON.stringify(item));
    cursor = next ?? undefined;
  } while (cursor);
  expect(seen.size).toBe(ENTRIES + 1);
  expect(Math.max(...costs)).toBeLessThan(3_000);
});

it('only events are shown where only events are asked for', async () => {
  const answer = await shop.api(`/contacts/${PERSON}/timeline?kind=event&limit=100`);
  const { items } = (await answer.json()) as { items: TimelineItem[] };
  expect(items).toHaveLength(100);
  expect(items.every(({ kind }) => kind === 'event')).toBe(true);
});
