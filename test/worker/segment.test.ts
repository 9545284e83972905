import { gzipSync } from 'node:zlib';
import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact, ContactSummary, TimelineItem } from '../../contract/contact.ts';
import { TRACKED_BATCH_MAX, TRACKED_BATCH_MAX_BYTES, TRACKED_CALL_MAX_BYTES } from '../../contract/limits.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

const AFTER_DELIVERY = {
  ...SURVEY,
  id: 'after-delivery',
  touchpoint: 'delivery',
  triggers: { server: 'Order Delivered' },
};

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace({ surveys: [SURVEY, AFTER_DELIVERY] });
});
afterAll(() => product.stop());

async function get<T>(path: string): Promise<T> {
  const answer = await shop.api(path);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}
const send = (type: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${product.origin}/v1/${type}`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${shop.writeKey}:`).toString('base64')}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
  });
const ok = async (type: string, body: unknown) => {
  const answer = await send(type, body);
  expect(answer.status, await answer.clone().text()).toBe(200);
  expect(await answer.json()).toEqual({ success: true });
};
const found = async (q: string) =>
  (await get<{ items: ContactSummary[] }>(`/contacts?q=${encodeURIComponent(q)}`)).items;
const person = async (q: string) => {
  const [one, ...others] = await found(q);
  expect(others).toEqual([]);
  if (!one) throw new Error(`nobody is called ${q}`);
  return get<Contact>(`/contacts/${one.id}`);
};
const events = async (id: string) =>
  (await get<{ items: TimelineItem[] }>(`/contacts/${id}/timeline?kind=event`)).items.flatMap((item) =>
    item.kind === 'event' ? [item] : [],
  );
const tracked = (userId: string, event: string, more: object = {}) =>
  ok('track', { userId, event, messageId: newId(), ...more });
const decided = async (sub: string) => {
  const token = await shop.token({ sub });
  const answer = await shop.send('decide', { candidates: ['after-delivery'], identity: { token } });
  return ((await answer.json()) as { show: string[] }).show;
};

describe('the library of Segment for Node, given a host and a key', () => {
  it('makes a contact with company and events on the timeline', async () => {
    const analytics = new Analytics({ writeKey: shop.writeKey, host: product.origin });
    const failures: unknown[] = [];
    analytics.on('error', (failure) => failures.push(failure));
    analytics.identify({
      userId: 'segment-1',
      traits: { firstName: 'Zofia', lastName: 'Wiśniewska', email: 'zofia@poczta.example', plan: 'pro' },
    });
    analytics.group({ userId: 'segment-1', groupId: 'acme', traits: { name: 'Acme Łódź', employees: 40 } });
    analytics.track({ userId: 'segment-1', event: 'Order Completed', properties: { total: 41.5, items: ['a', 'b'] } });
    analytics.page({ userId: 'segment-1', name: 'Home' });
    analytics.screen({ userId: 'segment-1', name: 'Cart' });
    analytics.alias({ userId: 'segment-1', previousId: 'segment-old-1' });
    await analytics.closeAndFlush();
    expect(failures).toEqual([]);

    const zofia = await person('zofia wisniewska');
    expect(zofia).toMatchObject({ email: 'zofia@poczta.example', company: 'Acme Łódź', attributes: { plan: 'pro' } });
    expect(
      zofia.identifiers
        .filter(({ kind }) => kind === 'external')
        .map(({ system, value, trust }) => [system, value, trust]),
    ).toEqual([
      ['shop', 'segment-1', 'verified'],
      ['shop', 'segment-old-1', 'verified'],
    ]);
    expect(await events(zofia.id)).toMatchObject([
      { name: 'Order Completed', source: `segment:${shop.siteKey}`, properties: { total: 41.5, items: 'a, b' } },
    ]);
  });
});

