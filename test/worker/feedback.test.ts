import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactSummary } from '../../contract/contact.ts';
import type { FeedbackImport, FeedbackPlan } from '../../contract/feedback.ts';
import type { ResponseDetail, ResponseSummary } from '../../contract/response.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { response } from '../support/response.ts';

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const COUNT = 450;
/** Half of them said who they are; the first is somebody who is known already. */
const FILE = JSON.stringify(
  Array.from({ length: COUNT }, (_, n) => ({
    id: `d${n}`,
    person: n % 2 === 0 ? { email: `p${n}@past.example`, name: `Past ${n}` } : null,
    survey_type: 'nps',
    score: n % 11,
    comment: n === 0 ? 'Kawa była świetna' : '',
    created_at: Date.UTC(2024, 0, 1 + (n % 300)) / 1000,
  })),
);
const encoded = (text: string) => Buffer.from(text, 'utf8').toString('base64');

async function get<T>(path: string): Promise<T> {
  const answer = await shop.api(path);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
}
async function post<T>(path: string, body: unknown, status: number): Promise<T> {
  const answer = await shop.api(path, { method: 'POST', body: JSON.stringify(body) });
  expect(answer.status, await answer.clone().text()).toBe(status);
  return (await answer.json()) as T;
}
const body = (text = FILE, name = 'Delighted 2024.json') => ({ name, file: encoded(text) });
const people = async (q: string) => (await get<{ items: ContactSummary[]; total: number }>(`/contacts?q=${q}`)).items;
const pastAnswers = () => get<{ items: ResponseSummary[] }>('/responses?from=2024-01-01&to=2024-12-31&limit=200');

describe('past feedback', () => {
  beforeAll(async () => {
    shop = await product.makeWorkspace({ dailyQuota: 10 });
    await post('/contacts', { name: 'Past 0', email: 'p0@past.example' }, 201);
  });

  it('is planned without writing anything', async () => {
    const before = await shop.object.meter();
    const plan = await post<FeedbackPlan>('/feedback/plan', body(), 200);
    expect(plan).toMatchObject({
      system: 'delighted',
      counts: { create: COUNT, skip: 0, refuse: 0 },
      people: { known: 1, new: COUNT / 2 - 1, nobody: COUNT / 2 },
    });
    expect(plan.questions).toMatchObject([
      { kind: 'nps', answered: COUNT },
      { kind: 'text', answered: 1 },
    ]);
    expect((await shop.object.meter()).written).toBe(before.written);
  });

  it('comes in with its own dates and people, is counted, and says that it was brought along', async () => {
    const done = await post<FeedbackImport>('/feedback', body(), 201);
    expect(done).toMatchObject({ status: 'done', counts: { create: COUNT, skip: 0, refuse: 0 } });
    const { items } = await pastAnswers();
    expect(items).toHaveLength(200);
    expect(items.every(({ imported, metric }) => imported && metric === 'nps')).toBe(true);
    const [kawa] = (await get<{ items: ResponseSummary[] }>('/responses?from=2024-01-01&to=2024-12-31&q=swietna'))
      .items;
    expect(kawa).toMatchObject({
      startedAt: '2024-01-01T00:00:00.000Z',
      score: 0,
      trust: 'claimed',
      contact: { name: 'Past 0' },
    });
    const detail = await get<ResponseDetail>(`/responses/${kawa?.id}`);
    expect(detail.match).toMatchObject({
      method: 'import',
      evidence: [{ kind: 'import', system: 'delighted' }, { kind: 'claim' }],
    });
    expect(await people('p2@past')).toMatchObject([{ name: 'Past 2' }]);
    const counts = await get<{ total: number; metric: Record<string, number> }>(
      '/responses/counts?from=2024-01-01&to=2024-12-31',
    );
    expect(counts).toMatchObject({ total: COUNT, metric: { nps: COUNT } });
    expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true, auditVerifies: true });
  });

  it('asks nobody and takes nothing from what the site may take today', async () => {
    const [survey] = (await get<{ items: { id: string; status: string }[] }>('/surveys')).items.filter(({ id }) =>
      id.startsWith('imported'),
    );
    expect(survey?.status).toBe('archived');
    for (let n = 0; n < 8; n++) expect((await shop.send('responses', response())).status).toBe(200);
  });

  it('loaded again is not there twice, and a longer file adds what is new', async () => {
    const plan = await post<FeedbackPlan>('/feedback/plan', body(), 200);
    expect(plan.counts).toEqual({ create: 0, skip: COUNT, refuse: 0 });
    const longer = JSON.stringify([
      ...JSON.parse(FILE),
      { id: 'new', person: null, survey_type: 'nps', score: 3, created_at: 1_704_067_200 },
    ]);
    expect(await post<FeedbackImport>('/feedback', body(longer), 201)).toMatchObject({
      counts: { create: 1, skip: COUNT, refuse: 0 },
    });
  });

  it('can be taken back, with the people it made, and loaded again', async () => {
    const { items } = await get<{ items: FeedbackImport[] }>('/feedback');
    for (const { id } of items)
      expect(await post<FeedbackImport>(`/feedback/${id}/undo`, {}, 200)).toMatchObject({ status: 'undone' });
    expect((await pastAnswers()).items).toEqual([]);
    expect(await people('p2@past')).toEqual([]);
    expect(await people('p0@past')).toMatchObject([{ name: 'Past 0', responses: 0 }]);
    expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true, auditVerifies: true });
    expect(await post<FeedbackImport>('/feedback', body(), 201)).toMatchObject({
      counts: { create: COUNT, skip: 0, refuse: 0 },
    });
  });

  it('takes another shape of the same survey as its next version', async () => {
    const choices = [{ part: 'nps', key: 'comment', kind: 'leave' }];
    const other = JSON.stringify([
      { id: 'v2', person: null, survey_type: 'nps', score: 3, comment: 'not kept', created_at: 1_704_067_200 },
    ]);
    await post('/feedback', { ...body(other), choices }, 201);
    const { items } = await get<{ items: ResponseSummary[] }>('/responses?from=2024-01-01&to=2024-01-01&limit=200');
    expect(items.find(({ version }) => version === 2)).toMatchObject({ comment: null, score: 3 });
    expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true });
  });
});

describe('a file', () => {
  beforeAll(async () => {
    shop = await product.makeWorkspace();
  });

  it.each(['', 'x', 'a,b\n1,2\n', '{"a":'])('of nobody known is refused: %j', async (text) => {
    await post('/feedback/plan', { name: 'x.csv', file: encoded(text || ' ') }, 422);
  });

  it('is for an admin to bring in', async () => {
    const cookie = await product.signIn(shop.emails.agent);
    const answer = await fetch(`${product.origin}/api/feedback`, {
      method: 'POST',
      headers: { cookie, origin: product.origin, 'content-type': 'application/json' },
      body: JSON.stringify(body()),
    });
    expect(answer.status).toBe(403);
  });
});
