import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../contract/contact.ts';
import type { Erasure } from '../../contract/erasure.ts';
import type { Merge } from '../../contract/identity.ts';
import type { ImportRow } from '../../contract/imports.ts';
import type { Overview } from '../../contract/report.ts';
import type { ResponseDetail, ResponseSummary } from '../../contract/response.ts';
import { connectCrm } from '../support/connectCrm.ts';
import { crmDesk } from '../support/crmDesk.ts';
import { CrmServer } from '../support/crmServer/crmServer.ts';
import { eventually } from '../support/eventually.ts';
import { type Cells, everyCell, type Found } from '../support/everyCell.ts';
import { EVERY_TYPE } from '../support/everyType.ts';
import { doImport, planFile } from '../support/importFile.ts';
import { type KnownElsewhere, knownElsewhere } from '../support/knownElsewhere.ts';
import { type KnownPerson, knownPerson } from '../support/knownPerson.ts';
import { openLive } from '../support/liveSocket.ts';
import { expectProblem } from '../support/problem.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

let folder: string;
let product: TestProduct;
let shop: TestWorkspace;
let crm: { server: CrmServer; connection: string };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
  const server = await new CrmServer(3).start();
  product = await startTestProduct(folder, { OUTBOUND_ALLOW: server.host });
  shop = await product.makeWorkspace({ surveys: [SURVEY, EVERY_TYPE] });
  const { id } = await connectCrm(shop, server, 'hubspot', { writeBack: true });
  crm = { server, connection: id };
});
afterAll(async () => {
  await product.stop();
  crm.server.stop();
  await rm(folder, { recursive: true, force: true });
});

const post = (path: string, body: unknown) => shop.api(path, { method: 'POST', body: JSON.stringify(body) });
async function json<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const settled = await answer;
  expect(settled.status, await settled.clone().text()).toBe(status);
  return (await settled.json()) as T;
}
const erase = (person: KnownPerson, responses: 'anonymise' | 'delete') =>
  json<Erasure>(post(`/contacts/${person.id}/erase`, { responses, confirm: person.name }));
const listed = async (query = '') =>
  (await json<{ items: ResponseSummary[] }>(shop.api(`/responses?limit=200${query}`))).items;

/** An entry of the audit trail goes on naming the random id of what it was about: without it, the chain would not hold. */
const isSubject = ({ table, column, text }: Found) =>
  table === 'audit' && column === 'subject' && /^[\da-f]{8}-[\da-f-]{27}$/.test(text);

async function cells<T>(read: (cells: Cells) => T): Promise<T> {
  const found = await everyCell(folder);
  try {
    return read(found);
  } finally {
    await found.close();
  }
}
const traces = (person: KnownPerson) => cells(({ find }) => find(person.tells).filter((found) => !isSubject(found)));

/** Every table there is, and how it forgets. A new one has to be thought of here, or this fails. */
const TABLES = {
  'holds nothing of people': [
    'setting',
    'stage',
    'link_model',
    'connection',
    'sync_log',
    'tracked_message',
    'feedback_import',
    'feedback_known',
    'people_stage',
    'touchpoint',
    'survey',
    'survey_version',
    'survey_draft',
    'word',
    'migration',
    'tombstone',
    'erasure',
    'erased',
  ],
  'loses their rows': [
    'contact',
    'contact_dirty',
    'identifier',
    'decision',
    'unasked',
    'event',
    'consent',
    'job',
    'suggestion',
    'due_survey',
    'idempotency',
    'stitched',
    'match_left',
    'company',
    'company_identifier',
    'way_back',
  ],
  'is rewritten': [
    'response',
    'match',
    'display',
    'response_block',
    'display_block',
    'invitation',
    'audit',
    'merge',
    'import',
    'feedback_pack',
    'segment',
    'people_pack',
  ],
  'is indexed anew': ['contact_index'],
};

