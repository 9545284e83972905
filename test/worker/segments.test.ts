import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompanySummary } from '../../contract/company.ts';
import type { ContactSummary } from '../../contract/contact.ts';
import type { CoverageReport } from '../../contract/coverage.ts';
import { COVERAGES } from '../../contract/coverageKinds.ts';
import type { Overview } from '../../contract/report.ts';
import type { ResponseCounts, ResponseSummary } from '../../contract/response.ts';
import type { Segment, SegmentPreview, SegmentRule, SegmentSummary } from '../../contract/segment.ts';
import { wilson } from '../../worker/stats/wilson.ts';
import { history } from '../support/history.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { everyResponse } from '../support/recount.ts';
import { newId, response } from '../support/response.ts';

const DAY = 86_400_000;
const Z = 1.959963984540054;
let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
});
afterAll(() => product.stop());

/** A day of the test workspaces, which are in Tehran. */
const day = (offset: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tehran' }).format(Date.now() + offset * DAY);
const UNHAPPY: SegmentRule = {
  match: 'all',
  of: [
    { by: 'date', name: 'renewal', range: { in: 'next', days: 60 } },
    { by: 'score', of: 'last', metric: 'csat', touchpoint: 'delivery', to: 2 },
  ],
};

async function get<T>(at: TestWorkspace, path: string): Promise<T> {
  const answer = await at.api(path);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
}
async function send<T>(at: TestWorkspace, method: string, path: string, body: unknown, status = 200): Promise<T> {
  const answer = await at.api(path, { method, body: JSON.stringify(body) });
  expect(answer.status, `${method} ${path}`).toBe(status);
  return (await answer.json()) as T;
}
const makeSegment = (at: TestWorkspace, name: string, rule: SegmentRule) =>
  send<Segment>(at, 'POST', '/segments', { name, rule }, 201);
const namesIn = async (at: TestWorkspace, query: string) =>
  (await get<{ items: ContactSummary[] }>(at, `/contacts?limit=200&${query}`)).items.map(({ name }) => name).sort();

/** Somebody known by a token's subject, who may then rate by it. */
async function person(at: TestWorkspace, sub: string, more: object = {}): Promise<string> {
  const made = await send<{ id: string }>(
    at,
    'POST',
    '/contacts',
    { name: sub, externalIds: [{ system: 'shop', value: sub }], ...more },
    201,
  );
  return made.id;
}
async function rate(at: TestWorkspace, sub: string, value: number, more: object = {}): Promise<string> {
  const body = response({
    identity: { token: await at.token({ sub }) },
    touchpoint: 'delivery',
    answers: [{ question: 'rating', value }],
    ...more,
  });
  expect((await at.send('responses', body)).status).toBe(200);
  return body.id;
}

describe('a segment', () => {
  it('follows its people through every change, at once and after the clock', async () => {
    const sara = await person(shop, 'sara', { attributes: { renewal: day(20), stage: 'customer' } });
    await person(shop, 'reza', { attributes: { renewal: day(90) } });
    await person(shop, 'zofia', { attributes: { renewal: day(5) } });
    const { id } = await makeSegment(shop, 'Renewing, unhappy', UNHAPPY);
    const inside = async () => {
      const before = await namesIn(shop, `segment=${id}`);
      await shop.object.runClock(Date.now() + 5_000);
      expect(await namesIn(shop, `segment=${id}`)).toEqual(before);
      return before;
    };
    expect(await inside()).toEqual([]);
    const given = await rate(shop, 'sara', 2);
    await rate(shop, 'reza', 1);
    await rate(shop, 'zofia', 4);
    expect(await inside()).toEqual(['sara']);
    // Another attribute.
    const reza = (await get<{ items: ContactSummary[] }>(shop, '/contacts?q=reza')).items[0]?.id ?? '';
    await send(shop, 'PATCH', `/contacts/${reza}`, { attributes: { renewal: day(30) } });
    expect(await inside()).toEqual(['reza', 'sara']);
    // A newer answer.
    await rate(shop, 'reza', 5);
    expect(await inside()).toEqual(['sara']);
    // A revision, and one that takes everything back.
    const token = await shop.token({ sub: 'sara' });
    const revise = (revision: number, value: number, withdrawn = false) =>
      shop.send(
        'responses',
        response({
          id: given,
          revision,
          identity: { token },
          touchpoint: 'delivery',
          answers: withdrawn ? [] : [{ question: 'rating', value }],
          ...(withdrawn ? { withdrawn } : {}),
        }),
      );
    expect((await revise(2, 4)).status).toBe(200);
    expect(await inside()).toEqual([]);
    expect((await revise(3, 1)).status).toBe(200);
    expect(await inside()).toEqual(['sara']);
    // A response tied elsewhere by hand, and that undone.
    const zofia = (await get<{ items: ContactSummary[] }>(shop, '/contacts?q=zofia')).items[0]?.id ?? '';
    const late = await rate(shop, 'sara', 1);
    await send(shop, 'PUT', `/responses/${late}/contact`, { contact: zofia });
    expect(await inside()).toEqual(['sara', 'zofia']);
    await send(shop, 'POST', `/responses/${late}/undo`, {});
    expect(await inside()).toEqual(['sara']);
    // What somebody merely claims of her is not hers.
    await person(shop, 'claimed', { email: 'claimed@ikon.example', attributes: { renewal: day(3) } });
    await shop.send(
      'responses',
      response({
        identity: { email: 'claimed@ikon.example' },
        touchpoint: 'delivery',
        answers: [{ question: 'rating', value: 1 }],
      }),
    );
    expect(await inside()).toEqual(['sara']);
    expect((await shop.api(`/responses/${late}`, { method: 'DELETE' })).status).toBe(204);
    expect((await revise(4, 1, true)).status).toBe(200);
    expect(await inside()).toEqual([]);
    expect(await get(shop, `/contacts/${sara}`)).toMatchObject({ name: 'sara' });
  });

  it('follows events, displays, consents, merges and their undoing', async () => {
    const busy = await product.makeWorkspace();
    const [anna, jan] = [await person(busy, 'anna'), await person(busy, 'jan')];
    const of = async (rule: SegmentRule['of'][number]) =>
      (await makeSegment(busy, 'S', { match: 'all', of: [rule] })).id;
    const ordered = await of({ by: 'did', what: 'event', event: 'Ordered', from: 2 });
    const asked = await of({ by: 'did', what: 'display', survey: SURVEY.id, days: 7 });
    const unasked = await of({ by: 'never', is: true });
    const consenting = await of({ by: 'consent', purpose: 'email', is: true });
    const inside = async (id: string) => {
      const before = await namesIn(busy, `segment=${id}`);
      await busy.object.runClock(Date.now() + 5_000);
      expect(await namesIn(busy, `segment=${id}`)).toEqual(before);
      return before;
    };
    const track = async (userId: string) => {
      const answer = await fetch(`${product.origin}/v1/track`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${busy.writeKey}:`).toString('base64')}` },
        body: JSON.stringify({ userId, event: 'Ordered', messageId: newId() }),
      });
      expect(answer.status).toBe(200);
    };
    await track('anna');
    await track('jan');
    expect(await inside(ordered)).toEqual([]);
    const identity = { token: await busy.token({ sub: 'anna' }) };
    const shown = { id: newId(), survey: SURVEY.id, version: 1, identity };
    expect((await busy.send('displays', { ...shown, outcome: 'shown' })).status).toBe(200);
    expect(await inside(asked)).toEqual(['anna']);
    expect(await inside(unasked)).toEqual([]);
    expect((await busy.send('displays', { ...shown, outcome: 'never' })).status).toBe(200);
    expect(await inside(unasked)).toEqual(['anna']);
    const consent = (state: string) =>
      busy.api(`/contacts/${jan}/consents`, { method: 'POST', body: JSON.stringify({ purpose: 'email', state }) });
    expect((await consent('given')).status).toBeLessThan(300);
    expect(await inside(consenting)).toEqual(['jan']);
    // As one, they ordered twice.
    const { merge } = await send<{ merge: string }>(busy, 'POST', `/contacts/${anna}/merge`, { absorb: jan });
    for (const id of [ordered, asked, unasked, consenting]) expect(await inside(id), id).toEqual(['anna']);
    await send(busy, 'POST', `/merges/${merge}/undo`, {});
    expect(await inside(ordered)).toEqual([]);
    expect(await inside(consenting)).toEqual(['jan']);
    expect((await consent('withdrawn')).status).toBeLessThan(300);
    expect(await inside(consenting)).toEqual([]);
    expect(
      (
        await busy.api(`/contacts/${anna}/erase`, {
          method: 'POST',
          body: JSON.stringify({ responses: 'delete', confirm: anna }),
        })
      ).status,
    ).toBe(200);
    expect(await inside(unasked)).toEqual([]);
  });

  it('moves with the day, though nothing happens', async () => {
    const quiet = await product.makeWorkspace();
    await person(quiet, 'soon', { attributes: { renewal: day(61) } });
    await person(quiet, 'now', { attributes: { renewal: day(0) } });
    const rule: SegmentRule = { match: 'all', of: [{ by: 'date', name: 'renewal', range: { in: 'next', days: 60 } }] };
    const { id } = await makeSegment(quiet, 'Renewing', rule);
    expect(await namesIn(quiet, `segment=${id}`)).toEqual(['now']);
    await quiet.object.runClock(Date.now() + 2 * DAY);
    expect(await namesIn(quiet, `segment=${id}`)).toEqual(['soon']);
  });

  it('is previewed, edited and deleted; its place can be taken again without its people', async () => {
    const small = await product.makeWorkspace();
    await person(small, 'anna', { company: 'Mizito', attributes: { stage: 'Customer' } });
    await person(small, 'jan', { attributes: { stage: 'lead' } });
    const stage = (word: string): SegmentRule => ({
      match: 'all',
      of: [{ by: 'text', name: 'stage', is: 'one-of', words: [word] }],
    });
    const seen = await send<SegmentPreview>(small, 'POST', '/segments/preview', { rule: stage('CUSTOMER') });
    expect(seen).toMatchObject({ count: 1, looked: 2, of: 2, people: [{ name: 'anna', company: 'Mizito' }] });
    const { id } = await makeSegment(small, 'Customers', stage('customer'));
    expect(await namesIn(small, `segment=${id}`)).toEqual(['anna']);
    await send(small, 'PATCH', `/segments/${id}`, { rule: stage('lead') });
    expect(await namesIn(small, `segment=${id}`)).toEqual(['jan']);
    const { items } = await get<{ items: SegmentSummary[] }>(small, '/segments');
    expect(items).toMatchObject([{ name: 'Customers', people: 1, of: 2, counting: null }]);
    expect((await small.api(`/segments/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await namesIn(small, `segment=${id}`)).toEqual([]);
    const next = await makeSegment(small, 'Nobody', stage('none'));
    expect(next.people).toBe(0);
    expect(await get(small, '/segments/fields')).toMatchObject({
      attributes: [{ name: 'stage', type: 'text', values: ['Customer', 'lead'] }],
      systems: ['shop'],
    });
  });

  it('narrows lists, counts, exports and figures as a recount does', async () => {
    const busy = await product.makeWorkspace();
    const subs = Array.from({ length: 12 }, (_, at) => `p${at}`);
    for (const [at, sub] of subs.entries())
      await person(busy, sub, { attributes: { tier: at % 3 === 0 ? 'gold' : 'tin' } });
    for (const [at, sub] of subs.entries()) for (let n = 0; n <= at % 4; n++) await rate(busy, sub, 1 + ((at + n) % 5));
    await busy.send('responses', response({ answers: [{ question: 'rating', value: 1 }] }));
    const gold = await makeSegment(busy, 'Gold', {
      match: 'all',
      of: [{ by: 'text', name: 'tier', is: 'one-of', words: ['gold'] }],
    });
    const all = await everyResponse(busy.api);
    const theirs = all.filter(({ contact }) => contact && subs.indexOf(contact.name) % 3 === 0);
    expect(theirs.length).toBeGreaterThan(3);
    const listed = await everyResponse(busy.api, `&segment=${gold.id}`);
    expect(listed.map(({ id }) => id)).toEqual(theirs.map(({ id }) => id));
    const counts = await get<ResponseCounts>(busy, `/responses/counts?segment=${gold.id}`);
    expect(counts.matched).toBe(theirs.length);
    const csv = await (await busy.api(`/responses/export?segment=${gold.id}`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(theirs.length + 1);
    const satisfied = (items: readonly ResponseSummary[]) => items.filter(({ score }) => (score ?? 0) >= 4).length;
    const figures = await get<Overview>(busy, `/reports/overview?segment=${gold.id}`);
    expect(figures.csat).toMatchObject({ n: theirs.length, count: satisfied(theirs) });
    expect((await get<Overview>(busy, '/reports/overview')).csat.n).toBe(all.length);
    expect((await get<Segment>(busy, `/segments/${gold.id}`)).csat).toMatchObject({
      n: theirs.length,
      count: satisfied(theirs),
    });
    expect(await namesIn(busy, `segment=${gold.id}&q=p9`)).toEqual(['p9']);
    expect(await namesIn(busy, `segment=${gold.id}&q=p1`)).toEqual([]);
    expect(await everyResponse(busy.api, '&segment=unheard-of')).toEqual([]);
  });

  it('decides whom a survey is for, by proof alone, and stays unnamed outside', async () => {
    const asking = await product.makeWorkspace();
    await person(asking, 'gold', { attributes: { tier: 'gold' } });
    await person(asking, 'tin', { attributes: { tier: 'tin' }, email: 'gold@ikon.example' });
    const gold = await makeSegment(asking, 'Our gold people', {
      match: 'all',
      of: [{ by: 'text', name: 'tier', is: 'one-of', words: ['gold'] }],
    });
    await send(asking, 'POST', '/surveys', { id: 'for-gold', name: 'For gold' }, 201);
    const draft = await get<{ base: number; updatedAt: string }>(asking, '/surveys/for-gold/draft');
    const { id, ...definition } = SURVEY;
    const save = (segments: string[]) =>
      send<{ base: number; updatedAt: string; problems: { code: string; value?: string }[] }>(
        asking,
        'PUT',
        '/surveys/for-gold/draft',
        { ...draft, definition: { ...definition, audience: { segments } } },
      );
    const wrong = await save([gold.id, 'gone']);
    expect(wrong.problems).toContainEqual({ code: 'unknown-segment', severity: 'error', value: 'gone' });
    Object.assign(draft, wrong);
    await save([gold.id]);
    const published = await asking.api('/surveys/for-gold/publish', { method: 'POST' });
    expect(published.status, await published.clone().text()).toBe(200);
    const decide = async (identity?: unknown) => {
      const answer = await asking.send('decide', { candidates: ['for-gold'], ...(identity ? { identity } : {}) });
      const text = await answer.text();
      expect(text).not.toContain(gold.id);
      expect(text).not.toContain('gold people');
      return (JSON.parse(text) as { show: string[] }).show;
    };
    expect(await decide({ token: await asking.token({ sub: 'gold' }) })).toEqual(['for-gold']);
    expect(await decide({ token: await asking.token({ sub: 'tin' }) })).toEqual([]);
    expect(await decide({ token: await asking.token({ sub: 'stranger' }) })).toEqual([]);
    expect(await decide({ externalId: 'gold' })).toEqual([]);
    expect(await decide()).toEqual([]);
    for (const path of [`${asking.siteKey}.js`, `${asking.siteKey}.json`]) {
      expect(await (await fetch(`${product.origin}/w/${path}`)).text()).not.toContain(gold.id);
    }
    await asking.api(`/segments/${gold.id}`, { method: 'DELETE' });
    expect(await decide({ token: await asking.token({ sub: 'gold' }) })).toEqual([]);
    const check = await get<{ problems: unknown[] }>(asking, '/surveys/for-gold/check');
    expect(check.problems).toContainEqual({ code: 'unknown-segment', severity: 'error', value: gold.id });
  });

  it('has a face that quotes a comment while it is there, and nothing once it is taken back', async () => {
    const spoken = await product.makeWorkspace();
    await person(spoken, 'sara');
    const why = 'بسته دیر رسید';
    const answers = [
      { question: 'rating', value: 2 },
      { question: 'why', value: why },
    ];
    const given = await rate(spoken, 'sara', 2, { answers });
    const { id } = await makeSegment(spoken, 'All', { match: 'all', of: [{ by: 'did', what: 'response' }] });
    const { items } = await get<{ items: ResponseSummary[] }>(spoken, `/segments/${id}/comments`);
    expect(items.map(({ id, comment }) => [id, comment])).toEqual([[given, why]]);
    const face = { name: 'Sara, who waits', needs: ['to know when'], goals: ['coffee on Monday'], quote: given };
    const made = await send<Segment>(spoken, 'PATCH', `/segments/${id}`, { persona: face });
    expect(made).toMatchObject({ face, persona: 'Sara, who waits', quote: { comment: why, score: 2 } });
    const withdrawal = response({
      id: given,
      revision: 2,
      identity: { token: await spoken.token({ sub: 'sara' }) },
      touchpoint: 'delivery',
      answers: [],
      withdrawn: true,
    });
    expect((await spoken.send('responses', withdrawal)).status).toBe(200);
    expect((await get<Segment>(spoken, `/segments/${id}`)).quote).toBeNull();
    expect(JSON.stringify(await get(spoken, `/segments/${id}`))).not.toContain(why);
  });

  it('costs a response nothing while no segment asks for responses', async () => {
    const plain = await product.makeWorkspace();
    await person(plain, 'sara', { attributes: { tier: 'gold' } });
    await rate(plain, 'sara', 3);
    await plain.object.runClock(Date.now() + 5_000);
    const cost = async () => {
      const { written } = await plain.object.meter();
      await rate(plain, 'sara', 3);
      await plain.object.runClock(Date.now() + 5_000);
      return (await plain.object.meter()).written - written;
    };
    const before = await cost();
    await makeSegment(plain, 'Gold', { match: 'all', of: [{ by: 'text', name: 'tier', is: 'known', words: [] }] });
    expect(await cost()).toBe(before);
    await makeSegment(plain, 'Heard', { match: 'all', of: [{ by: 'did', what: 'response' }] });
    expect(await cost()).toBeLessThanOrEqual(before + 6);
  });
});

describe('coverage and companies', () => {
  it('equal a recount of everybody, and lead to exactly the people they count', async () => {
    const wide = await product.makeWorkspace();
    const subs = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const now = Date.now();
    const company = (at: number) => (at % 4 === 0 ? undefined : `Company ${at % 4}`);
    const stage = (at: number) => (at % 2 === 0 ? 'customer' : 'lead');
    const contacts = subs.map((name, at) => ({
      id: newId(),
      name,
      company: company(at) ?? null,
      attributes: { stage: stage(at) },
      source: 'import:test',
      identifiers: [],
      createdAt: now - 400 * DAY,
      updatedAt: now - 400 * DAY,
    }));
    const visitorOf = (at: number) => `v${at}`;
    const past = (at: number, ago: number, value: number, trust = 'verified') => ({
      id: newId(),
      survey: 'after-checkout',
      version: 1,
      touchpoint: 'delivery',
      visitor: visitorOf(at),
      answers: [{ question: 'rating', value }],
      complete: true,
      trust,
      contact: contacts[at]?.id ?? null,
      match: { method: 'token', evidence: [] },
      page: { url: 'https://shop.example/', title: null },
      locale: 'en',
      device: { type: 'phone', browser: null, os: null },
      country: null,
      startedAt: now - ago * DAY,
      receivedAt: now - ago * DAY,
    });
    const display = (at: number, ago: number) => ({
      id: newId(),
      survey: 'after-checkout',
      version: 1,
      touchpoint: null,
      visitor: visitorOf(at),
      contact: contacts[at]?.id ?? null,
      outcome: 'dismissed',
      at: now - ago * DAY,
    });
    const stands = (at: number) => COVERAGES[at % 5];
    const responses = subs.flatMap((_, at) => {
      const value = 1 + (at % 5 === 3 ? 4 : at % 3);
      if (stands(at) === 'once') return [past(at, 200, value)];
      if (stands(at) === 'earlier') return [past(at, 300, value), past(at, 200, value)];
      if (stands(at) === 'lately') return [past(at, 10, 5)];
      // What others claim in their name is no answer of theirs.
      return at % 5 === 1 ? [past(at, 5, 1, 'claimed')] : [];
    });
    const displays = subs.flatMap((_, at) => (stands(at) === 'never' ? [] : [display(at, 20)]));
    const ascending = <T extends { receivedAt?: number; at?: number }>(items: T[]) =>
      items.sort((a, b) => (a.receivedAt ?? a.at ?? 0) - (b.receivedAt ?? b.at ?? 0));
    const imported = await fetch(`${product.origin}/api/setup/history`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.setupToken}` },
      body: JSON.stringify({
        workspace: wide.id,
        site: wide.siteKey,
        contacts,
        responses: ascending(responses),
        displays: ascending(displays),
      }),
    });
    expect(imported.status, await imported.clone().text()).toBe(200);
    await makeSegment(wide, 'Leads', {
      match: 'all',
      of: [{ by: 'text', name: 'stage', is: 'one-of', words: ['lead'] }],
    });
    const check = async () => {
      const report = await get<CoverageReport>(wide, '/reports/coverage');
      const expectLine = (line: CoverageReport['all'], members: number[]) => {
        for (const name of COVERAGES) {
          expect(line.counts[name], name).toBe(members.filter((at) => stands(at) === name).length);
        }
        const reached = members.filter((at) => stands(at) !== 'never');
        const heard = reached.filter((at) => stands(at) !== 'silent');
        expect(line).toMatchObject({ people: members.length, rate: { n: reached.length, count: heard.length } });
        const { low, high } = wilson(heard.length, reached.length, Z);
        expect(line.rate.low).toBeCloseTo(low, 6);
        expect(line.rate.high).toBeCloseTo(high, 6);
      };
      const all = subs.map((_, at) => at);
      expectLine(report.all, all);
      expect(report.companies.map(({ name }) => name).sort()).toEqual(['Company 1', 'Company 2', 'Company 3']);
      for (const line of report.companies)
        expectLine(
          line,
          all.filter((at) => company(at) === line.name),
        );
      expect(report.stages.map(({ name }) => name).sort()).toEqual(['customer', 'lead']);
      for (const line of report.stages)
        expectLine(
          line,
          all.filter((at) => stage(at) === line.name),
        );
      for (const line of report.segments)
        expectLine(
          line,
          all.filter((at) => stage(at) === 'lead'),
        );
      for (const name of COVERAGES) {
        const shown = await namesIn(wide, `coverage=${name}&stage=lead`);
        expect(shown).toEqual(subs.filter((_, at) => stands(at) === name && stage(at) === 'lead').sort());
      }
      // A narrower "lately", and only what happened within a month.
      const narrow = await get<CoverageReport>(wide, '/reports/coverage?lately=5&within=30');
      expect(narrow.all.counts).toMatchObject({ lately: 0, once: 6, earlier: 0, silent: 18, never: 6 });
      const { items } = await get<{ items: CompanySummary[] }>(wide, '/companies');
      const known = await everyResponse(wide.api);
      for (const { id, name, people, csat } of items) {
        const members = new Set(subs.filter((_, at) => company(at) === name));
        const theirs = known.filter(({ contact, trust }) => trust !== 'claimed' && members.has(contact?.name ?? ''));
        expect({ people, n: csat.n, count: csat.count }).toEqual({
          people: members.size,
          n: theirs.length,
          count: theirs.filter(({ score }) => (score ?? 0) >= 4).length,
        });
        expect(await namesIn(wide, `company=${id}`)).toEqual([...members].sort());
        const one = await get<CompanySummary & { trend: { csat: { n: number } }[] }>(wide, `/companies/${id}`);
        expect(one).toMatchObject({ name, people, csat });
        expect(one.trend.reduce((sum, point) => sum + point.csat.n, 0)).toBe(theirs.length);
      }
      expect((await get<{ items: CompanySummary[] }>(wide, '/companies?q=company%203')).items).toHaveLength(1);
      // By satisfaction, whoever has too few answers to say last.
      for (const [order, direction] of [
        ['least-satisfied', 1],
        ['most-satisfied', -1],
      ] as const) {
        const sorted = (await get<{ items: CompanySummary[] }>(wide, `/companies?order=${order}`)).items;
        expect(sorted.map(({ name }) => name).sort()).toEqual(items.map(({ name }) => name).sort());
        const ranks = sorted.map(({ csat }) => (csat.sufficient ? direction * csat.value : 2));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }
    };
    await check();
    await wide.object.runClock(Date.now() + 5_000);
    await check();
    // Merged, two are one: asked as both were, heard as either was. Parted, they are two again.
    const counts = async () => (await get<CoverageReport>(wide, '/reports/coverage')).all;
    const before = await counts();
    const [silent, lately] = [contacts[1]?.id ?? '', contacts[4]?.id ?? ''];
    const { merge } = await send<{ merge: string }>(wide, 'POST', `/contacts/${silent}/merge`, { absorb: lately });
    const joined = { ...before.counts, silent: before.counts.silent - 1 };
    expect(await counts()).toMatchObject({ people: before.people - 1, counts: joined });
    await wide.object.runClock(Date.now() + 5_000);
    expect(await counts()).toMatchObject({ people: before.people - 1, counts: joined });
    await send(wide, 'POST', `/merges/${merge}/undo`, {});
    expect(await counts()).toEqual(before);
    await check();
  });
});

