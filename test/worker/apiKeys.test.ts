import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiKey } from '../../contract/apiKey.ts';
import { API_KEYS_MAX } from '../../contract/limits.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

let product: TestProduct;
let shop: TestWorkspace;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
  for (const role of ['admin', 'owner'] as const) cookies[role] = await product.signIn(shop.emails[role]);
});
afterAll(() => product.stop());

const as = (role: 'admin' | 'owner', path: string, init: RequestInit = {}) =>
  fetch(`${product.origin}/api${path}`, {
    ...init,
    headers: { cookie: cookies[role] ?? '', origin: product.origin, 'content-type': 'application/json' },
  });
const make = (name: string, role: string) =>
  as('owner', '/keys', { method: 'POST', body: JSON.stringify({ name, role }) });
const made = async (name: string, role: string) => {
  const answer = await make(name, role);
  expect(answer.status).toBe(201);
  return (await answer.json()) as ApiKey & { key: string };
};
const listed = async () => ((await (await as('admin', '/keys')).json()) as { items: ApiKey[] }).items;
const call = (key: string, path: string, init: RequestInit = {}) =>
  fetch(`${product.origin}/api${path}`, {
    ...init,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });

describe('a key for a program', () => {
  it('may do what its role may, and is shown once', async () => {
    const { key, id } = await made('Reader', 'viewer');
    expect((await call(key, '/contacts')).status).toBe(200);
    const body = JSON.stringify({ name: 'New' });
    expect((await call(key, '/contacts', { method: 'POST', body })).status).toBe(403);
    const writer = await made('Writer', 'agent');
    expect((await call(writer.key, '/contacts', { method: 'POST', body })).status).toBe(201);
    const all = await listed();
    expect(all.find((one) => one.id === id)).toMatchObject({ name: 'Reader', role: 'viewer' });
    const said = JSON.stringify([all, await (await as('admin', '/audit')).json()]);
    expect(said).toContain(`key:${id}`);
    for (const one of [key, writer.key]) expect(said).not.toContain(one);
  });

  it('says the day it was last used on', async () => {
    const { key, id } = await made('Used', 'viewer');
    const lastUse = async () => (await listed()).find((one) => one.id === id)?.lastUsedAt;
    expect(await lastUse()).toBeNull();
    await call(key, '/contacts');
    expect(Date.now() - Date.parse((await lastUse()) ?? '')).toBeLessThan(48 * 3_600_000);
  });

  it('is none any more once it is ended', async () => {
    const { key, id } = await made('Ended', 'admin');
    expect((await call(key, '/contacts')).status).toBe(200);
    expect((await as('admin', `/keys/${id}`, { method: 'DELETE' })).status).toBe(403);
    expect((await as('owner', `/keys/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(key, '/contacts')).status).toBe(401);
    expect((await listed()).map((one) => one.id)).not.toContain(id);
    expect((await as('owner', `/keys/${id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('is no owner', async () => {
    expect((await make('Owner', 'owner')).status).toBe(400);
  });

  it('is one of a bounded number', async () => {
    for (let n = (await listed()).length; n < API_KEYS_MAX; n += 1) await made(`Program ${n}`, 'viewer');
    expect((await make('One more', 'viewer')).status).toBe(409);
    expect(await listed()).toHaveLength(API_KEYS_MAX);
  });
});

it('an owner who makes a site is shown its write key, and an admin is not', async () => {
  const site = JSON.stringify({ name: 'Second', origins: ['https://second.example'], idSystem: 'shop' });
  const byOwner = (await (await as('owner', '/sites', { method: 'POST', body: site })).json()) as { writeKey: string };
  const identify = { writeKey: byOwner.writeKey, userId: 'second-1', traits: { name: 'Second One' } };
  const told = await fetch(`${product.origin}/v1/identify`, { method: 'POST', body: JSON.stringify(identify) });
  expect(told.status).toBe(200);
  const byAdmin = await as('admin', '/sites', { method: 'POST', body: site });
  expect(byAdmin.status).toBe(201);
  expect(await byAdmin.json()).not.toHaveProperty('writeKey');
});