describe('erased means erased', () => {
  for (const mode of ['anonymise', 'delete'] as const) {
    it(`nowhere in any table is anything left that tells the person, with answers to ${mode}, not even after they came by again`, async () => {
      const desk = crmDesk(shop);
      await desk.resume(crm.connection);
      await desk.settled(crm.connection);
      const person = await knownPerson(shop);
      const elsewhere = await knownElsewhere(shop, product.origin, crm, person);
      person.tells.push(...elsewhere.tells);
      person.said.push(...elsewhere.said);
      const before = await cells(({ find }) => new Set(find(person.tells).map(({ text }) => text)));
      // Searched for in the same way, everything that tells them is there to be found.
      for (const text of person.tells) expect(before, text).toContain(text);
      const overview = await json<Overview>(shop.api('/reports/overview'));
      const certificate = await erase(person, mode);
      expect(certificate).toMatchObject({ responses: mode, proof: { holds: true }, lifted: null });
      for (const kind of [
        'contacts',
        'identifiers',
        'responses',
        'matches',
        'displays',
        'decisions',
        'invitations',
        'events',
        'consents',
        'merges',
        'suggestions',
        'imports',
        'connections',
        'segments',
        'search',
        'audit',
        'tombstones',
      ] as const) {
        expect(certificate.counts[kind], kind).toBeGreaterThan(0);
      }
      expect(await traces(person)).toEqual([]);
      // What stood in the customer system goes there too.
      await shop.object.runClock(Date.now() + 60_000);
      await eventually(
        async () => crm.server.hubspot.notesOf(elsewhere.hubspot),
        (notes) => notes.length === 0,
        30_000,
      );
      await comeBack(person);
      await comeBackFromElsewhere(person, elsewhere);
      expect(await traces(person)).toEqual([]);
      await desk.pause(crm.connection);
      expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true, auditVerifies: true });
      await expectProblem(await shop.api(`/contacts/${person.id}`), 404);
      for (const { id } of person.said) await expectProblem(await shop.api(`/responses/${id}`), 404);
      for (const text of person.tells) expect(JSON.stringify(certificate)).not.toContain(text);
      if (mode === 'anonymise') {
        const after = await json<Overview>(shop.api('/reports/overview'));
        expect(after.csat.n).toBeGreaterThanOrEqual(overview.csat.n);
      }
    });
  }

  it('every table there is says how it forgets', async () => {
    const known = Object.values(TABLES).flat();
    const found = await cells(({ tables }) => [...tables]);
    const objects = found.filter(
      (name) =>
        !/^(_cf_|_mf_|sqlite_|d1_|user$|session$|account$|verification$|organization$|member$|invitation$|site|published_survey|api_key)/.test(
          name,
        ),
    );
    expect(objects.filter((name) => !known.some((one) => name === one || name.startsWith(`${one}_`)))).toEqual([]);
  });

  it('an answer kept as nobody’s says so to agents, looks like any anonymous one to viewers, and can be tied to nobody', async () => {
    const person = await knownPerson(shop);
    const said = new Set((await listed()).map(({ id }) => id));
    expect((await listed()).filter(({ contact }) => contact?.id === person.id).map(({ trust }) => trust)).toContain(
      'verified',
    );
    await erase(person, 'anonymise');
    const kept = (await listed()).filter(({ id }) => !said.has(id));
    expect(kept.length).toBeGreaterThan(1);
    expect(new Set(kept.map(({ trust }) => trust))).toEqual(new Set(['anonymous']));
    const cookie = await product.signIn(shop.emails.viewer);
    const { id: other } = await json<Contact>(post('/contacts', { name: 'Somebody Else' }), 201);
    for (const { id } of kept) {
      const whole = await json<ResponseDetail>(shop.api(`/responses/${id}`));
      expect(whole).toMatchObject({ match: null, contact: null, trust: 'anonymous' });
      expect(whole.flags).toContain('anonymised');
      const seen = await json<ResponseDetail>(fetch(`${product.origin}/api/responses/${id}`, { headers: { cookie } }));
      expect(seen).toMatchObject({ match: null, contact: null, trust: 'anonymous', flags: [] });
      await expectProblem(
        await shop.api(`/responses/${id}/contact`, { method: 'PUT', body: JSON.stringify({ contact: other }) }),
        409,
      );
    }
    expect((await listed()).filter(({ contact }) => contact?.id === other).map(({ id }) => id)).not.toContain(
      kept[0]?.id,
    );
  });

  it('what was given stays in the figures as nobody’s, without a word of it', async () => {
    const person = await knownPerson(shop);
    const scores = (items: ResponseSummary[]) =>
      items.map(({ metric, score, startedAt }) => `${metric} ${score} ${startedAt.slice(0, 16)}`).toSorted();
    const before = scores(await listed());
    await erase(person, 'anonymise');
    const items = await listed();
    expect(scores(items)).toEqual(before);
    const choice = items.find(
      ({ survey, answers }) => survey === EVERY_TYPE.id && answers.some(({ value }) => value === 'other'),
    );
    expect(choice).toMatchObject({
      contact: null,
      visitor: null,
      comment: null,
      page: { url: 'https://shop.example', title: null, referrer: null },
    });
    expect(choice?.answers).toEqual([
      { question: 'gap', value: { expected: 5, experienced: 1 } },
      { question: 'emotion', value: 'other' },
      { question: 'single', value: 'other' },
      { question: 'multiple', value: ['price'] },
      { question: 'consent', value: true },
    ]);
    expect(await json<ResponseDetail>(shop.api(`/responses/${choice?.id}`))).toMatchObject({
      match: null,
      context: {},
    });
  });

  it('deleted answers are in no list and no figure', async () => {
    const before = await listed();
    const person = await knownPerson(shop);
    const bystanders = (items: ResponseSummary[]) =>
      items.filter(({ contact }) => contact?.name.startsWith('Bystander')).length;
    const others = bystanders(await listed());
    await erase(person, 'delete');
    const after = await listed();
    expect(bystanders(after)).toBe(others);
    expect(after).toHaveLength(before.length + 1);
  });

  it('nobody is found by letters of theirs, nor are the letters left in the index', async () => {
    const person = await knownPerson(shop);
    const own = [...'zyrafa', ...'x'].join('');
    expect(await cells(({ terms }) => terms('contact_index').size)).toBeGreaterThan(0);
    const text = person.phone.slice(-3);
    expect(await cells(({ terms }) => terms('contact_index').has(text))).toBe(true);
    await erase(person, 'delete');
    await shop.object.runClock(Date.now() + 5_000);
    expect(await cells(({ terms }) => terms('contact_index').has(text))).toBe(false);
    const { items } = await json<{ items: unknown[] }>(shop.api(`/contacts?q=${own}`));
    expect(items).toEqual([]);
  });

  it('a browser that others use too goes on being theirs', async () => {
    const visitor = `visitor-${newId()}`;
    const names = ['sharer-one', 'sharer-two'];
    const ids: string[] = [];
    for (const sub of names) {
      const body = response({ visitor, identity: { token: await shop.token({ sub, name: sub }) } });
      expect((await shop.send('responses', body)).status).toBe(200);
      ids.push(body.id);
    }
    const first = await json<ResponseDetail>(shop.api(`/responses/${ids[0]}`));
    await json<Erasure>(post(`/contacts/${first.contact?.id}/erase`, { responses: 'delete', confirm: 'sharer-one' }));
    const second = await json<ResponseDetail>(shop.api(`/responses/${ids[1]}`));
    expect(second).toMatchObject({ visitor, contact: { name: 'sharer-two' } });
  });

  it('open admins are told at once, by every id the person had; viewers hear that people changed, and no id', async () => {
    const sockets = [];
    for (const email of [shop.emails.agent, shop.emails.viewer]) {
      sockets.push(await openLive(product.origin, { cookie: await product.signIn(email), origin: product.origin }));
    }
    const [told, viewer] = sockets;
    if (!told || !viewer) throw new Error('both were opened');
    const person = await knownPerson(shop);
    const heardBefore = viewer.everything.length;
    await erase(person, 'delete');
    await eventually(
      async () => told.erased,
      (erased) => erased.includes(person.id),
    );
    await eventually(
      async () => viewer.everything.slice(heardBefore),
      (heard) => heard.length > 0,
    );
    expect(viewer.everything.slice(heardBefore)).toEqual(['{"type":"people.changed"}']);
    for (const socket of sockets) socket.close();
  });
});

