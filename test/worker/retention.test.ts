import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../contract/contact.ts';
import type { HistoryResponse } from '../../contract/history.ts';
import type { Overview } from '../../contract/report.ts';
import type { ResponseSummary } from '../../contract/response.ts';
import { RETAINED_KINDS } from '../../contract/retained.ts';
import type { Retention, RetentionDays, RetentionPreview } from '../../contract/retention.ts';
import { expectProblem } from '../support/problem.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId } from '../support/response.ts';

const DAY = 86_400_000;
const KEEP_ALL = Object.fromEntries(RETAINED_KINDS.map((kind) => [kind, null])) as RetentionDays;

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

async function json<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const settled = await answer;
  expect(settled.status, await settled.clone().text()).toBe(status);
  return (await settled.json()) as T;
}
const preview = (shop: TestWorkspace, days: Partial<RetentionDays>) =>
  json<RetentionPreview>(
    shop.api('/retention/preview', { method: 'POST', body: JSON.stringify({ ...KEEP_ALL, ...days }) }),
  );
async function set(shop: TestWorkspace, days: Partial<RetentionDays>): Promise<Retention> {
  const cookie = await product.signIn(shop.emails.owner);
  return json<Retention>(
    fetch(`${product.origin}/api/retention`, {
      method: 'PUT',
      headers: { cookie, origin: product.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ ...KEEP_ALL, ...days }),
    }),
  );
}
const countsOf = (losses: RetentionPreview['now']) =>
  Object.fromEntries(losses.flatMap(({ kind, count }) => (count > 0 ? [[kind, count]] : [])));

/** A workspace with answers and displays of one person and of nobody, a day apart each, and people never heard of. */
async function aged(daysAgo: readonly number[]): Promise<TestWorkspace> {
  const shop = await product.makeWorkspace();
  const now = Date.now();
  const person = newId();
  const contact = (id: string, name: string, at: number) => ({
    id,
    name,
    company: null,
    attributes: {},
    source: 'import:test',
    identifiers: [],
    createdAt: at,
    updatedAt: at,
  });
  const times = daysAgo.map((ago) => now - ago * DAY).toSorted((a, b) => a - b);
  const responses = times.map(
    (at, index): HistoryResponse => ({
      id: newId(at),
      survey: 'after-checkout',
      version: 1,
      touchpoint: 'checkout',
      visitor: `visitor-${index}`,
      answers: [
        { question: 'rating', value: (index % 5) + 1 },
        { question: 'why', value: `words ${index}` },
      ],
      complete: true,
      trust: index % 2 ? 'anonymous' : 'verified',
      contact: index % 2 ? null : person,
      match: { method: index % 2 ? 'none' : 'token', evidence: [] },
      page: { url: 'https://shop.example/?who=me', title: 'Pay' },
      locale: 'en',
      device: { type: 'phone', browser: 'Firefox', os: 'Android' },
      country: 'IR',
      startedAt: at,
      receivedAt: at,
    }),
  );
  const displays = times.map((at, index) => ({
    id: newId(at),
    survey: 'after-checkout',
    version: 1,
    touchpoint: 'checkout',
    visitor: `visitor-${index}`,
    contact: index % 2 ? null : person,
    outcome: 'answered' as const,
    at,
  }));
  const contacts = [contact(person, 'Heard', times[0] ?? now), ...times.map((at) => contact(newId(), 'Unheard', at))];
  const added = await fetch(`${product.origin}/api/setup/history`, {
    method: 'POST',
    headers: { authorization: `Bearer ${product.setupToken}` },
    body: JSON.stringify({ workspace: shop.id, site: shop.siteKey, contacts, responses, displays }),
  });
  expect(await added.json()).toMatchObject({ responses: times.length });
  return shop;
}