describe('opening somebody with 5,000 entries on their timeline', () => {
  it('reads a bounded number of rows, and counts them all', async () => {
    const long = await product.makeWorkspace();
    const now = Date.now();
    const [regular, seldom] = ['Regular', 'Seldom'].map((name) => ({
      id: newId(),
      name,
      company: null,
      attributes: {},
      source: 'import:test',
      identifiers: [],
      createdAt: now - 400 * DAY,
      updatedAt: now - 400 * DAY,
    }));
    const step = (300 * DAY) / 2_500;
    const responses = Array.from({ length: 2_500 }, (_, at) => ({
      ...history(1, now, 1, at)[0],
      id: newId(now - 300 * DAY + at * step),
      trust: 'verified',
      contact: at === 7 ? seldom?.id : regular?.id,
      startedAt: now - 300 * DAY + at * step,
      receivedAt: now - 300 * DAY + at * step,
    }));
    const displays = responses.map(({ contact, startedAt }) => ({
      id: newId(startedAt),
      survey: 'after-checkout',
      version: 1,
      touchpoint: null,
      visitor: null,
      contact,
      outcome: 'answered',
      at: startedAt,
    }));
    const load = (part: object) =>
      fetch(`${product.origin}/api/setup/history`, {
        method: 'POST',
        headers: { authorization: `Bearer ${product.setupToken}` },
        body: JSON.stringify({
          workspace: long.id,
          site: long.siteKey,
          contacts: [],
          responses: [],
          displays: [],
          ...part,
        }),
      });
    for (const part of [{ contacts: [regular, seldom] }, { responses }, { displays }]) {
      expect((await load(part)).status).toBe(200);
    }
    await long.object.runClock(now + 5_000);
    const opening = async (id: string | undefined) => {
      const { read } = await long.object.meter();
      const person = await get<ContactSummary>(long, `/contacts/${id}`);
      await get(long, `/contacts/${id}/timeline?limit=40`);
      await get(long, `/contacts/${id}/timeline?kind=response&limit=120`);
      await get(long, `/contacts/${id}/surveys`);
      return { responses: person.responses, rows: (await long.object.meter()).read - read };
    };
    const few = await opening(seldom?.id);
    const many = await opening(regular?.id);
    expect([few.responses, many.responses]).toEqual([1, 2_499]);
    // Two pages of what is shown, the hundred counted row by row, and a block of facts a day: nothing for each entry.
    expect(many.rows - few.rows).toBeLessThan(2_000);
  });
});