describe('whoever reads identifiers masked', () => {
  const since = Math.floor(Date.now() / 1000) - 7_200;
  const typed = (email: string, phone: string) => ({
    survey: EVERY_TYPE.id,
    answers: [
      { question: 'gap', value: { expected: 3, experienced: 3 } },
      { question: 'email', value: email },
      { question: 'phone', value: phone },
    ],
  });
  const ways: [string, (email: string, phone: string, sub: string) => Promise<object> | object][] = [
    ['an address', (email) => ({ identity: { email, name: 'Zed' } })],
    ['a phone', (_, phone) => ({ identity: { phone } })],
    ['an id', (_, __, externalId) => ({ identity: { externalId } })],
    ['an address beside an id nobody has', (email) => ({ identity: { email, externalId: 'nobody-1' } })],
    ['what is typed', typed],
    [
      'a token that came late',
      async (email, _, sub) => ({
        identity: { token: await shop.token({ sub, email }, { issuedAt: since, expiresAt: since + 3_500 }) },
      }),
    ],
  ];

  it.each(ways)('cannot tell somebody erased from a stranger by claiming %s', async (_, say) => {
    const cookie = await product.signIn(shop.emails.viewer);
    const asViewer = async (path: string) =>
      json<ResponseDetail>(fetch(`${product.origin}/api${path}`, { headers: { cookie } }));
    const person = await knownPerson(shop);
    const strange = { email: `nobody${newId()}@strange.example`, phone: '+989360000011', sub: `strange-${newId()}` };
    const bodies = [
      response({ ...(await say(strange.email, strange.phone, strange.sub)) }),
      response({ ...(await say(person.email, person.phone, person.sub)) }),
    ];
    await erase(person, 'anonymise');
    const socket = await openLive(product.origin, { cookie, origin: product.origin });
    for (const body of bodies) {
      await shop.send('responses', body);
      await shop.object.runClock(Date.now() + 5_000);
      await shop.send('responses', { ...body, revision: 2 });
    }
    // Resolved after the reply.
    await eventually(
      async () => Promise.all(bodies.map(({ id }) => json<ResponseDetail>(shop.api(`/responses/${id}`)))),
      (stored) => stored.every(({ match }) => match?.state === 'unmatched'),
    );
    const whole = await json<ResponseDetail>(shop.api(`/responses/${bodies[1]?.id}`));
    expect(whole.flags).toContain('identity-dropped');
    expect(JSON.stringify(whole)).not.toMatch(/quixotl|77700|9127654/);
    const seen = await Promise.all(bodies.map(({ id }) => asViewer(`/responses/${id}`)));
    const [stranger, erased] = seen.map(({ id, startedAt, receivedAt, match, ...rest }) => ({
      ...rest,
      match: match && { ...match, at: Date.parse(match.at) === Date.parse(receivedAt) },
    }));
    expect(erased).toEqual(stranger);
    expect(stranger?.trust).toBe('claimed');
    const last = response();
    await shop.send('responses', last);
    await eventually(
      async () => socket.heard,
      (heard) => heard.some((message) => message.response.id === last.id),
    );
    const heardOf = (id?: string) =>
      socket.heard.filter((message) => message.response.id === id).map(({ type }) => type);
    expect(heardOf(bodies[1]?.id)).toEqual(heardOf(bodies[0]?.id));
    expect(socket.everything.filter((text) => text.includes(person.id))).toEqual([]);
    socket.close();
  });

  it('reads of a signed answer of somebody erased what any anonymous one shows', async () => {
    const cookie = await product.signIn(shop.emails.viewer);
    const person = await knownPerson(shop);
    await erase(person, 'delete');
    const bodies = [response(), response({ identity: { token: await person.token() } })];
    for (const body of bodies) await shop.send('responses', body);
    const seen = await Promise.all(
      bodies.map(({ id }) =>
        json<ResponseDetail>(fetch(`${product.origin}/api/responses/${id}`, { headers: { cookie } })),
      ),
    );
    const [stranger, erased] = seen.map(({ id, startedAt, receivedAt, ...rest }) => rest);
    expect(erased).toEqual(stranger);
    expect((await json<ResponseDetail>(shop.api(`/responses/${bodies[1]?.id}`))).flags).toEqual(['identity-dropped']);
  });

  it('finds no merge in any list that somebody erased took part in', async () => {
    const cookie = await product.signIn(shop.emails.viewer);
    const person = await knownPerson(shop);
    const all = async (headers: Record<string, string>) =>
      (await json<{ items: Merge[] }>(fetch(`${product.origin}/api/merges?limit=200`, { headers }))).items;
    const other = (await all({ cookie })).find(({ absorbed }) => absorbed.id === person.id)?.survivor.id;
    const journal = async () =>
      (
        await json<{ items: { kind: string }[] }>(
          fetch(`${product.origin}/api/contacts/${other}/journal?limit=50`, { headers: { cookie } }),
        )
      ).items.filter(({ kind }) => kind === 'merged' || kind === 'unmerged');
    expect(await journal()).toHaveLength(2);
    await erase(person, 'delete');
    expect(await journal()).toEqual([]);
    const shown = await all({ cookie });
    expect(shown.filter(({ survivor, absorbed }) => !survivor.id || !absorbed.id)).toEqual([]);
    const kept = await all({ authorization: `Bearer ${shop.apiKey}` });
    expect(kept.length).toBeGreaterThan(shown.length);
  });
});