describe('retention', () => {
  it('takes out exactly what its preview said, chunk by chunk, and the figures stay equal to the rows', async () => {
    // More than one chunk, and more than one block.
    const ages = Array.from({ length: 450 }, (_, index) => 1 + (index % 90) * 3);
    const shop = await aged(ages);
    await shop.object.runClock(Date.now() + 7_200_000);
    const days = { responses: 200, comments: 101, displays: 50, contacts: 150, audit: 7 };
    const told = await preview(shop, days);
    expect(countsOf(told.now)).toEqual({
      responses: ages.filter((ago) => ago > 200).length,
      comments: ages.filter((ago) => ago > 101).length,
      displays: ages.filter((ago) => ago > 50).length,
      contacts: ages.filter((ago) => ago > 150).length,
    });
    expect(told.now.find(({ kind }) => kind === 'responses')?.sample).toHaveLength(3);
    // Of how many, also where nothing goes.
    const total = (kind: string) => told.now.find((loss) => loss.kind === kind)?.total;
    expect(total('responses')).toBe(ages.length);
    expect(total('displays')).toBe(ages.length);
    expect(total('contacts')).toBe(ages.length + 1);
    expect(total('events')).toBe(0);
    const before = await json<Overview>(shop.api('/reports/overview?from=2024-01-01&to=2030-01-01'));
    const { nextRun } = await set(shop, days);
    // A preview changes nothing, and setting removes nothing before the clock rings.
    expect(countsOf((await preview(shop, days)).now)).toEqual(countsOf(told.now));
    const at = Date.parse(nextRun ?? '');
    expect(at).toBeGreaterThan(Date.now());
    expect(at - Date.now()).toBeLessThanOrEqual(DAY);
    const byThen = countsOf((await preview(shop, days)).nextRun);
    await shop.object.runClock(at);
    const { lastRun, nextRun: again } = await json<Retention>(shop.api('/retention'));
    // What lost its words as nobody's is not taken out once more for its words.
    const { comments = 0, responses = 0, ...others } = byThen;
    expect(lastRun?.counts).toEqual({ ...others, responses, comments: comments - responses });
    expect(Date.parse(again ?? '')).toBeGreaterThan(at);
    expect(countsOf((await preview(shop, days)).now)).toEqual({});
    expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true, auditVerifies: true });
    const after = await json<Overview>(shop.api('/reports/overview?from=2024-01-01&to=2030-01-01'));
    expect(after.csat).toEqual(before.csat);
    expect(after.funnel).toEqual(before.funnel);
    const { items } = await json<{ items: ResponseSummary[] }>(shop.api('/responses?limit=200&to=2030-01-01'));
    for (const { startedAt, comment, contact, visitor, page, score } of items) {
      const age = (at - Date.parse(startedAt)) / DAY;
      expect(score).not.toBeNull();
      expect(comment === null, `${age}`).toBe(age > 101);
      expect(page.url.includes('?') || page.title !== null, `${age}`).toBe(age <= 101);
      if (age > 200) expect([contact, visitor]).toEqual([null, null]);
      else expect(visitor).not.toBeNull();
    }
    const audit = await json<{ items: { verb: string; actor: string; payload: string }[] }>(shop.api('/audit?limit=5'));
    expect(audit.items).toContainEqual(expect.objectContaining({ verb: 'retention.run', actor: 'system' }));
  });

  it('goes on day by day, and finds what came later with an older date', async () => {
    const shop = await aged([10, 20, 30]);
    const days = { comments: 25 };
    const { nextRun } = await set(shop, days);
    await shop.object.runClock(Date.parse(nextRun ?? ''));
    expect((await json<Retention>(shop.api('/retention'))).lastRun?.counts).toEqual({ comments: 1 });
    const late = {
      id: newId(),
      name: 'Late',
      company: null,
      attributes: {},
      source: 'import:test',
      identifiers: [],
      createdAt: 1,
      updatedAt: Date.now(),
    };
    const old = Date.now() - 300 * DAY;
    const response: HistoryResponse = {
      id: newId(old),
      survey: 'after-checkout',
      version: 1,
      touchpoint: null,
      visitor: null,
      answers: [{ question: 'why', value: 'long ago' }],
      complete: true,
      trust: 'verified',
      contact: late.id,
      match: { method: 'token', evidence: [] },
      page: { url: 'https://shop.example/', title: null },
      locale: 'en',
      device: { type: 'phone', browser: null, os: null },
      country: null,
      startedAt: old,
      receivedAt: old,
    };
    await shop.object.importHistory({
      history: { site: shop.siteKey, contacts: [late], responses: [response], displays: [] },
      actor: { id: 'system', name: 'test' },
      now: Date.now(),
    });
    expect(countsOf((await preview(shop, days)).now)).toEqual({ comments: 1 });
    const then = Date.parse((await json<Retention>(shop.api('/retention'))).nextRun ?? '');
    await shop.object.runClock(then + 8 * DAY);
    expect((await json<Retention>(shop.api('/retention'))).lastRun?.counts).toEqual({ comments: 2 });
  });

  it('that keeps everything never runs', async () => {
    const shop = await aged([400]);
    await set(shop, { responses: 30 });
    expect(await set(shop, {})).toMatchObject({ nextRun: null });
    await shop.object.runClock(Date.now() + 3 * DAY);
    expect(await json<Retention>(shop.api('/retention'))).toMatchObject({ lastRun: null });
    const { items } = await json<{ items: ResponseSummary[] }>(shop.api('/responses?limit=1&from=2024-01-01'));
    expect(items[0]?.comment).toBe('words 0');
  });

  it('is an owner’s to set, and never less than a week', async () => {
    const shop = await product.makeWorkspace();
    const put = (body: unknown) => shop.api('/retention', { method: 'PUT', body: JSON.stringify(body) });
    await expectProblem(await put(KEEP_ALL), 403);
    const short = await shop.api('/retention/preview', {
      method: 'POST',
      body: JSON.stringify({ ...KEEP_ALL, responses: 6 }),
    });
    await expectProblem(short, 400);
  });

  it('of people never heard of leaves whoever was', async () => {
    const shop = await aged([300, 300]);
    const { nextRun } = await set(shop, { contacts: 200 });
    await shop.object.runClock(Date.parse(nextRun ?? ''));
    const { items } = await json<{ items: Contact[] }>(shop.api('/contacts'));
    expect(items.map(({ name }) => name)).toEqual(['Heard']);
  });
});
