import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../contract/collect.ts';
import type { ResponseDetail, ResponseSummary } from '../../contract/response.ts';
import { eventually } from '../support/eventually.ts';
import { EVERY_TYPE } from '../support/everyType.ts';
import { openLive } from '../support/liveSocket.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

let product: TestProduct;
let shop: TestWorkspace;
let viewer: string;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace({ surveys: [EVERY_TYPE] });
  viewer = await product.signIn(shop.emails.viewer);
});
afterAll(() => product.stop());

const body = (values: Record<string, Answer['value']>, over: Parameters<typeof response>[0] = {}) =>
  response({
    survey: EVERY_TYPE.id,
    answers: Object.entries(values).map(([question, value]) => ({ question, value })),
    ...over,
  });

async function answered(...given: Parameters<typeof body>): Promise<string> {
  const sent = body(...given);
  const answer = await shop.send('responses', sent);
  expect(answer.status, await answer.text()).toBe(200);
  return sent.id;
}

async function read(id: string): Promise<ResponseDetail> {
  const answer = await shop.api(`/responses/${id}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ResponseDetail;
}

async function asViewer<T>(path: string): Promise<T> {
  const answer = await fetch(`${product.origin}/api${path}`, { headers: { cookie: viewer } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

const givenTo = (response: Pick<ResponseSummary, 'answers'>, question: string) =>
  response.answers.find((answer) => answer.question === question)?.value;

describe('answers', () => {
  it('of every type are stored as they were given, the first score in front', async () => {
    const values = {
      gap: { expected: 5, experienced: 2 },
      emotion: 'other:گیج',
      thumbs: 0,
      csat: 1,
      nps: 0,
      ces: 7,
      single: 'other:the colour',
      multiple: ['price', 'taste'],
      short: 'In a word',
      text: 'At length',
      email: 'Ada@Ikon.example',
      phone: '09121234567',
      consent: false,
    };
    const stored = await read(await answered(values, { complete: true }));
    expect(Object.fromEntries(stored.answers.map(({ question, value }) => [question, value]))).toEqual(values);
    expect(stored).toMatchObject({ metric: 'gap', score: -3, comment: 'In a word', complete: true });
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });

  it('below zero are found by metric and score', async () => {
    const fresh = await product.makeWorkspace({ surveys: [EVERY_TYPE] });
    for (const experienced of [1, 1, 3, 5]) {
      await fresh.send('responses', body({ gap: { expected: 3, experienced } }));
    }
    const list = async (query: string) =>
      ((await (await fresh.api(`/responses?${query}`)).json()) as { items: ResponseSummary[] }).items;
    expect((await list('metric=gap&score=-2')).map(({ score }) => score)).toEqual([-2, -2]);
    expect(await list('metric=gap,csat&score=-2,2')).toHaveLength(3);
    expect(await list('metric=csat')).toEqual([]);
    expect(await (await fresh.api('/responses/counts?score=-2')).json()).toMatchObject({
      matched: 2,
      score: { '-2': 2, 0: 1, 2: 1 },
      metric: { gap: 2 },
    });
  });

  const refused: [string, Answer['value']][] = [
    ['message', 'hello'],
    ['gap', { expected: 0, experienced: 3 }],
    ['gap', 3],
    ['emotion', 'constructor'],
    ['thumbs', 2],
    ['nps', 11],
    ['ces', 0],
    ['single', 'nothing offered'],
    ['multiple', ['price', 'price']],
    ['multiple', ['price', 'speed', 'taste']],
    ['email', `${'x'.repeat(250)}@x.example`],
    ['phone', '0'.repeat(41)],
    ['consent', 'yes'],
  ];
  for (const [question, value] of refused) {
    it(`to ${question} may not be ${JSON.stringify(value).slice(0, 40)}`, async () => {
      expect((await shop.send('responses', body({ [question]: value }))).status).toBe(422);
    });
  }
});

describe('an address that somebody types', () => {
  it('claims to be theirs, as one that the page passes does', async () => {
    const email = `${newId()}@ikon.example`;
    const made = await shop.api('/contacts', { method: 'POST', body: JSON.stringify({ name: 'Ada', email }) });
    const { id: ada } = (await made.json()) as { id: string };
    const typed = await answered({ email: ` ${email.toUpperCase()} ` });
    const passed = await answered({ nps: 3 }, { identity: { email: email.toUpperCase() } });
    for (const id of [typed, passed]) {
      const stored = await eventually(
        () => read(id),
        ({ contact }) => contact !== null,
      );
      expect(stored).toMatchObject({
        trust: 'claimed',
        contact: { id: ada },
        match: { method: 'claim', evidence: [{ kind: 'claim', field: 'email', value: email.toUpperCase() }] },
      });
    }
  });

  it('writes the same rows whether somebody has it or not, before the reply', async () => {
    const email = `${newId()}@ikon.example`;
    await shop.api('/contacts', { method: 'POST', body: JSON.stringify({ name: 'Known', email }) });
    const cost = async (value: string) => {
      const before = await shop.object.meter();
      await answered({ email: value });
      const after = await shop.object.meterAtLastReply();
      return { read: after.read - before.read, written: after.written - before.written };
    };
    await cost('warm.up@ikon.example');
    expect(await cost(email)).toEqual(await cost(`${newId()}@ikon.example`));
  });

  it('may come with a later revision, and changes nothing of a verified one', async () => {
    const later = body({ csat: 4 });
    await shop.send('responses', later);
    expect(await read(later.id)).toMatchObject({ trust: 'anonymous' });
    const answers = [...later.answers, { question: 'phone', value: '09121234567' }];
    await shop.send('responses', { ...later, revision: 2, answers });
    expect(await read(later.id)).toMatchObject({
      trust: 'claimed',
      match: { state: 'unmatched', evidence: [{ field: 'phone' }] },
    });

    const token = await shop.token({ sub: `c-${newId()}`, name: 'By token' });
    const signed = await read(await answered({ email: `${newId()}@ikon.example` }, { identity: { token } }));
    expect(signed).toMatchObject({ trust: 'verified', contact: { name: 'By token' }, match: { method: 'token' } });
    expect(JSON.stringify(signed.match)).not.toContain('claim');
  });

  it('is hidden from viewers and from the live channel, like a number, and from nobody who may export', async () => {
    const socket = await openLive(product.origin, { cookie: viewer, origin: product.origin });
    const id = await answered({ email: 'hidden@ikon.example', phone: '+989121234567', short: 'mail me' });
    const masked = { email: '•••', phone: '•••', short: 'mail me' };
    const [message] = await eventually(
      async () => socket.heard.filter(({ response }) => response.id === id),
      ({ length }) => length > 0,
    );
    socket.close();
    const { items } = await asViewer<{ items: ResponseSummary[] }>('/responses?limit=1');
    const shown = [message?.response, items[0], await asViewer<ResponseDetail>(`/responses/${id}`)];
    for (const one of shown) {
      expect(one?.id).toBe(id);
      for (const [question, value] of Object.entries(masked))
        expect(givenTo(one ?? { answers: [] }, question)).toBe(value);
      expect(JSON.stringify(one)).not.toMatch(/hidden@|9121234567/);
    }
    expect(givenTo(await read(id), 'email')).toBe('hidden@ikon.example');
  });
});
