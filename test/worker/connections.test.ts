import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTED_SYSTEMS, type ConnectedSystem } from '../../contract/connected.ts';
import { CONNECTORS } from '../../worker/connectors/connectors.ts';
import { connectCrm } from '../support/connectCrm.ts';
import { crmDesk } from '../support/crmDesk.ts';
import { type Asked, CrmServer, type Mischief } from '../support/crmServer/crmServer.ts';
import { eventually } from '../support/eventually.ts';
import { expectProblem } from '../support/problem.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

const PEOPLE = 1_200;
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

/** The second page of people, and later ones. */
const laterPage = ({ path, query }: Asked) =>
  (path === '/crm/v3/objects/contacts' && query.has('after')) || /\/query\/01g/.test(path);
const idOf = { hubspot: '1008', salesforce: '003RO000000000007A' };

describe.each(CONNECTED_SYSTEMS)('a connection to %s', (system) => {
  it('is paused until it is resumed, and says how it is', async () => {
    const made = await connectCrm(shop, server, system);
    expect(made).toMatchObject({ status: 'paused', mapping: CONNECTORS[system].mapping, lastRunAt: null });
    const before = server.asked.length;
    await shop.object.runClock(Date.now() + 60 * MINUTE);
    expect(server.asked.length).toBe(before);
    const test = await shop.api(`/connections/${made.id}/test`, { method: 'POST' });
    expect(await test.json()).toMatchObject({ ok: true, account: expect.stringMatching(/./) });
    const fields = (await (await shop.api(`/connections/${made.id}/fields`)).json()) as {
      contacts: { name: string }[];
    };
    expect(fields.contacts.length).toBeGreaterThan(5);
  });

  it('brings everybody at first, and afterwards only what changed', async () => {
    const { id } = await connectCrm(shop, server, system);
    await desk.resume(id);
    const first = await desk.settled(id);
    expect(first).toMatchObject({ status: 'active', fault: null, caughtUp: true });
    expect(first.totals.created).toBe(PEOPLE);
    expect(await desk.people()).toBe(PEOPLE);
    const external = { kind: 'external', system, value: idOf[system], source: `connector:${system}` };
    expect(await desk.person('person-7@customer.example')).toMatchObject({
      company: 'Ikon AG',
      identifiers: expect.arrayContaining([expect.objectContaining(external)]),
    });
    const now = Date.now() + 20 * MINUTE;
    await shop.object.runClock(now);
    const second = await desk.read(id);
    expect(second.counts).toMatchObject({ created: 0, updated: 0, refused: 0 });
    expect(second.counts.read).toBeLessThan(10);
    if (system === 'hubspot') server.hubspot.edit(idOf.hubspot, { jobtitle: 'Chef' }, now);
    else server.salesforce.edit(idOf.salesforce, { Title: 'Chef' }, now);
    await shop.object.runClock(now + 20 * MINUTE);
    expect((await desk.read(id)).counts).toMatchObject({ created: 0, updated: 1 });
    expect((await desk.person('person-7@customer.example')).attributes).toMatchObject({ title: 'Chef' });
    expect((await desk.log(id)).map(({ event }) => event)).toContain('run');
  });

  const mischiefs: [string, Mischief, string][] = [
    ['a limit', { kind: 'limit', retryAfter: 90 }, 'rate-limited'],
    ['a failure of theirs', { kind: 'error' }, 'their-error'],
    ['half a page', { kind: 'half' }, 'bad-answer'],
    ['a line cut in the middle', { kind: 'cut' }, 'unreachable'],
  ];
  it.each(mischiefs)('goes on after %s, with nobody lost and nobody twice', async (_, mischief, code) => {
    const { id } = await connectCrm(shop, server, system);
    server.misbehave(mischief, laterPage);
    const begun = Date.now();
    await desk.resume(id);
    const faulty = await desk.faulty(id);
    expect(faulty).toMatchObject({ status: 'active', fault: { code }, caughtUp: false });
    expect((await desk.log(id))[0]).toMatchObject({ event: 'fault', fault: { code } });
    const next = Date.parse(faulty.nextRunAt ?? '');
    expect(next).toBeGreaterThan(begun + 10_000);
    const asked = server.asked.length;
    // Not a moment before.
    await shop.object.runClock(next - 1_000);
    expect(server.asked.length).toBe(asked);
    if (mischief.kind === 'limit') expect(next - begun).toBeGreaterThanOrEqual(90_000);
    await shop.object.runClock(next);
    expect(await desk.read(id)).toMatchObject({ status: 'active', fault: null, caughtUp: true });
    expect((await desk.read(id)).totals.created).toBe(PEOPLE);
    expect(await desk.people()).toBe(PEOPLE);
  });

  it('stops at once when it is paused, and goes on from there', async () => {
    const { id } = await connectCrm(shop, server, system);
    let release = () => {};
    const until = new Promise<void>((done) => {
      release = done;
    });
    server.misbehave({ kind: 'slow', until }, laterPage);
    await desk.resume(id);
    await eventually(
      async () => server.asked.some(laterPage),
      (isAsked) => isAsked,
      30_000,
    );
    const { counts } = await desk.pause(id);
    const asked = server.asked.length;
    release();
    await shop.object.runClock(Date.now() + 60 * MINUTE);
    expect(server.asked.length).toBe(asked);
    expect(await desk.read(id)).toMatchObject({ status: 'paused', counts });
    expect(await desk.people()).toBe(counts.created);
    await expectProblem(await shop.api(`/connections/${id}/run`, { method: 'POST', body: '{}' }), 409);
    await desk.resume(id);
    await desk.settled(id);
    expect(await desk.people()).toBe(PEOPLE);
  });

  it('maps a field as it is told to, and reads everything again when asked', async () => {
    const field = system === 'hubspot' ? 'contract_end' : 'Contract_End__c';
    const { contacts, companies } = CONNECTORS[system].mapping;
    const { id } = await connectCrm(shop, server, system);
    await desk.resume(id);
    await desk.settled(id);
    expect((await desk.person('person-7@customer.example')).attributes).not.toHaveProperty('renewal');
    const renewal = { field, to: 'attribute', attribute: 'renewal' };
    await desk.edit(id, { mapping: { contacts: [...contacts, renewal], companies } });
    await desk.run(id, true);
    await eventually(
      () => desk.read(id),
      ({ caughtUp }) => caughtUp,
      60_000,
    );
    expect((await desk.person('person-7@customer.example')).attributes).toMatchObject({ renewal: '2027-03-31' });
    expect(await desk.people()).toBe(PEOPLE);
  });

  it('fails in plain words when its credentials are not taken any more, and heals with others', async () => {
    const { id } = await connectCrm(shop, server, system, { credentials: wrong(system) });
    await desk.resume(id);
    const failing = await desk.faulty(id);
    expect(failing).toMatchObject({ status: 'failing', fault: { code: 'unauthorised' } });
    const tried = await (await shop.api(`/connections/${id}/test`, { method: 'POST' })).json();
    expect(tried).toMatchObject({ ok: false, code: 'unauthorised' });
    await expectProblem(await shop.api(`/connections/${id}/fields`), 409);
    const { token, consumerKey, consumerSecret } = { ...server.hubspot, ...server.salesforce };
    const credentials = system === 'hubspot' ? { token } : { consumerKey, consumerSecret };
    await desk.edit(id, { credentials });
    expect(await desk.settled(id)).toMatchObject({ status: 'active', fault: null });
    expect(await desk.people()).toBe(PEOPLE);
  });

  it('is not made to an address of anybody else’s, where the credentials would go', async () => {
    const hosts = [
      'https://evil.example',
      'http://api.hubapi.com',
      'https://169.254.169.254',
      `https://${system}.com.evil.example`,
    ];
    for (const host of hosts) {
      const body = JSON.stringify({ system, host, credentials: wrong(system) });
      const problem = await expectProblem(await shop.api('/connections', { method: 'POST', body }), 422);
      expect(problem.errors).toMatchObject([{ pointer: '/host' }]);
    }
  });

  it.each([
    ['https://*.salesforce.com', 422],
    ['https://*.my.salesforce.com', 422],
    ['https://salesforce.com', 422],
    ['https://my.salesforce.com', 422],
    ['https://www.salesforce.com', 422],
    ['https://login.salesforce.com', 422],
    ['https://test.salesforce.com', 422],
    ['https://a.b.c.my.salesforce.com', 422],
    ['https://-a.my.salesforce.com', 422],
    ['https://acme.my.salesforce.com.evil.example', 422],
    ['https://acme.my.salesforce.com:8443', 422],
    ['http://acme.my.salesforce.com', 422],
    ['salesforce.com', 400],
    ['ftp://acme.my.salesforce.com', 400],
    ['https://a:b@acme.my.salesforce.com', 400],
    ['https://a@acme.my.salesforce.com', 400],
    ['https://acme.my.salesforce.com/services', 400],
    ['https://acme.my.salesforce.com/?', 400],
    ['https://acme.my.salesforce.com#x', 400],
    ['https://acme.my.salesforce.com', 201],
    ['https://ACME.my.salesforce.com:443/', 201],
    ['https://acme--uat.sandbox.my.salesforce.com', 201],
    ['https://acme-dev-ed.develop.my.salesforce.com', 201],
  ])('of Salesforce to %s is answered with %i', async (host, status) => {
    const body = JSON.stringify({ system: 'salesforce', host, credentials: wrong('salesforce') });
    const answer = await shop.api('/connections', { method: 'POST', body });
    if (status !== 201) {
      const problem = await expectProblem(answer, status);
      return expect(problem.errors).toMatchObject([{ pointer: '/host' }]);
    }
    const { id } = (await answer.json()) as { id: string };
    expect(answer.status).toBe(201);
    expect((await shop.api(`/connections/${id}`, { method: 'DELETE' })).status).toBe(204);
  });

  it('ends when it is removed; whom it brought stay', async () => {
    const { id } = await connectCrm(shop, server, system);
    await desk.resume(id);
    await desk.settled(id);
    expect((await shop.api(`/connections/${id}`, { method: 'DELETE' })).status).toBe(204);
    await expectProblem(await shop.api(`/connections/${id}`), 404);
    const asked = server.asked.length;
    await shop.object.runClock(Date.now() + 60 * MINUTE);
    expect(server.asked.length).toBe(asked);
    expect(await desk.people()).toBe(PEOPLE);
  });
});

