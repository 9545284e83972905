import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TESTS_A_DAY } from '../../contract/limits.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ResponseDetail } from '../../contract/response.ts';
import { eventually } from '../support/eventually.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
});
afterAll(() => product.stop());

async function read(id: string): Promise<ResponseDetail> {
  const answer = await shop.api(`/responses/${id}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ResponseDetail;
}

describe('a response', () => {
  it('is stored when it is acknowledged, and answered with its id and revision', async () => {
    const body = response({ visitor: 'visitor-one-1234', locale: 'fa' });
    const answer = await shop.send('responses', body, {
      'user-agent': 'Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile',
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ id: body.id, revision: 1 });
    expect(await read(body.id)).toMatchObject({
      metric: 'csat',
      score: 2,
      trust: 'anonymous',
      touchpoint: 'checkout',
      locale: 'fa',
      complete: false,
      contact: null,
      device: { type: 'phone', browser: 'Chrome', os: 'Android' },
    });
  });

  it('sent twice is one response', async () => {
    const body = response();
    const before = (await shop.object.verify()).responses;
    for (let i = 0; i < 3; i++) expect((await shop.send('responses', body)).status).toBe(200);
    expect((await shop.object.verify()).responses).toBe(before + 1);
  });

  it('is revised by a higher revision and never by a lower one', async () => {
    const body = response();
    const answers = [...body.answers, { question: 'why', value: ' It came late. ' }];
    await shop.send('responses', body);
    await shop.send('responses', { ...body, revision: 3, answers, complete: true });
    const late = await shop.send('responses', { ...body, revision: 2, answers: [{ question: 'rating', value: 5 }] });
    expect(await late.json()).toEqual({ id: body.id, revision: 2 });
    expect(await read(body.id)).toMatchObject({ revision: 3, score: 2, comment: 'It came late.', complete: true });
  });

  it('is stored as incomplete when a required answer is missing', async () => {
    const body = response({ answers: [{ question: 'why', value: 'no rating' }], complete: true });
    expect((await shop.send('responses', body)).status).toBe(200);
    expect(await read(body.id)).toMatchObject({ complete: false, score: null, comment: 'no rating' });
  });

  it('keeps no query or fragment of the page but utm_*', async () => {
    const url = 'https://shop.example/a?token=secret&utm_source=mail#inside';
    const body = response({ page: { url, referrer: 'https://user:pw@other.example/?q=me' } });
    await shop.send('responses', body);
    expect((await read(body.id)).page).toEqual({
      url: 'https://shop.example/a?utm_source=mail',
      title: null,
      referrer: 'https://other.example/',
    });
  });

  it('gets the time of its receipt when it claims an unbelievable start', async () => {
    const body = response({ startedAt: '2020-01-01T00:00:00Z' });
    await shop.send('responses', body);
    const stored = await read(body.id);
    expect(stored.flags).toContain('start-replaced');
    expect(stored.startedAt).toBe(stored.receivedAt);
  });

  it('at an unknown touchpoint counts at the survey’s own, and says so', async () => {
    const body = response({ touchpoint: 'nowhere' });
    await shop.send('responses', body);
    expect(await read(body.id)).toMatchObject({ touchpoint: 'checkout', flags: ['unknown-touchpoint'] });
  });

  it('that is withdrawn leaves nothing of what was said, and its id stays used', async () => {
    const body = response({
      answers: [
        { question: 'rating', value: 1 },
        { question: 'why', value: 'private' },
      ],
    });
    await shop.send('responses', body);
    const withdrawn = { ...body, revision: 2, answers: [], withdrawn: true };
    expect((await shop.send('responses', withdrawn)).status).toBe(200);
    expect((await shop.api(`/responses/${body.id}`)).status).toBe(404);
    expect(await (await shop.api('/responses?q=private')).json()).toMatchObject({ items: [] });
    expect((await shop.send('responses', { ...body, revision: 3 })).status).toBe(409);
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });
});

describe('somebody who only knows a response’s id', () => {
  it('can neither revise nor withdraw it', async () => {
    const body = response({ visitor: 'visitor-of-her-own', answers: [{ question: 'rating', value: 5 }] });
    await shop.send('responses', body);
    for (const visitor of ['visitor-of-another', undefined]) {
      const forged = { ...body, visitor, revision: 2, answers: [{ question: 'rating', value: 1 }] };
      expect((await shop.send('responses', forged)).status).toBe(409);
      expect((await shop.send('responses', { ...forged, answers: [], withdrawn: true })).status).toBe(409);
    }
    expect(await read(body.id)).toMatchObject({ revision: 1, score: 5 });
  });
});

describe('a language nobody’s survey speaks', () => {
  it('stays with its response and fills no filter', async () => {
    const fresh = await product.makeWorkspace();
    for (let i = 0; i < 300; i++) {
      const tag = `q${String.fromCharCode(97 + Math.floor(i / 26))}${String.fromCharCode(97 + (i % 26))}`;
      await fresh.send('responses', response({ locale: tag }));
    }
    await fresh.send('responses', response({ locale: 'fa-IR' }));
    const counts = (await (await fresh.api('/responses/counts')).json()) as { language: object };
    expect(counts.language).toEqual({ fa: 1 });
    expect(await (await fresh.api('/responses?language=fa')).json()).toMatchObject({ items: [{ locale: 'fa-IR' }] });
  });
});

describe('bad input', () => {
  const cases: [string, number, (body: ReturnType<typeof response>) => unknown][] = [
    ['that is not JSON', 400, () => '{"id":'],
    ['that is no object', 400, () => '[]'],
    ['whose id is no UUIDv7', 400, (body) => ({ ...body, id: '6d1b2c1e-0000-4000-8000-000000000000' })],
    ['whose start is no time', 400, (body) => ({ ...body, startedAt: 'yesterday' })],
    ['with a lone surrogate', 400, (body) => ({ ...body, page: { url: 'https://shop.example/\ud800' } })],
    ['for an unknown survey', 422, (body) => ({ ...body, survey: 'no-such' })],
    ['for an unknown version', 422, (body) => ({ ...body, version: 9 })],
    ['with an answer outside its scale', 422, (body) => ({ ...body, answers: [{ question: 'rating', value: 6 }] })],
    ['with half a point', 422, (body) => ({ ...body, answers: [{ question: 'rating', value: 2.5 }] })],
    ['with an answer to no question', 422, (body) => ({ ...body, answers: [{ question: 'nps', value: 2 }] })],
    ['with two answers to one question', 422, (body) => ({ ...body, answers: [...body.answers, ...body.answers] })],
    ['of 33 KB', 413, (body) => ({ ...body, page: { url: 'x'.repeat(33_000) } })],
    ['with a forged token', 401, (body) => ({ ...body, identity: { token: 'eyJhbGciOiJub25lIn0.e30.' } })],
    ['with a token that is none', 401, (body) => ({ ...body, identity: { token: '…' } })],
  ];
  for (const [what, status, spoil] of cases) {
    it(`${what} is refused with ${status} and stores nothing`, async () => {
      const before = (await shop.object.verify()).responses;
      const answer = await shop.send('responses', spoil(response()));
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      const problem = (await answer.json()) as Problem;
      expect(problem).toMatchObject({
        status,
        type: expect.stringMatching(/^urn:touchstone:problem:/),
        title: expect.any(String),
      });
      expect((await shop.object.verify()).responses).toBe(before);
    });
  }

  it('points at the answer that does not fit', async () => {
    const answers = [
      { question: 'rating', value: 3 },
      { question: 'why', value: 7 },
    ];
    const problem = (await (await shop.send('responses', response({ answers }))).json()) as Problem;
    expect(problem.errors).toEqual([{ pointer: '/answers/1/value', message: 'must be a text' }]);
  });

  it('from a foreign, an opaque or no origin is refused', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://shop.example', 'https://shop.example:8443']) {
      expect((await shop.send('responses', response(), { origin })).status).toBe(403);
    }
    const bare = await fetch(`${product.origin}/v1/sites/${shop.siteKey}/responses`, {
      method: 'POST',
      body: JSON.stringify(response()),
    });
    expect(bare.status).toBe(403);
  });

  it('to an unknown site is not found', async () => {
    const answer = await fetch(`${product.origin}/v1/sites/site_nobody/responses`, {
      method: 'POST',
      headers: { origin: 'https://shop.example' },
    });
    expect(answer.status).toBe(404);
  });

  it('that reuses an id for another survey or site is a conflict', async () => {
    const two = await product.makeWorkspace({
      surveys: [
        { ...(await import('../support/product.ts')).SURVEY, id: 'first' },
        { ...(await import('../support/product.ts')).SURVEY, id: 'second' },
      ],
    });
    const body = response({ survey: 'first' });
    expect((await two.send('responses', body)).status).toBe(200);
    expect((await two.send('responses', { ...body, revision: 2, survey: 'second' })).status).toBe(409);
  });
});

describe('an answer given while trying things out', () => {
  let lab: TestWorkspace;
  beforeAll(async () => {
    lab = await product.makeWorkspace({ dailyQuota: 5 });
  });
  const list = async (test: string) =>
    (await (await lab.api(`/responses?test=${test}`)).json()) as { items: { id: string; test: boolean }[] };
  const idsOf = async (test: string) => (await list(test)).items.map(({ id }) => id);

  it('is stored and in no figure, and takes nothing from what visitors may answer', async () => {
    const identity = { token: await lab.token({ sub: 'tester' }) };
    const tried: string[] = [];
    for (let i = 0; i < 8; i++) {
      const body = response({ test: true, identity, answers: [{ question: 'rating', value: 1 }] });
      expect((await lab.send('responses', body)).status).toBe(200);
      await lab.send('responses', { ...body, test: undefined, revision: 2, complete: true });
      tried.unshift(body.id);
      await lab.send('displays', { id: newId(), survey: 'after-checkout', version: 1, outcome: 'shown', test: true });
    }
    const real = response({ identity });
    expect((await lab.send('responses', real)).status).toBe(200);
    expect(await idsOf('only')).toEqual(tried);
    expect(await idsOf('include')).toEqual([real.id, ...tried]);
    expect(await idsOf('exclude')).toEqual([real.id]);
    expect((await list('only')).items.every(({ test }) => test)).toBe(true);
    expect(await (await lab.api('/responses/counts?test=only')).json()).toMatchObject({ total: 8, matched: 8 });
    expect(await (await lab.api('/responses/counts')).json()).toMatchObject({ total: 1, score: { 2: 1 } });
    const overview = await (await lab.api('/reports/overview')).json();
    expect(overview).toMatchObject({ responses: 1, csat: { n: 1 }, funnel: { shown: 0 } });
    const { contact } = (await (await lab.api(`/responses/${real.id}`)).json()) as ResponseDetail;
    expect(await (await lab.api(`/contacts/${contact?.id}`)).json()).toMatchObject({ responses: 1, lastScore: 2 });
    expect((await lab.api('/responses?test=perhaps')).status).toBe(400);
  });

  it('is taken out with all others, and leaves nothing of what was said', async () => {
    const words = { question: 'why', value: 'only trying' };
    const body = response({ test: true, visitor: 'visitor-tries', answers: [words] });
    await lab.send('responses', body);
    const before = (await idsOf('only')).length;
    const removed = await lab.api('/responses/tests', { method: 'DELETE' });
    expect(await removed.json()).toEqual({ deleted: before });
    expect(await idsOf('only')).toEqual([]);
    expect(await idsOf('include')).toHaveLength(1);
    expect(await (await lab.api('/responses?test=include&q=only trying')).json()).toMatchObject({ items: [] });
    expect((await lab.send('responses', { ...body, revision: 2 })).status).toBe(200);
    expect(await idsOf('only')).toEqual([]);
    expect(await (await lab.api('/responses/tests', { method: 'DELETE' })).json()).toEqual({ deleted: 0 });
    const { items } = (await (await lab.api('/audit')).json()) as { items: { verb: string }[] };
    expect(items.filter(({ verb }) => verb === 'responses.tests-deleted')).toHaveLength(2);
    expect(await lab.object.verify()).toMatchObject({ factsEqualRows: true, auditVerifies: true });
  });

  it('has a bound of its own', async () => {
    const site = { key: lab.siteKey, idSystem: 'shop', authoritative: false, dailyQuota: 5 };
    const send = () =>
      lab.object.collectResponse({
        site,
        body: response({ test: true }),
        identity: null,
        device: { type: 'phone', browser: null, os: null },
        country: null,
        now: Date.now(),
      });
    for (let taken = 9; taken < TESTS_A_DAY; taken++) expect((await send()).ok).toBe(true);
    expect(await send()).toMatchObject({ ok: false, status: 429 });
  });
});

describe('the daily quota', () => {
  it('keeps a fifth for verified answers and then refuses with Retry-After', async () => {
    const small = await product.makeWorkspace({ dailyQuota: 10 });
    for (let i = 0; i < 8; i++) expect((await small.send('responses', response())).status).toBe(200);
    const refused = await small.send('responses', response());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const identity = { token: await small.token({ sub: 'c1' }) };
    expect((await small.send('responses', response({ identity }))).status).toBe(200);
    expect((await small.send('responses', response({ identity }))).status).toBe(200);
    expect((await small.send('responses', response({ identity }))).status).toBe(429);
    expect((await small.object.verify()).responses).toBe(10);
  });
});

describe('a preflight', () => {
  it('lets pages of the site send JSON', async () => {
    const answer = await fetch(`${product.origin}/v1/sites/${shop.siteKey}/responses`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  });

  it('lets the page read a refusal', async () => {
    const answer = await shop.send('responses', '{');
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  });
});

describe('displays', () => {
  it('have a daily quota of their own', async () => {
    const small = await product.makeWorkspace({ dailyQuota: 1 });
    const show = () => small.send('displays', { id: newId(), survey: 'after-checkout', version: 1, outcome: 'shown' });
    for (let i = 0; i < 20; i++) expect((await show()).status).toBe(200);
    expect((await show()).status).toBe(429);
  });
});

describe('a display', () => {
  it('moves its outcome on, and never back to shown', async () => {
    const body = { id: newId(), survey: 'after-checkout', version: 1, outcome: 'shown' };
    for (const outcome of ['shown', 'dismissed', 'shown']) {
      expect((await shop.send('displays', { ...body, outcome })).status).toBe(200);
    }
    const overview = await eventually(
      async () => (await (await shop.api('/reports/overview')).json()) as { funnel: Record<string, number> },
      ({ funnel }) => (funnel['dismissed'] ?? 0) > 0,
    );
    expect(overview.funnel).toMatchObject({ shown: 1, dismissed: 1 });
  });
});
