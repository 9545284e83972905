import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ResponseBody } from '../../contract/collect.ts';
import { CONNECTED_SYSTEMS, type ConnectedSystem } from '../../contract/connected.ts';
import type { ResponseDetail } from '../../contract/response.ts';
import { connectCrm } from '../support/connectCrm.ts';
import { crmDesk } from '../support/crmDesk.ts';
import { type Asked, CrmServer, type Mischief } from '../support/crmServer/crmServer.ts';
import { eventually } from '../support/eventually.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

const PEOPLE = 40;
const MINUTE = 60_000;

let server: CrmServer;
let product: TestProduct;
let shop: TestWorkspace;
let desk: ReturnType<typeof crmDesk>;

beforeAll(async () => {
  server = await new CrmServer(PEOPLE).start();
  product = await startTestProduct(null, { OUTBOUND_ALLOW: server.host });
});
afterAll(async () => {
  await product.stop();
  server.stop();
});
beforeEach(async () => {
  server.reset();
  shop = await product.makeWorkspace();
  desk = crmDesk(shop);
});
afterEach(() => {
  expect([...server.hubspot.complaints, ...server.salesforce.complaints]).toEqual([]);
});

const EMAIL = 'person-7@customer.example';
const ids = { hubspot: ['1008', '1010'], salesforce: ['003RO000000000007A', '003RO000000000009A'] } as const;
const isWrite = { hubspot: /^\/crm\/v3\/objects\/notes$/, salesforce: /sobjects\/Task$/ };
const writes = (system: ConnectedSystem) => (asked: Asked) =>
  asked.method === 'POST' && isWrite[system].test(asked.path);

/** What stands on a contact there, as text. */
function standing(system: ConnectedSystem, contact?: string): string[] {
  return system === 'hubspot'
    ? server.hubspot.notesOf(contact).map(({ body }) => body)
    : server.salesforce.tasksOf(contact).map(({ Subject, Description }) => `${Subject}\n${Description}`);
}

async function connected(system: ConnectedSystem): Promise<string> {
  const { id } = await connectCrm(shop, server, system);
  await desk.resume(id);
  await desk.settled(id);
  return id;
}

/** Answers as somebody who is signed in. */
async function answer(over: Partial<ResponseBody> = {}, email = EMAIL): Promise<ResponseBody> {
  const token = await shop.token({ sub: `sub-${email}`, email });
  const body = response({
    answers: [
      { question: 'rating', value: 2 },
      { question: 'why', value: 'It came <too> late' },
    ],
    complete: true,
    identity: { token },
    ...over,
  });
  expect((await shop.send('responses', body)).status).toBe(200);
  return body;
}

