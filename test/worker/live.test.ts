import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ResponseMessage } from '../../contract/live.ts';
import type { ResponseSummary } from '../../contract/response.ts';
import { eventually } from '../support/eventually.ts';
import { askForLive, type LiveSocket, openLive } from '../support/liveSocket.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

/** Milliseconds within which what happened is on every open screen. */
const SOON = 2_000;

let product: TestProduct;
let ours: TestWorkspace;
let theirs: TestWorkspace;
let ourCookie: string;
let theirCookie: string;
const open: LiveSocket[] = [];

beforeAll(async () => {
  product = await startTestProduct();
  ours = await product.makeWorkspace();
  theirs = await product.makeWorkspace();
  ourCookie = await product.signIn(ours.emails.viewer);
  theirCookie = await product.signIn(theirs.emails.owner);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});
afterAll(() => product.stop());

async function listen(headers: Record<string, string>): Promise<LiveSocket> {
  const socket = await openLive(product.origin, headers);
  open.push(socket);
  return socket;
}
const listenAs = (cookie: string) => listen({ cookie, origin: product.origin });

function hears(socket: LiveSocket, count: number): Promise<ResponseMessage[]> {
  return eventually(
    async () => socket.heard,
    ({ length }) => length >= count,
    SOON,
  );
}

describe('the live channel', () => {
  it('tells of a stored response within two seconds, as the list shows it', async () => {
    const socket = await listenAs(ourCookie);
    const body = response();
    expect((await ours.send('responses', body)).status).toBe(200);
    const [message] = await hears(socket, 1);
    const list = (await (await ours.api('/responses?limit=1')).json()) as { items: ResponseSummary[] };
    expect(message).toEqual({ type: 'response.created', response: list.items[0] });
    expect(message?.response.id).toBe(body.id);
  });

  it('ends when whoever listens signs out, and shows nobody’s visitor id', async () => {
    const cookie = await product.signIn(ours.emails.agent);
    const socket = await listenAs(cookie);
    const visitor = `visitor-${newId()}`;
    await ours.send('responses', response({ visitor }));
    expect(JSON.stringify(await hears(socket, 1))).not.toContain(visitor);
    await fetch(`${product.origin}/api/auth/sign-out`, { method: 'POST', headers: { cookie, origin: product.origin } });
    await eventually(
      async () => socket.isOpen(),
      (isOpen) => !isOpen,
      SOON,
    );
  });

  it('tells of a revision, and of a claim tied after its reply', async () => {
    const email = `${newId()}@ikon.example`;
    const made = await ours.api('/contacts', { method: 'POST', body: JSON.stringify({ name: 'Kim', email }) });
    expect(made.status).toBe(201);
    const socket = await listenAs(ourCookie);
    const body = response();
    await ours.send('responses', body);
    await ours.send('responses', {
      ...body,
      revision: 2,
      answers: [{ question: 'rating', value: 5 }],
      identity: { email },
    });
    const [created, revised, tied] = await hears(socket, 3);
    expect(created).toMatchObject({ type: 'response.created', response: { score: 2 } });
    expect(revised).toMatchObject({ type: 'response.updated', response: { score: 5, contact: null } });
    expect(tied).toMatchObject({ type: 'response.updated', response: { id: body.id, contact: { name: 'Kim' } } });
  });

  it('tells every open screen, and says nothing of what was refused or sent twice', async () => {
    const sockets = [await listenAs(ourCookie), await listenAs(ourCookie)];
    const body = response();
    await ours.send('responses', response({ survey: 'no-such' }));
    await ours.send('responses', body);
    await ours.send('responses', body);
    const last = response();
    await ours.send('responses', last);
    for (const socket of sockets) {
      const heard = await hears(socket, 2);
      expect(heard.map(({ response: { id } }) => id)).toEqual([body.id, last.id]);
    }
  });

  it('ignores what it is told', async () => {
    const socket = await listenAs(ourCookie);
    for (const text of ['hello', '{"type":"response.created"}', '\u0000', 'x'.repeat(100_000)]) socket.send(text);
    const body = response();
    await ours.send('responses', body);
    const heard = await hears(socket, 1);
    expect(heard.map(({ response: { id } }) => id)).toEqual([body.id]);
  });

  it('lets two workspaces hear only themselves', async () => {
    const [here, there] = [await listenAs(ourCookie), await listenAs(theirCookie)];
    const bodies = { here: response(), there: response() };
    await ours.send('responses', bodies.here);
    await theirs.send('responses', bodies.there);
    await ours.send('responses', { ...bodies.here, revision: 2 });
    await hears(here, 2);
    await hears(there, 1);
    expect(here.heard.map(({ response: { id } }) => id)).toEqual([bodies.here.id, bodies.here.id]);
    expect(there.heard.map(({ response: { id } }) => id)).toEqual([bodies.there.id]);
  });

  it('opens for an API key, which no browser sends by itself', async () => {
    const socket = await listen({ authorization: `Bearer ${ours.apiKey}` });
    await ours.send('responses', response());
    expect(await hears(socket, 1)).toHaveLength(1);
  });
});

describe('a live channel', () => {
  const refused: [string, number, () => Record<string, string>][] = [
    ['without a session', 401, () => ({ origin: product.origin })],
    ['with a made-up session', 401, () => ({ origin: product.origin, cookie: 'ts.session_token=a.b' })],
    ['with a wrong key', 401, () => ({ authorization: `Bearer ts_${'x'.repeat(32)}` })],
    ['from a foreign origin', 403, () => ({ cookie: ourCookie, origin: 'https://evil.example' })],
    ['from another port', 403, () => ({ cookie: ourCookie, origin: 'http://localhost:1' })],
    ['from an opaque origin', 403, () => ({ cookie: ourCookie, origin: 'null' })],
  ];
  for (const [what, status, headers] of refused) {
    it(`${what} is refused with ${status}`, async () => {
      const answer = await askForLive(product.origin, headers());
      expect(answer).toMatchObject({ status, type: 'application/problem+json' });
      expect(JSON.parse(answer.text)).toMatchObject({ status });
    });
  }

  it('with a session and from this origin opens', async () => {
    expect(await askForLive(product.origin, { cookie: ourCookie, origin: product.origin })).toMatchObject({
      status: 101,
    });
  });

  it('is not an address to read', async () => {
    const answer = await fetch(`${product.origin}/api/live`, { headers: { cookie: ourCookie } });
    expect(answer.status).toBe(400);
  });
});