function wrong(system: ConnectedSystem): Record<string, string> {
  return system === 'hubspot'
    ? { token: 'pat-not-theirs-at-all' }
    : { consumerKey: 'not-theirs-at-all', consumerSecret: 'not-theirs-at-all-either' };
}

describe('both systems', () => {
  it('know one person under two numbers, side by side', async () => {
    for (const system of CONNECTED_SYSTEMS) {
      const { id } = await connectCrm(shop, server, system);
      await desk.resume(id);
      await desk.settled(id);
    }
    const { identifiers } = await desk.person('person-7@customer.example');
    expect(identifiers.filter(({ kind }) => kind === 'external').map(({ system }) => system)).toEqual(
      expect.arrayContaining([...CONNECTED_SYSTEMS]),
    );
    // Whoever has no address is one person in each, until somebody says otherwise.
    expect(await desk.people()).toBe(PEOPLE + Math.ceil(PEOPLE / 17));
  });
});

describe('a record that was deleted there', () => {
  it('lets go of the person, who stays', async () => {
    const hubspot = await connectCrm(shop, server, 'hubspot');
    const salesforce = await connectCrm(shop, server, 'salesforce');
    for (const { id } of [hubspot, salesforce]) {
      await desk.resume(id);
      await desk.settled(id);
    }
    const later = Date.now() + 1_500 * MINUTE;
    server.hubspot.archive('1021');
    server.salesforce.remove('003RO000000000020A', later);
    await shop.object.runClock(later + MINUTE);
    const { identifiers, attributes } = await desk.person('person-20@customer.example');
    expect(identifiers.filter(({ kind }) => kind === 'external')).toEqual([]);
    expect(attributes).toMatchObject({
      'hubspot deleted': expect.any(String),
      'salesforce deleted': expect.any(String),
    });
    expect((await desk.read(salesforce.id)).counts.removed).toBe(1);
  });

  it('and merged into another is that person here too', async () => {
    const { id } = await connectCrm(shop, server, 'salesforce');
    const at = Date.now();
    const [kept, gone] = [
      server.salesforce.add({ Name: 'Ewa Mazur', Email: 'ewa@customer.example' }, at),
      server.salesforce.add({ Name: 'Ewa Mazur', Email: 'ewa.mazur@customer.example' }, at),
    ];
    await desk.resume(id);
    await desk.settled(id);
    const before = await desk.people();
    const later = Date.now() + 20 * MINUTE;
    server.salesforce.remove(gone, later, kept);
    await shop.object.runClock(later + MINUTE);
    expect(await desk.people()).toBe(before - 1);
    const ewa = await desk.person('Ewa Mazur');
    expect(ewa.identifiers.map(({ value }) => value)).toEqual(expect.arrayContaining([kept, gone]));
  });
});