describe.each(CONNECTED_SYSTEMS)('the way back to %s', (system) => {
  const [contact, other] = ids[system];
  /** What is due at once may be on its way already, by the object's own alarm. */
  const stand = (count: number, whose?: string) =>
    eventually(
      async () => standing(system, whose),
      (texts) => texts.length === count,
    );

  it('puts a complete response onto its contact, once, with what was said and how sure we are', async () => {
    const id = await connected(system);
    await answer();
    await shop.object.runClock(Date.now() + MINUTE);
    await shop.object.runClock(Date.now() + 90 * MINUTE);
    expect(standing(system)).toHaveLength(1);
    const [text] = standing(system, contact);
    expect(text).toContain('After checkout: 2 of 5');
    expect(text).toContain(system === 'hubspot' ? 'It came &lt;too&gt; late' : 'It came <too> late');
    expect(text).toContain('Verified');
    expect((await desk.read(id)).wayBack).toEqual({ waiting: 0, sent: 1, failed: 0, unknown: 0 });
    expect(await desk.log(id)).toContainEqual(expect.objectContaining({ event: 'way-back', written: 1 }));
  });

  it('takes what is not complete as it is after half an hour without a change', async () => {
    const id = await connected(system);
    await answer({ complete: false });
    await shop.object.runClock(Date.now() + 25 * MINUTE);
    expect(standing(system)).toEqual([]);
    expect((await desk.read(id)).wayBack.waiting).toBe(1);
    await shop.object.runClock(Date.now() + 31 * MINUTE);
    expect(standing(system, contact)).toHaveLength(1);
  });

  it('writes a later revision over what stands there', async () => {
    await connected(system);
    const body = await answer();
    await shop.object.runClock(Date.now() + MINUTE);
    const revised = { ...body, revision: 2, answers: [{ question: 'rating', value: 5 }] };
    expect((await shop.send('responses', revised)).status).toBe(200);
    await shop.object.runClock(Date.now() + MINUTE);
    expect(standing(system)).toHaveLength(1);
    expect(standing(system)[0]).toContain('5 of 5');
    expect(standing(system)[0]).not.toContain('late');
  });

  it('takes away what its visitor has taken back', async () => {
    const id = await connected(system);
    const body = await answer();
    await shop.object.runClock(Date.now() + MINUTE);
    expect((await shop.send('responses', { ...body, revision: 2, answers: [], withdrawn: true })).status).toBe(200);
    await shop.object.runClock(Date.now() + MINUTE);
    await stand(0);
    await eventually(
      () => desk.log(id),
      ([last]) => last?.written === 1 && last.takenBack === 1,
    );
  });

  it('never sends what was taken back before it went', async () => {
    await connected(system);
    const body = await answer({ complete: false });
    await shop.send('responses', { ...body, revision: 2, answers: [], withdrawn: true });
    await shop.object.runClock(Date.now() + 60 * MINUTE);
    expect(server.asked.filter(writes(system))).toEqual([]);
  });

  it('moves with the response when it turns out to be somebody else’s', async () => {
    await connected(system);
    const { id } = await answer();
    await shop.object.runClock(Date.now() + MINUTE);
    const right = await desk.person('person-9@customer.example');
    await shop.api(`/responses/${id}/contact`, { method: 'PUT', body: JSON.stringify({ contact: right.id }) });
    await shop.object.runClock(Date.now() + MINUTE);
    await stand(0, contact);
    await stand(1, other);
    await shop.api(`/responses/${id}/contact`, { method: 'PUT', body: JSON.stringify({ contact: null }) });
    await shop.object.runClock(Date.now() + MINUTE);
    await stand(0);
  });

  it('waits for somebody whom the system does not know yet', async () => {
    const id = await connected(system);
    await answer({}, 'newcomer@customer.example');
    await shop.object.runClock(Date.now() + MINUTE);
    expect((await desk.read(id)).wayBack).toMatchObject({ unknown: 1, sent: 0 });
    const later = Date.now() + 20 * MINUTE;
    const made =
      system === 'hubspot'
        ? server.hubspot.add({ email: 'newcomer@customer.example' }, later)
        : server.salesforce.add({ Name: 'Newcomer', Email: 'newcomer@customer.example' }, later);
    await shop.object.runClock(later + MINUTE);
    await shop.object.runClock(later + 3 * MINUTE);
    await stand(1, made);
  });

  it('follows a merge to whom the system knows', async () => {
    await connected(system);
    const { id } = await answer({}, 'private@home.example');
    const mine = (await (await shop.api(`/responses/${id}`)).json()) as ResponseDetail;
    const theirs = await desk.person(EMAIL);
    const merged = await shop.api(`/contacts/${theirs.id}/merge`, {
      method: 'POST',
      body: JSON.stringify({ absorb: mine.contact?.id }),
    });
    expect(merged.status).toBe(200);
    await shop.object.runClock(Date.now() + MINUTE);
    await stand(1, contact);
  });

  it('sends neither tests nor what nobody is known to have said', async () => {
    await connected(system);
    await answer({ test: true });
    expect((await shop.send('responses', response({ complete: true }))).status).toBe(200);
    await shop.object.runClock(Date.now() + 60 * MINUTE);
    expect(server.asked.filter(writes(system))).toEqual([]);
  });

  const mischiefs: [string, Mischief][] = [
    ['what was written is not acknowledged', { kind: 'lost' }],
    ['the acknowledgement is cut off', { kind: 'cut' }],
    ['half of the acknowledgement comes', { kind: 'half' }],
    ['they fail', { kind: 'error' }],
    ['they ask for patience', { kind: 'limit', retryAfter: 30 }],
    ['the session has expired', { kind: 'expired' }],
  ];
  it.each(mischiefs)('stands there once when %s', async (_, mischief) => {
    const id = await connected(system);
    server.misbehave(mischief, writes(system));
    await answer();
    await shop.object.runClock(Date.now() + 10_000);
    const expected = { waiting: 0, sent: 1, failed: 0, unknown: 0 };
    for (const minutes of [5, 70, 140]) await shop.object.runClock(Date.now() + minutes * MINUTE);
    expect(standing(system)).toHaveLength(1);
    expect((await desk.read(id)).wayBack).toEqual(expected);
  });

  it('goes no further with what they refuse for good, until somebody asks', async () => {
    const id = await connected(system);
    const body = await answer();
    // Gone there since the last time anybody looked.
    if (system === 'hubspot') server.hubspot.archive(contact);
    else server.salesforce.remove(contact, Date.now() - 60 * 24 * 60 * MINUTE);
    await shop.object.runClock(Date.now() + 10_000);
    expect((await desk.read(id)).wayBack).toEqual({ waiting: 0, sent: 0, failed: 1, unknown: 0 });
    const asked = server.asked.length;
    await shop.object.runClock(Date.now() + 12_000);
    expect(server.asked.length).toBe(asked);
    expect(body.complete).toBe(true);
  });

  it('sends nothing while paused, and everything afterwards', async () => {
    const id = await connected(system);
    await desk.pause(id);
    await answer();
    await answer({}, 'person-9@customer.example');
    await shop.object.runClock(Date.now() + 90 * MINUTE);
    expect(standing(system)).toEqual([]);
    await desk.resume(id);
    await shop.object.runClock(Date.now() + 90 * MINUTE);
    await stand(1, contact);
    await stand(1, other);
  });

  it('takes an erased person’s words away there too, and keeps no number of theirs', async () => {
    const id = await connected(system);
    await answer();
    await shop.object.runClock(Date.now() + MINUTE);
    const person = await desk.person(EMAIL);
    const erased = await shop.api(`/contacts/${person.id}/erase`, {
      method: 'POST',
      body: JSON.stringify({ responses: 'anonymise', confirm: person.id }),
    });
    expect(await erased.json()).toMatchObject({ counts: { connections: 1 } });
    await shop.object.runClock(Date.now() + MINUTE);
    await stand(0);
    // Nor does the next full look bring them back.
    await desk.run(id, true);
    await eventually(
      () => desk.read(id),
      ({ caughtUp, totals }) => caughtUp && totals.refused > 0,
    );
    expect(await desk.people()).toBe(PEOPLE - 1);
  });
});

