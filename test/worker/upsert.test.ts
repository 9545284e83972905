import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../contract/contact.ts';
import type { BatchItem } from '../../contract/imports.ts';
import { expectProblem } from '../support/problem.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
});
afterAll(() => product.stop());

const put = (contact: unknown, headers: Record<string, string> = {}) =>
  shop.api('/contacts', { method: 'PUT', body: JSON.stringify(contact), headers });
const batch = (contacts: unknown[], headers: Record<string, string> = {}) =>
  shop.api('/contacts/batch', { method: 'POST', body: JSON.stringify({ contacts }), headers });
const upserted = async (answer: Response) => {
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as { verdict: string; changed: string[]; contact: Contact };
};

describe('a contact', () => {
  it('is made, and then found again by any of its identifiers', async () => {
    const crm = [{ system: 'crm', value: 'u-1' }];
    const made = await upserted(await put({ name: 'Ada Park', email: 'ada@ikon.example', externalIds: crm }));
    expect(made.verdict).toBe('create');
    const byEmail = await upserted(await put({ email: 'ADA@ikon.example', attributes: { renewal: '۱۴۰۶/۰۱/۱۵' } }));
    expect(byEmail).toMatchObject({ verdict: 'update', changed: ['renewal'] });
    expect(byEmail.contact.attributes['renewal']).toBe('2027-04-04');
    const byId = await upserted(await put({ externalIds: crm, phone: '0912 458 0844' }));
    expect([byEmail.contact.id, byId.contact.id]).toEqual([made.contact.id, made.contact.id]);
    expect((await upserted(await put({ externalIds: crm, name: 'Ada Park' }))).verdict).toBe('skip');
  });

  it('of whom nothing can be used is refused', async () => {
    await expectProblem(await put({ email: 'nowhere' }), 422);
    await expectProblem(await put({}), 422);
  });
});

describe('a batch', () => {
  it('of a thousand has a verdict for each, and one that is wrong rejects no other', async () => {
    const contacts: unknown[] = Array.from({ length: 1_000 }, (_, i) => ({
      name: `B ${i}`,
      email: `b${i}@ikon.example`,
    }));
    contacts[7] = { name: 5 };
    contacts[8] = { email: 'x' };
    contacts[9] = contacts[6];
    const { items } = (await (await batch(contacts)).json()) as { items: BatchItem[] };
    expect(items.map(({ index }) => index)).toEqual(contacts.map((_, index) => index));
    expect(items.filter(({ verdict }) => verdict === 'create')).toHaveLength(997);
    expect(items[7]).toMatchObject({ verdict: 'refuse', errors: [{ pointer: '/name' }] });
    expect(items[8]).toMatchObject({ verdict: 'refuse', why: 'nothing-usable' });
    expect(items[9]).toMatchObject({ verdict: 'skip', id: items[6]?.id });
    await expectProblem(await batch([...contacts, {}]), 400);
  });
});

describe('an Idempotency-Key', () => {
  it('makes the same call answer the same, and nothing happen twice', async () => {
    const headers = { 'idempotency-key': '"key-1"' };
    const body = [{ name: 'Only Once' }, { name: 'Twin' }];
    const first = await (await batch(body, headers)).json();
    expect(await (await batch(body, headers)).json()).toEqual(first);
    const problem = await expectProblem(await batch([{ name: 'Another' }], headers), 422);
    expect(problem.type).toBe('urn:touchstone:problem:idempotency-key-reused');
    await expectProblem(await batch(body, { 'idempotency-key': 'x'.repeat(300) }), 400);
  });

  it('is each API key’s own, whatever the keys are called', async () => {
    const key = `ts_${'k'.repeat(32)}`;
    const directory = await product.miniflare.getD1Database('DIRECTORY');
    await directory
      .prepare(
        'INSERT INTO api_key (hash, workspace, name, role, created_at) SELECT ?, workspace, name, role, 1 FROM api_key',
      )
      .bind(createHash('sha256').update(key).digest('base64url'))
      .run();
    const headers = { 'idempotency-key': 'shared' };
    const theirs = { ...headers, authorization: `Bearer ${key}` };
    const [ours, other] = [
      await upserted(await put({ email: 'ours@ikon.example' }, headers)),
      await upserted(await put({ email: 'theirs@ikon.example' }, theirs)),
    ];
    expect(other.contact.id).not.toBe(ours.contact.id);
    // The same person once more, by the other key: what happens is that key's own to hear.
    const again = [
      await put({ email: 'ours@ikon.example' }, headers),
      await put({ email: 'theirs@ikon.example' }, theirs),
    ];
    expect(await Promise.all(again.map(upserted))).toEqual([ours, other]);
    await expectProblem(await put({ email: 'ours@ikon.example' }, theirs), 422);
    // Nor is an answer to one route another's.
    await expectProblem(await batch([{ email: 'ours@ikon.example' }], headers), 422);
  });

  it('of a call that was refused may be used again', async () => {
    const headers = { 'idempotency-key': 'key-2' };
    await expectProblem(await put({ email: 'nowhere' }, headers), 422);
    await expectProblem(await put({ email: 'nowhere' }, headers), 422);
    expect((await put({ email: 'somewhere@ikon.example' }, headers)).status).toBe(200);
  });
});