/** Everything that could bring somebody back: each is answered like any other. */
async function comeBack(person: KnownPerson): Promise<void> {
  const { email, phone, sub, visitor, name } = person;
  const before = await json<{ total: number }>(shop.api('/contacts?limit=1'));
  const send = async (path: Parameters<TestWorkspace['send']>[0], body: unknown) => {
    const answer = await shop.send(path, body);
    expect(answer.status, path).toBe(200);
    return answer.text();
  };
  const [first] = person.said;
  if (!first) throw new Error('nothing was said');
  // A revision of what was erased, word by word, and taking it back.
  const again = { ...first, revision: 7, complete: true };
  expect(JSON.parse(await send('responses', again))).toEqual({ id: again.id, revision: 7 });
  await send('responses', { ...again, revision: 8, withdrawn: true, answers: [] });
  // New answers: signed, signed but late, claimed, typed, and from the browser alone.
  const now = Math.floor(Date.now() / 1000);
  const tokens = [
    await person.token(),
    await shop.token({ sub: newId(), email }),
    await shop.token({ sub, email }, { issuedAt: now - 7_200, expiresAt: now - 3_700 }),
  ];
  const ids = { signed: [] as string[], claimed: [] as string[] };
  const identities = [
    ...tokens.map((token) => ({ token })),
    { email },
    { phone },
    { externalId: sub },
    { email: 'x@ikon.example', externalId: sub },
  ];
  for (const [index, identity] of identities.entries()) {
    const body = response({ visitor, identity });
    await send('responses', body);
    ids[index < 2 ? 'signed' : 'claimed'].push(body.id);
  }
  const typed = response({
    survey: EVERY_TYPE.id,
    visitor,
    answers: [
      { question: 'gap', value: { expected: 3, experienced: 3 } },
      { question: 'email', value: email },
      { question: 'phone', value: phone },
    ],
  });
  await send('responses', typed);
  for (const token of tokens.slice(0, 2)) {
    const display = { id: newId(), survey: 'after-checkout', version: 1, visitor, identity: { token } };
    await send('displays', { ...display, outcome: 'shown' });
    await send('displays', { ...display, outcome: 'dismissed' });
    await send('identify', { visitor, identity: { token } });
    expect(JSON.parse(await send('decide', { candidates: ['after-checkout'], visitor, identity: { token } }))).toEqual({
      show: ['after-checkout'],
    });
  }
  for (const wanted of [{ name, email }, { phone }, { name, externalIds: [{ system: 'shop', value: sub }] }]) {
    const problem = await expectProblem(await post('/contacts', wanted), 409);
    expect(problem.type).toBe('urn:touchstone:problem:erased');
  }
  await expectProblem(
    await post('/invitations', { survey: 'after-checkout', site: shop.siteKey, kind: 'personal', contact: person.id }),
    422,
  );
  const history = await fetch(`${product.origin}/api/setup/history`, {
    method: 'POST',
    headers: { authorization: `Bearer ${product.setupToken}` },
    body: JSON.stringify({
      workspace: shop.id,
      site: shop.siteKey,
      contacts: [
        {
          id: person.id,
          name,
          company: null,
          attributes: {},
          source: 'import:test',
          identifiers: [],
          createdAt: 1,
          updatedAt: 1,
        },
        {
          id: newId(),
          name,
          company: null,
          attributes: {},
          source: 'import:test',
          identifiers: [{ kind: 'email', system: '', value: email, norm: email, source: 'import:test' }],
          createdAt: 1,
          updatedAt: 1,
        },
      ],
      responses: [],
      displays: [],
    }),
  });
  expect(await history.json()).toMatchObject({ contacts: 0 });
  await shop.object.runClock(Date.now() + 5_000);
  // Claims stay claims, as a stranger's would, without what was said.
  for (const [of, trusted] of [
    ['signed', 'anonymous'],
    ['claimed', 'claimed'],
  ] as const) {
    await eventually(
      async () => Promise.all(ids[of].map((id) => json<ResponseDetail>(shop.api(`/responses/${id}`)))),
      (stored) =>
        stored.every(
          ({ trust, contact, visitor: kept, flags }) =>
            trust === trusted && contact === null && kept === null && flags.includes('identity-dropped'),
        ),
    );
  }
  expect((await json<{ total: number }>(shop.api('/contacts?limit=1'))).total).toBe(before.total);
}