describe('the library of RudderStack for Node, given a host and a key', () => {
  it('makes a contact with events on the timeline, also where it compresses', async () => {
    const analytics = new RudderAnalytics(shop.writeKey, { dataPlaneUrl: product.origin, gzip: true });
    await new Promise<void>((done, fail) => {
      analytics.identify({ userId: 'rudder-1', traits: { name: 'نازنین احمدی', email: 'nazanin@ikon.example' } });
      analytics.track({ userId: 'rudder-1', event: 'Ticket Closed', properties: { ticket: 'T-9' } });
      analytics.flush((error?: Error) => (error ? fail(error) : done()));
    });
    const nazanin = await person('nazanin@ikon');
    expect(nazanin.name).toBe('نازنین احمدی');
    expect(await events(nazanin.id)).toMatchObject([{ name: 'Ticket Closed', properties: { ticket: 'T-9' } }]);
  });
});

describe('a call', () => {
  it('is taken with the key in the body as well as in the header', async () => {
    const authorization = '';
    const body = { writeKey: shop.writeKey, userId: 'body-key', traits: { name: 'Key in the body' } };
    expect((await send('identify', body, { authorization })).status).toBe(200);
    await person('key in the body');
  });

  it.each(['', 'Basic', 'Basic !!!', `Basic ${Buffer.from('wk_nobody:').toString('base64')}`, 'Bearer x'])(
    'with the key %j is refused',
    async (authorization) => {
      const answer = await send('identify', { userId: 'stranger' }, { authorization });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    },
  );

  it('with the public site key is refused', async () => {
    const authorization = `Basic ${Buffer.from(`${shop.siteKey}:`).toString('base64')}`;
    expect((await send('identify', { userId: 'stranger' }, { authorization })).status).toBe(401);
  });

  it.each([
    ['identify', {}],
    ['identify', []],
    ['identify', 'no json'],
    ['track', { userId: 'x' }],
    ['track', { event: 'x' }],
    ['group', { userId: 'x' }],
    ['alias', { userId: 'x' }],
    ['track', { userId: 'x', event: 'x', messageId: 'm'.repeat(100) }],
    ['track', { userId: 'x', event: 'x', properties: { long: 'x'.repeat(TRACKED_CALL_MAX_BYTES) } }],
    ['batch', {}],
    ['batch', { batch: [] }],
    ['batch', { batch: [{ type: 'no-such', userId: 'x' }] }],
    ['batch', { batch: Array.from({ length: TRACKED_BATCH_MAX + 1 }, () => ({ type: 'page', userId: 'x' })) }],
    ['batch', { batch: [{ type: 'page', userId: 'x' }], padding: 'x'.repeat(TRACKED_BATCH_MAX_BYTES) }],
  ])('%s that is malformed or too large is refused for good (%#)', async (type, body) => {
    const answer = await send(type, body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('that unpacks to more than may be is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(TRACKED_BATCH_MAX_BYTES * 20, ' '));
    const answer = await send('batch', new Blob([new Uint8Array(bomb)]), { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(400);
  });

  it('that comes twice counts once, also within a batch', async () => {
    const call = { type: 'track', userId: 'twice', event: 'Order Completed', messageId: 'twice-1' };
    await ok('track', call);
    await ok('track', call);
    await ok('batch', { batch: [call, { ...call, messageId: 'twice-2' }, { ...call, messageId: 'twice-2' }] });
    expect(await events((await person('twice')).id)).toHaveLength(2);
  });

  it('that is bad costs no good one of its batch, and is named', async () => {
    const answer = await send('batch', {
      batch: [{ type: 'track', userId: 'kept', event: 'Kept' }, { type: 'track', userId: 'kept' }, null],
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ success: true, refused: [{ index: 1 }, { index: 2 }] });
    expect(await events((await person('kept')).id)).toHaveLength(1);
  });

  it('of a sender whose clock is wrong happens when it happened, and never in the future', async () => {
    const wrong = Date.now() - 5 * 86_400_000;
    const at = (ms: number) => new Date(ms).toISOString();
    await tracked('clock', 'An hour ago', { timestamp: at(wrong - 3_600_000), sentAt: at(wrong) });
    await tracked('clock', 'In the future', { timestamp: at(Date.now() + 86_400_000) });
    const [now, before] = await events((await person('clock')).id);
    expect(Math.abs(Date.now() - Date.parse(now?.at ?? ''))).toBeLessThan(60_000);
    expect(Math.abs(Date.now() - 3_600_000 - Date.parse(before?.at ?? ''))).toBeLessThan(60_000);
  });

  it('puts reserved traits in their places and keeps the others', async () => {
    await ok('identify', {
      userId: 77,
      traits: {
        name: 'Reserved Traits',
        company: { name: 'Ikon', id: 9 },
        phone: '0912 458 0899',
        birthday: '1990-02-03',
        title: 'Head of Coffee',
        createdAt: '2020-01-02T03:04:05Z',
        address: { city: 'Łódź', state: 'łódzkie', postalCode: '90-001', country: 'PL' },
        age: 36,
        tags: ['vip', 'early'],
        plan: { tier: 'gold', seats: { max: 5 } },
        stage: 'customer',
        odd: null,
      },
    });
    const contact = await person('reserved traits');
    expect(contact).toMatchObject({
      company: 'Ikon',
      phone: '0912 458 0899',
      createdAt: '2020-01-02T03:04:05.000Z',
      attributes: {
        birthday: '1990-02-03',
        title: 'Head of Coffee',
        city: 'Łódź',
        region: 'łódzkie',
        postal_code: '90-001',
        country: 'PL',
        age: 36,
        tags: 'vip, early',
        'plan.tier': 'gold',
        stage: 'customer',
      },
    });
    expect(contact.attributes).not.toHaveProperty('name');
    expect(contact.identifiers).toContainEqual(expect.objectContaining({ system: 'shop', value: '77' }));
  });

  it('takes an address that nobody has proven for nobody’s', async () => {
    await ok('identify', { userId: 'proven', traits: { name: 'Proven Owner', email: 'proven@ikon.example' } });
    await ok('identify', {
      userId: 'unproven',
      traits: { name: 'Proven Owner', email: 'proven@ikon.example', email_verified: false },
    });
    expect(await found('proven owner')).toHaveLength(2);
  });

  it('of one site replaces its own words, and another’s only where the site’s word counts for all', async () => {
    const made = await shop.api('/contacts', {
      method: 'POST',
      body: JSON.stringify({ name: 'Known Before', email: 'known@ikon.example', attributes: { plan: 'gold' } }),
    });
    expect(made.status).toBe(201);
    const told = (plan: string, seats: number, name: string) =>
      ok('identify', { userId: 'known', traits: { name, email: 'known@ikon.example', plan, seats } });
    await told('free', 5, 'Known Before');
    await told('free', 6, 'Known Before');
    expect((await person('known before')).attributes).toMatchObject({ plan: 'gold', seats: 6 });
    await told('free', 6, 'Somebody Else');
    expect(await found('somebody else')).toEqual([]);
    const path = `/sites/${shop.siteKey}`;
    const trust = (authoritative: boolean) =>
      shop.api(path, { method: 'PATCH', body: JSON.stringify({ authoritative }) });
    expect((await trust(true)).status).toBe(200);
    await told('free', 6, 'Known Before');
    expect((await person('known before')).attributes).toMatchObject({ plan: 'free' });
    expect((await trust(false)).status).toBe(200);
  });

  it('with a visitor id brings what that browser answered before', async () => {
    const visitor = 'browser-of-sara';
    await shop.send('responses', response({ visitor, answers: [{ question: 'rating', value: 2 }] }));
    await ok('identify', { userId: 'sara', anonymousId: visitor, traits: { name: 'Sara of the browser' } });
    await shop.object.runClock(Date.now());
    expect((await person('sara of the browser')).responses).toBe(1);
  });

  it('of a browser two people use ties it to neither', async () => {
    const visitor = 'browser-shared';
    await ok('identify', { userId: 'shared-1', anonymousId: visitor, traits: { name: 'Shared One' } });
    await ok('identify', { userId: 'shared-2', anonymousId: visitor, traits: { name: 'Shared Two' } });
    await ok('track', { anonymousId: visitor, event: 'Whose?' });
    for (const name of ['shared one', 'shared two']) expect(await events((await person(name)).id)).toEqual([]);
  });

  it('alias of two people who are known suggests, and joins nobody', async () => {
    await ok('identify', { userId: 'alias-a', traits: { name: 'Alias A' } });
    await ok('identify', { userId: 'alias-b', traits: { name: 'Alias B' } });
    await ok('alias', { userId: 'alias-a', previousId: 'alias-b' });
    expect(await found('alias')).toHaveLength(2);
    const { items } = await get<{ items: { a: { name: string }; b: { name: string } }[] }>('/suggestions');
    expect(items.map(({ a, b }) => [a.name, b.name].sort())).toContainEqual(['Alias A', 'Alias B']);
  });

  it('moves the stage of a person by what happened, and never back by what is told late', async () => {
    const stageEvents = [
      { event: 'Subscribed', stage: 'customer' },
      { event: 'Cancelled', stage: 'former' },
    ];
    expect((await shop.api('/settings', { method: 'PATCH', body: JSON.stringify({ stageEvents }) })).status).toBe(200);
    await ok('identify', {
      userId: 'stage',
      traits: { name: 'Of a stage', stage: 'lead' },
      timestamp: '2026-01-01T00:00:00Z',
    });
    await tracked('stage', 'Cancelled');
    expect((await person('of a stage')).attributes['stage']).toBe('former');
    await tracked('stage', 'Subscribed', { timestamp: '2026-02-01T00:00:00Z' });
    expect((await person('of a stage')).attributes['stage']).toBe('former');
  });
});

describe('an event that a survey waits for', () => {
  it('asks the person, once, on the next page that signs them in', async () => {
    expect(await decided('waits')).toEqual([]);
    await tracked('waits', 'Order Delivered');
    expect(await decided('waits')).toEqual(['after-delivery']);
    const token = await shop.token({ sub: 'waits' });
    const display = { id: newId(), survey: 'after-delivery', version: 1, outcome: 'shown', identity: { token } };
    expect((await shop.send('displays', display)).status).toBe(200);
    expect(await decided('waits')).toEqual([]);
  });

  it('asks nobody else, and nobody after a week', async () => {
    await tracked('late', 'Order Delivered', { timestamp: new Date(Date.now() - 8 * 86_400_000).toISOString() });
    await tracked('other', 'Order Completed');
    for (const sub of ['late', 'other', 'never-heard-of']) expect(await decided(sub)).toEqual([]);
  });

  it('wakes no workspace for strangers', async () => {
    const before = await shop.object.meter();
    const answer = await shop.send('decide', { candidates: ['after-delivery'] });
    expect(await answer.json()).toEqual({ show: [] });
    expect(await shop.object.meter()).toEqual(before);
  });
});

describe('a write key', () => {
  it('ends when its owner makes another, and nobody below an owner can', async () => {
    const lab = await product.makeWorkspace();
    const call = (writeKey: string) =>
      fetch(`${product.origin}/v1/identify`, { method: 'POST', body: JSON.stringify({ writeKey, userId: 'x' }) });
    expect((await call(lab.writeKey)).status).toBe(200);
    const path = `${product.origin}/api/sites/${lab.siteKey}/write-key`;
    const rotate = async (role: 'admin' | 'owner') =>
      fetch(path, {
        method: 'POST',
        headers: { cookie: await product.signIn(lab.emails[role]), origin: product.origin },
      });
    expect((await rotate('admin')).status).toBe(403);
    const { writeKey } = (await (await rotate('owner')).json()) as { writeKey: string };
    expect((await call(lab.writeKey)).status).toBe(401);
    expect((await call(writeKey)).status).toBe(200);
  });
});
