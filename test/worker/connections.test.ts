import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTED_SYSTEMS, type Connection } from '../../contract/connection.ts';
import type { Contact, ContactSummary } from '../../contract/contact.ts';
import { connectCrm } from '../support/connectCrm.ts';
import { CrmServer } from '../support/crmServer/crmServer.ts';
import { eventually } from '../support/eventually.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

const PEOPLE = 1_200;
const MINUTE = 60_000;

let server: CrmServer;
let product: TestProduct;
let shop: TestWorkspace;
/** The time of the clock, which only goes forward: what the object's own alarm does comes in between. */
let now: number;

beforeAll(async () => {
  server = await new CrmServer(PEOPLE).start();
  product = await startTestProduct(null, { OUTBOUND_ALLOW: server.host });
});
afterAll(async () => {
  await product.stop();
  server.stop();
});
beforeEach(async () => {
  shop = await product.makeWorkspace();
  now = Date.now();
});
afterEach(() => {
  expect([...server.hubspot.complaints, ...server.salesforce.complaints]).toEqual([]);
});

async function json<T>(asked: Promise<Response>): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const post = (path: string, body?: unknown) =>
  shop.api(path, { method: 'POST', ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
const read = (id: string) => json<Connection>(shop.api(`/connections/${id}`));

/** Runs until the first or next run has ended. */
async function resume(id: string): Promise<void> {
  await json(post(`/connections/${id}/resume`));
}
async function settled(id: string, within = 60_000): Promise<Connection> {
  return eventually(
    () => read(id),
    ({ lastSuccessAt, nextRunAt }) => lastSuccessAt !== null && nextRunAt !== null,
    within,
  );
}

async function peopleTotal(): Promise<number> {
  let cursor = '';
  let total = 0;
  for (;;) {
    const page = await json<{ items: ContactSummary[]; next: string | null }>(
      shop.api(`/contacts?limit=200${cursor && `&cursor=${cursor}`}`),
    );
    total += page.items.length;
    if (page.next === null) return total;
    cursor = page.next;
  }
}

async function personOf(q: string): Promise<Contact> {
  // Searching knows of somebody new a moment later.
  const { items } = await eventually(
    () => json<{ items: ContactSummary[] }>(shop.api(`/contacts?q=${encodeURIComponent(q)}`)),
    (found) => found.items.length === 1,
  );
  return json<Contact>(shop.api(`/contacts/${items[0]?.id}`));
}

describe.each(CONNECTED_SYSTEMS)('a connection to %s', (system) => {
  it('brings everybody at first, and afterwards only what changed', async () => {
    const { id, status } = await connectCrm(shop, server, system);
    expect(status).toBe('paused');
    await resume(id);
    const first = await settled(id);
    expect(first).toMatchObject({ status: 'active', fault: null, caughtUp: true });
    expect(first.totals.created).toBe(PEOPLE);
    expect(await peopleTotal()).toBe(PEOPLE);
    const known = await personOf('person-7@customer.example');
    expect(known).toMatchObject({
      email: 'person-7@customer.example',
      company: 'Ikon AG',
      identifiers: expect.arrayContaining([
        expect.objectContaining({ kind: 'external', system, source: `connector:${system}` }),
      ]),
    });
    now += 20 * MINUTE;
    await shop.object.runClock(now);
    const second = await read(id);
    expect(second.counts.created + second.counts.updated).toBe(0);
    expect(second.counts.read).toBeLessThan(10);
  });
});