/** Everything else that could: nobody is made, and each says so to whom it may. */
async function comeBackFromElsewhere(person: KnownPerson, { file, track }: KnownElsewhere): Promise<void> {
  const { email, phone, sub, visitor, name } = person;
  const total = async () => (await json<{ total: number }>(shop.api('/contacts?limit=1'))).total;
  const before = await total();
  // A file is told which rows, and does not keep them.
  const planned = await planFile(shop, file);
  expect(planned.planned).toMatchObject({ create: 0, refuse: 1 });
  const refused = await json<{ items: ImportRow[] }>(shop.api(`/imports/${planned.id}/rows?verdict=refuse&limit=10`));
  expect(refused.items).toMatchObject([{ line: 2, why: 'erased', name: '', email: '' }]);
  expect(await doImport(shop, planned.id, 'run')).toMatchObject({ done: planned.planned, differs: false });
  // A customer system is read in full.
  const desk = crmDesk(shop);
  const { totals } = await desk.read(crm.connection);
  await desk.run(crm.connection, true);
  await eventually(
    () => desk.read(crm.connection),
    (read) => read.caughtUp && read.totals.refused > totals.refused,
    30_000,
  );
  // A site's server hears what it hears of anybody.
  const stranger = await (await track('identify', { userId: newId(), traits: {} })).text();
  const strangers = await total();
  const calls: [string, object][] = [
    ['identify', { userId: sub, anonymousId: visitor, traits: { email, name, phone } }],
    ['identify', { userId: newId(), traits: { email } }],
    ['identify', { anonymousId: visitor, traits: { email } }],
    ['track', { userId: sub, event: 'Order Completed', properties: {} }],
    ['track', { anonymousId: visitor, event: 'Order Completed', properties: {} }],
    ['group', { userId: sub, groupId: 'ikon', traits: { name: 'Ikon' } }],
    ['alias', { userId: sub, previousId: `was-${newId()}` }],
    ['page', { userId: sub, anonymousId: visitor, name: 'Home' }],
  ];
  for (const [type, body] of calls) {
    const answer = await track(type, { ...body, messageId: newId() });
    expect([answer.status, await answer.text()], type).toEqual([200, stranger]);
  }
  // Past feedback counts them as refused.
  const past = [{ id: newId(), person: { email, name }, survey_type: 'nps', score: 3, created_at: 1_700_000_000 }];
  const feedback = { name: 'past.json', file: Buffer.from(JSON.stringify(past)).toString('base64') };
  expect(await json(post('/feedback/plan', feedback))).toMatchObject({ counts: { create: 0, refuse: 1 } });
  expect(await json(post('/feedback', feedback), 201)).toMatchObject({ counts: { create: 0, refuse: 1 } });
  // So does the API.
  const headers = { 'idempotency-key': newId() };
  for (const wanted of [
    { email, name },
    { externalIds: [{ system: 'shop', value: sub }], name },
  ]) {
    const problem = await expectProblem(
      await shop.api('/contacts', { method: 'PUT', body: JSON.stringify(wanted), headers }),
      422,
    );
    expect(problem.type).toBe('urn:touchstone:problem:erased');
  }
  const batch = await shop.api('/contacts/batch', {
    method: 'POST',
    body: JSON.stringify({ contacts: [{ email, name }] }),
    headers,
  });
  expect(await batch.json()).toMatchObject({ items: [{ verdict: 'refuse', why: 'erased', id: null }] });
  expect(await total()).toBe(strangers);
  expect(strangers - before).toBeLessThanOrEqual(1);
}