describe('a response on its way', () => {
  it.each(CONNECTED_SYSTEMS)('to %s when everything stops stands there once afterwards', async (system) => {
    const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
    const secrets = { SECRET_KEY: Buffer.alloc(32, 5).toString('base64'), OUTBOUND_ALLOW: server.host };
    const before = await startTestProduct(folder, secrets);
    shop = await before.makeWorkspace();
    desk = crmDesk(shop);
    const id = await connected(system);
    // It is done there, but the answer never comes.
    let release = () => {};
    const until = new Promise<void>((done) => {
      release = done;
    });
    server.misbehave({ kind: 'slow', until }, writes(system));
    await answer();
    void shop.object.runClock(Date.now() + 10_000).catch(() => undefined);
    await eventually(
      async () => server.asked.some(writes(system)),
      (isAsked) => isAsked,
      20_000,
    );
    await before.stop();
    release();
    await eventually(
      async () => standing(system).length,
      (written) => written === 1,
    );
    const after = await startTestProduct(folder, secrets);
    try {
      const namespace = await after.miniflare.getDurableObjectNamespace('WORKSPACE');
      const object = namespace.get(namespace.idFromName(shop.id)) as unknown as TestWorkspace['object'];
      await object.runClock(Date.now() + 30 * MINUTE);
      await object.runClock(Date.now() + 90 * MINUTE);
      expect(standing(system)).toHaveLength(1);
      expect(server.asked.filter(writes(system))).toHaveLength(1);
      const { wayBack } = (await object.connection(id)) as { wayBack: { sent: number } };
      expect(wayBack.sent).toBe(1);
    } finally {
      await after.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('without a connection', () => {
  it('a response costs not a row more', async () => {
    const cost = async (): Promise<number> => {
      const token = await shop.token({ sub: 'sub-cost' });
      const before = await shop.object.meter();
      await shop.send('responses', response({ id: newId(), identity: { token } }));
      return (await shop.object.meterAtLastReply()).written - before.written;
    };
    await cost();
    const without = await cost();
    const { id } = await connectCrm(shop, server, 'hubspot');
    const withOne = await cost();
    expect(withOne - without).toBeLessThanOrEqual(5);
    expect(withOne).toBeGreaterThan(without);
    await shop.api(`/connections/${id}`, { method: 'DELETE' });
    expect(await cost()).toBe(without);
  });
});