describe('credentials', () => {
  it('are in no row, no answer, no audit and no file, and survive a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
    const secrets = { SECRET_KEY: Buffer.alloc(32, 7).toString('base64'), OUTBOUND_ALLOW: server.host };
    const kept = await startTestProduct(folder, secrets);
    const theirs = await kept.makeWorkspace();
    const made: string[] = [];
    for (const system of CONNECTED_SYSTEMS) {
      const connection = await connectCrm(theirs, server, system);
      made.push(connection.id);
      expect((await crmDesk(theirs).resume(connection.id)).status).toBe('active');
      await crmDesk(theirs).settled(connection.id);
    }
    const answers = await Promise.all(
      [
        '/connections',
        '/audit?limit=200',
        ...made.flatMap((id) => [`/connections/${id}`, `/connections/${id}/log`]),
      ].map(async (path) => (await theirs.api(path)).text()),
    );
    await kept.stop();
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    const bytes = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')));
    // What is searched for in this way is found: the address stands in clear.
    expect(bytes.some((text) => text.includes(server.origin))).toBe(true);
    for (const secret of [server.hubspot.token, server.salesforce.consumerSecret]) {
      for (const text of [...answers, ...bytes]) expect(text.includes(secret)).toBe(false);
    }
    const again = await startTestProduct(folder, secrets);
    try {
      const answer = await fetch(`${again.origin}/api/connections/${made[0]}/test`, {
        method: 'POST',
        headers: { authorization: `Bearer ${theirs.apiKey}` },
      });
      expect(await answer.json()).toMatchObject({ ok: true });
    } finally {
      await again.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('a pull', () => {
  it('that a restart interrupted goes on where it was, with nobody lost and nobody twice', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
    const secrets = { SECRET_KEY: Buffer.alloc(32, 9).toString('base64'), OUTBOUND_ALLOW: server.host };
    const before = await startTestProduct(folder, secrets);
    const theirs = await before.makeWorkspace();
    const { id } = await connectCrm(theirs, server, 'hubspot');
    server.misbehave(
      { kind: 'slow', until: new Promise(() => undefined) },
      ({ query }) => query.get('after') === '1400',
    );
    await crmDesk(theirs).resume(id);
    await eventually(
      () => crmDesk(theirs).read(id),
      ({ counts }) => counts.created === 400,
      30_000,
    );
    await before.stop();
    const after = await startTestProduct(folder, secrets);
    try {
      const namespace = await after.miniflare.getDurableObjectNamespace('WORKSPACE');
      const object = namespace.get(namespace.idFromName(theirs.id)) as unknown as TestWorkspace['object'];
      const asked = server.asked.length;
      // The lease of what was interrupted has run out.
      await object.runClock(Date.now() + 10 * MINUTE);
      const connection = (await object.connection(id)) as { totals: { created: number }; caughtUp: boolean };
      expect(connection).toMatchObject({ caughtUp: true, totals: { created: PEOPLE } });
      const begins = server.asked.slice(asked).find(({ path }) => path === '/crm/v3/objects/contacts');
      expect(begins?.query.get('after')).toBe('1400');
    } finally {
      await after.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