describe('a tombstone', () => {
  it('is lifted by an owner alone, and then the person may come back as somebody new', async () => {
    const person = await knownPerson(shop);
    const { id } = await erase(person, 'delete');
    const as = async (role: 'admin' | 'owner') => ({
      cookie: await product.signIn(shop.emails[role]),
      origin: product.origin,
    });
    const lift = async (role: 'admin' | 'owner') =>
      fetch(`${product.origin}/api/erasures/${id}/lift`, { method: 'POST', headers: await as(role) });
    await expectProblem(await lift('admin'), 403);
    await expectProblem(await post('/contacts', { email: person.email }), 409);
    const lifted = await json<Erasure>(lift('owner'));
    expect(lifted).toMatchObject({ lifted: { by: 'The owner' }, proof: { holds: true } });
    const body = response({ identity: { token: await person.token() }, visitor: person.visitor });
    expect((await shop.send('responses', body)).status).toBe(200);
    const stored = await json<ResponseDetail>(shop.api(`/responses/${body.id}`));
    expect(stored).toMatchObject({ trust: 'verified', contact: { name: person.name } });
    expect(stored.contact?.id).not.toBe(person.id);
    const { items } = await json<{ items: { verb: string }[] }>(shop.api('/audit?limit=5'));
    expect(items.map(({ verb }) => verb)).toContain('erasure.lifted');
  });

  it('of a phone keeps nobody away who can prove another address', async () => {
    const person = await knownPerson(shop);
    await erase(person, 'delete');
    const kin = await json<Contact>(
      post('/contacts', { name: 'Kin', email: 'kin@quixotl.example', phone: person.phone }),
      201,
    );
    expect(kin.identifiers.map(({ kind }) => kind)).toEqual(['email']);
  });

  it('of another workspace keeps nobody away from ours', async () => {
    const person = await knownPerson(shop);
    await erase(person, 'delete');
    const elsewhere = await product.makeWorkspace();
    const made = await elsewhere.api('/contacts', { method: 'POST', body: JSON.stringify({ email: person.email }) });
    expect(made.status).toBe(201);
  });
});

describe('an erasure', () => {
  it('takes the name or the id repeated, and nothing else', async () => {
    const person = await knownPerson(shop);
    for (const confirm of ['Żyrafa', person.email, 'yes']) {
      await expectProblem(await post(`/contacts/${person.id}/erase`, { responses: 'delete', confirm }), 422);
    }
    await expectProblem(await post(`/contacts/${person.id}/erase`, { responses: 'delete' }), 400);
    expect((await shop.api(`/contacts/${person.id}`)).status).toBe(200);
  });

  it.each([
    ['علی‌رضا كاظمي', 'علی رضا کاظمی'],
    ['Zoë O’Hara', '  zoe  o’hara '],
  ])('takes the name %j as %j, as people type it', async (name, confirm) => {
    const { id } = await json<Contact>(post('/contacts', { name }), 201);
    await expectProblem(
      await post(`/contacts/${id}/erase`, { responses: 'delete', confirm: confirm.slice(0, -3) }),
      422,
    );
    await json<Erasure>(post(`/contacts/${id}/erase`, { responses: 'delete', confirm }));
  });

  it('has a certificate that would no longer hold had anything of it been changed', async () => {
    const person = await knownPerson(shop);
    const { id, proof, remains } = await erase(person, 'anonymise');
    const read = await json<Erasure>(shop.api(`/erasures/${id}`));
    expect(read.proof).toEqual(proof);
    const backups = remains.find(({ what }) => what === 'backups');
    expect(Date.parse(backups?.until ?? '') - Date.parse(read.at)).toBe(30 * 86_400_000);
    const { items } = await json<{ items: { id: string; subject: string; payload: string }[] }>(
      shop.api('/audit?limit=1'),
    );
    expect(items[0]).toMatchObject({ id: proof.entry, subject: `erasure:${id}` });
    expect(JSON.parse(items[0]?.payload ?? '')).toMatchObject({ certificate: proof.certificate });
  });

  it('is found in the audit trail by the id of whom it erased, which its own entry does not name', async () => {
    const person = await knownPerson(shop);
    const { id } = await erase(person, 'anonymise');
    for (const subject of [`contact:${person.id}`, person.id]) {
      const { items } = await json<{ items: { verb: string; subject: string; payload: string | null }[] }>(
        shop.api(`/audit?subject=${encodeURIComponent(subject)}`),
      );
      expect(items[0]).toMatchObject({ verb: 'contact.erased', subject: `erasure:${id}` });
      expect(JSON.stringify(items[0])).not.toContain(person.id);
      expect(items.slice(1).every((entry) => entry.subject === `contact:${person.id}`)).toBe(true);
    }
    const { items } = await json<{ items: unknown[] }>(shop.api(`/audit?subject=contact:${newId()}`));
    expect(items).toEqual([]);
  });
});
