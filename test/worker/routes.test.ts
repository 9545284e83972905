import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../contract/contact.ts';
import { RETAINED_KINDS } from '../../contract/retained.ts';
import { ROLES, type Role } from '../../contract/role.ts';
import { connectCrm } from '../support/connectCrm.ts';
import { CrmServer } from '../support/crmServer/crmServer.ts';
import { contact, invite } from '../support/hostedPage.ts';
import { type OpenApiDocument, type Operation, operationsOf, refsIn, resolveRef } from '../support/openapi.ts';
import { expectProblem } from '../support/problem.ts';
import { SURVEY, startTestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

/** Ids of one workspace, one for each kind a path may name. */
interface Ids {
  feedback: string;
  responses: string;
  contacts: string;
  companies: string;
  segments: string;
  surveys: string;
  sites: string;
  invitations: string;
  erasures: string;
  imports: string;
  merges: string;
  suggestions: string;
  connections: string;
  keys: string;
}

const ELSEWHERE = 'only-theirs';

// Started while the tests are collected: the table is made from what the product itself says it has.
const crm = await new CrmServer(5).start();
const product = await startTestProduct(null, { OUTBOUND_ALLOW: crm.host });
const document = (await (await fetch(`${product.origin}/api/openapi.json`)).json()) as OpenApiDocument;
const operations = operationsOf(document);
const server = document.servers[0]?.url ?? '';

let ours: TestWorkspace;
let theirs: TestWorkspace;
let theirIds: Ids;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  ours = await product.makeWorkspace();
  theirs = await product.makeWorkspace({ surveys: [{ ...SURVEY, id: ELSEWHERE }] });
  theirIds = { ...(await idsOf(theirs, ELSEWHERE, Object.keys(DEAR))), segments: await segmentIn(theirs) };
  for (const role of ROLES) cookies.set(role, await product.signIn(ours.emails[role]));
});
afterAll(async () => {
  await product.stop();
  crm.stop();
});

/** What is dear to make, by the resource whose operations are about it. */
const DEAR: Record<string, (shop: TestWorkspace, survey: string) => Promise<Partial<Ids>>> = {
  erasures: async (shop) => ({ erasures: await erasureIn(shop) }),
  imports: async (shop) => ({ imports: await importFor({ method: 'GET', path: '' }, shop) }),
  merges: decisionsOf,
  suggestions: decisionsOf,
  connections: async (shop) => ({ connections: await connectionOf(shop) }),
  feedback: async (shop) => ({ feedback: await feedbackIn(shop) }),
  keys: async (shop) => ({ keys: await apiKeyIn(shop) }),
};

/** Fresh ids: a response tied to a contact of its own, so that it can be read, undone and deleted, and what is asked for. */
async function idsOf(shop: TestWorkspace, survey: string, dear: readonly string[] = []): Promise<Ids> {
  const body = response({ survey, identity: { token: await shop.token({ sub: newId() }) } });
  expect((await shop.send('responses', body)).status).toBe(200);
  const stored = (await (await shop.api(`/responses/${body.id}`)).json()) as { contact: { id: string } };
  const invitation = await invite(shop, { survey, kind: 'place' });
  const ids = {
    responses: body.id,
    contacts: stored.contact.id,
    surveys: survey,
    sites: shop.siteKey,
    invitations: invitation.id,
    // Made for the operations that are about one.
    segments: 'none',
    companies: '999999999',
    erasures: 'none',
    imports: 'none',
    merges: 'none',
    suggestions: 'none',
    connections: 'none',
    feedback: 'none',
    keys: 'none',
  };
  for (const resource of dear) Object.assign(ids, await DEAR[resource]?.(shop, survey));
  return ids;
}

const PAST = { id: 'd1', person: null, survey_type: 'nps', score: 9, created_at: 1_700_000_000 };
const PAST_FILE = { name: 'past.json', file: Buffer.from(JSON.stringify([PAST])).toString('base64') };

/** Past feedback brought in. */
async function feedbackIn(shop: TestWorkspace): Promise<string> {
  const made = await shop.api('/feedback', { method: 'POST', body: JSON.stringify(PAST_FILE) });
  expect(made.status).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

/** A key for a program. */
async function apiKeyIn(shop: TestWorkspace): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: product.origin };
  const made = await fetch(`${product.origin}/api/keys`, {
    method: 'POST',
    headers: { ...headers, cookie: await product.signIn(shop.emails.owner) },
    body: JSON.stringify({ name: 'Nightly', role: 'agent' }),
  });
  expect(made.status).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

/** A connection that runs. */
async function connectionOf(shop: TestWorkspace): Promise<string> {
  const { id } = await connectCrm(shop, crm, 'hubspot');
  expect((await shop.api(`/connections/${id}/resume`, { method: 'POST' })).status).toBe(200);
  return id;
}

/** Erases somebody made for it. */
async function erasureIn(shop: TestWorkspace): Promise<string> {
  const id = await contact(shop, 'Short Stay');
  const body = JSON.stringify({ responses: 'delete', confirm: id });
  const erased = await shop.api(`/contacts/${id}/erase`, { method: 'POST', body });
  expect(erased.status).toBe(200);
  return ((await erased.json()) as { id: string }).id;
}

/** Two people made one, and two who may be one; one of these is rejected, so that it can be taken back. */
async function decisionsOf(shop: TestWorkspace, survey: string): Promise<Pick<Ids, 'merges' | 'suggestions'>> {
  const person = async (contact: object) => {
    const made = await shop.api('/contacts', { method: 'POST', body: JSON.stringify(contact) });
    return ((await made.json()) as { id: string }).id;
  };
  const [survivor, absorb] = [await person({ name: 'Stays' }), await person({ name: 'Goes' })];
  const merged = await shop.api(`/contacts/${survivor}/merge`, { method: 'POST', body: JSON.stringify({ absorb }) });
  const { merge } = (await merged.json()) as { merge: string };
  const [sub, email] = [newId(), `${newId()}@ikon.example`];
  await person({ name: 'By sub', externalIds: [{ system: 'shop', value: sub }] });
  await person({ name: 'By email', email });
  await shop.send('responses', response({ survey, identity: { token: await shop.token({ sub, email }) } }));
  const open = (await (await shop.api('/suggestions')).json()) as { items: { id: string; at: string }[] };
  const latest = open.items.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]?.id ?? '';
  return { merges: merge, suggestions: latest };
}

const RULE = { match: 'all', of: [{ by: 'never', is: false }] };

async function segmentIn(shop: TestWorkspace): Promise<string> {
  const made = await shop.api('/segments', { method: 'POST', body: JSON.stringify({ name: 'Some', rule: RULE }) });
  expect(made.status).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

async function companyIn(shop: TestWorkspace): Promise<string> {
  const body = JSON.stringify({ name: 'Employed', company: 'Mizito' });
  expect((await shop.api('/contacts', { method: 'POST', body })).status).toBe(201);
  const { items } = (await (await shop.api('/companies')).json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

/** A survey that an operation may be done to: a draft of its own, published and more where it takes that. */
async function surveyFor({ method, path }: Operation, shop: TestWorkspace): Promise<string> {
  const name = `${method} ${path}`;
  const post = async (below: string, body?: unknown) => {
    const answer = await shop.api(`/surveys${below}`, {
      method: 'POST',
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(answer.status, below).toBeLessThan(300);
    return (await answer.json()) as { id: string };
  };
  const { id } = await post('', { name, template: 'after-purchase' });
  if (/(GET .*|\/(pause|resume|archive|restore)|DELETE .*\/draft)$/.test(name)) await post(`/${id}/publish`);
  if (name.endsWith('/resume')) await post(`/${id}/pause`);
  if (name.endsWith('/restore')) await post(`/${id}/archive`);
  return id;
}

const FILE = 'name,email\nAda Park,ada.park@ikon.example\n';
const fileItself = () => FILE;

/** A file brought in; planned, run or stopped, as an operation wants it. */
async function importFor({ method, path }: Pick<Operation, 'method' | 'path'>, shop: TestWorkspace): Promise<string> {
  const made = await shop.api('/imports?name=people.csv', { method: 'POST', body: FILE });
  const { id } = (await made.json()) as { id: string };
  await shop.object.runClock(Date.now());
  if (method === 'POST' && path.endsWith('/undo')) {
    await shop.api(`/imports/${id}/run`, { method: 'POST' });
    await shop.object.runClock(Date.now());
  }
  return id;
}

const KEEP_ALL = Object.fromEntries(RETAINED_KINDS.map((kind) => [kind, null]));

/** What to send, for every route that takes a body. A new one has to be added here, or its test fails. */
const BODIES: Record<string, (ids: Ids) => unknown> = {
  'PUT /responses/{id}/contact': ({ contacts }) => ({ contact: contacts }),
  'POST /contacts': () => ({ name: 'New', email: `${newId()}@ikon.example` }),
  'PATCH /contacts/{id}': () => ({ name: 'Renamed' }),
  'POST /contacts/{id}/identifiers': () => ({ kind: 'email', value: `${newId()}@ikon.example` }),
  'POST /contacts/{id}/identifiers/resting': () => ({ kind: 'email', value: `${newId()}@ikon.example` }),
  'DELETE /contacts/{id}/identifiers': async ({ contacts }) => {
    const answer = await ours.api(`/contacts/${contacts}`);
    const sub = answer.ok ? ((await answer.json()) as Contact).identifiers[0]?.value : undefined;
    return { kind: 'external', system: 'shop', value: sub ?? 'of-nobody' };
  },
  'POST /contacts/{id}/consents': () => ({ purpose: 'email', state: 'given' }),
  'PUT /retention': () => KEEP_ALL,
  'POST /retention/preview': () => KEEP_ALL,
  'POST /contacts/{id}/erase': ({ contacts }) => ({ responses: 'anonymise', confirm: contacts }),
  'POST /contacts/{id}/merge': async () => ({ absorb: (await idsOf(ours, SURVEY.id)).contacts }),
  'POST /suggestions/{id}/accept': () => ({}),
  'POST /surveys': () => ({ name: 'New' }),
  'PUT /surveys/{id}/draft': async ({ surveys }) => {
    const draft = await ours.api(`/surveys/${surveys}/draft`);
    const { id, ...definition } = SURVEY;
    return draft.ok ? draft.json() : { definition, base: 1, updatedAt: new Date().toISOString() };
  },
  'POST /invitations': ({ contacts, surveys, sites }) => ({
    survey: surveys,
    site: sites,
    kind: 'personal',
    contact: contacts,
  }),
  'POST /sites': () => ({ name: 'Second', origins: ['https://second.example'], idSystem: 'shop' }),
  'PATCH /sites/{key}': () => ({ name: 'Renamed' }),
  'POST /sites/{key}/check': () => ({ url: 'http://127.0.0.1/' }),
  'POST /segments': () => ({ name: 'New', rule: RULE }),
  'POST /segments/preview': () => ({ rule: RULE }),
  'PATCH /segments/{id}': () => ({ name: 'Renamed' }),
  'POST /keys': () => ({ name: 'Nightly', role: 'agent' }),
  'POST /connections': () => ({ system: 'hubspot', credentials: { token: 'pat-na1-made-up-token' } }),
  'PATCH /connections/{id}': () => ({ name: 'Renamed' }),
  'POST /connections/{id}/run': () => ({ full: true }),
  'PUT /contacts': () => ({ name: 'Upserted', email: `${newId()}@ikon.example` }),
  'POST /contacts/batch': () => ({ contacts: [{ name: 'One of many', email: `${newId()}@ikon.example` }] }),
  'POST /contacts/import': fileItself,
  'POST /imports': fileItself,
  'PATCH /imports/{id}': () => ({ conflict: 'keep' }),
  'POST /feedback': () => PAST_FILE,
  'POST /feedback/plan': () => PAST_FILE,
  'PATCH /settings': () => ({ calendar: 'persian' }),
};

async function call(
  { method, path, takesBody }: Operation,
  ids: Ids,
  headers: Record<string, string>,
): Promise<Response> {
  const resource = path.split('/')[1];
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'n') return '1';
    const id = Object.entries(ids).find(([kind]) => kind === resource)?.[1];
    if (!id) throw new Error(`no id is known for ${path}`);
    return id;
  });
  const make = BODIES[`${method} ${path}`];
  if (takesBody && !make) throw new Error(`no body is known for ${method} ${path}`);
  return fetch(`${product.origin}${server}${filled}`, {
    method,
    headers: { ...(make ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(make ? { body: bodyOf(await make(ids)) } : {}),
  });
}

/** Files are sent as they are. */
function bodyOf(made: unknown): string {
  return made === FILE ? FILE : JSON.stringify(made);
}

/** Headers as the admin's own page would send them for a member. */
function as(role: Role): Record<string, string> {
  return { cookie: cookies.get(role) ?? '', origin: product.origin };
}

describe.each(operations.map((operation) => ({ name: `${operation.method} ${operation.path}`, ...operation })))(
  '$name',
  (operation) => {
    const { method, path, leastRole, statuses, takesBody } = operation;
    const least = leastRole ?? 'owner';
    /** Answers that are no error. A WebSocket needs more than a plain request, which is told so. */
    const good = statuses.includes(101) ? [400] : statuses.filter((status) => status >= 200 && status < 300);

    it('names the least role it takes', () => {
      expect(leastRole).toBeDefined();
    });

    it('is closed without a session, with a wrong key and with a made-up cookie', async () => {
      await expectProblem(await call(operation, theirIds, {}), 401);
      for (const authorization of [`Bearer ts_${'x'.repeat(32)}`, 'Bearer', 'Basic YTpi', '']) {
        await expectProblem(await call(operation, theirIds, { authorization }), 401);
      }
      const cookie = 'ts.session_token=made-up.made-up';
      await expectProblem(await call(operation, theirIds, { cookie, origin: product.origin }), 401);
    });

    it('refuses every role below the least, and not the least', async () => {
      const ids = await idsOf(ours, SURVEY.id, path.split('/').slice(1, 2));
      if (path.startsWith('/surveys/{')) ids.surveys = await surveyFor(operation, ours);
      if (path.startsWith('/imports/{')) ids.imports = await importFor(operation, ours);
      if (path.startsWith('/segments/{')) ids.segments = await segmentIn(ours);
      if (path.startsWith('/companies/{')) ids.companies = await companyIn(ours);
      if (path === '/suggestions/{id}/undo')
        await ours.api(`/suggestions/${ids.suggestions}/reject`, { method: 'POST' });
      for (const role of ROLES.slice(0, ROLES.indexOf(least))) {
        const problem = await expectProblem(await call(operation, ids, as(role)), 403);
        expect(problem.type).toBe('urn:touchstone:problem:role');
      }
      const answer = await call(operation, ids, as(least));
      expect(good, await answer.text()).toContain(answer.status);
    });

    if (path.includes('{')) {
      it('does not find what another workspace has', async () => {
        await expectProblem(await call(operation, theirIds, as('owner')), 404);
        await expectProblem(await call(operation, { ...theirIds, contacts: 'nobody' }, as('owner')), 404);
      });
    }

    if (takesBody && BODIES[`${method} ${path}`] !== fileItself) {
      it('tells whoever does not say that the body is JSON', async () => {
        const problem = await expectProblem(
          await call(operation, theirIds, { ...as(least), 'content-type': 'text/plain' }),
          415,
        );
        expect(problem.type).toBe('urn:touchstone:problem:content-type');
      });
    }

    if (method !== 'GET') {
      it('refuses a request that another site’s page may have made', async () => {
        const cookie = cookies.get(least) ?? '';
        const foreign: Record<string, string>[] = [
          { origin: 'https://evil.example' },
          { origin: 'null' },
          { origin: product.origin, 'sec-fetch-site': 'cross-site' },
          { origin: product.origin, 'sec-fetch-site': 'same-site' },
          { 'sec-fetch-site': 'cross-site' },
          {},
        ];
        for (const headers of foreign) {
          const problem = await expectProblem(await call(operation, theirIds, { cookie, ...headers }), 403);
          expect(problem.type).toBe('urn:touchstone:problem:cross-site');
        }
      });
    }
  },
);

describe('another workspace', () => {
  it('has nothing in any list of ours, whatever is asked for', async () => {
    const owner = as('owner');
    const list = async (path: string) => {
      const answer = await fetch(`${product.origin}/api${path}`, { headers: owner });
      expect(answer.status).toBe(200);
      return ((await answer.json()) as { items: unknown[] }).items;
    };
    const ids = await idsOf(ours, SURVEY.id);
    expect(await list(`/responses?contact=${ids.contacts}`)).toHaveLength(1);
    expect(await list(`/responses?contact=${theirIds.contacts}`)).toEqual([]);
    expect(await list(`/responses?survey=${ELSEWHERE}`)).toEqual([]);
    expect(await list(`/responses?site=${theirs.siteKey}`)).toEqual([]);
    for (const path of ['/responses', '/contacts', '/surveys', '/sites', '/invitations', '/connections', '/audit']) {
      const text = JSON.stringify(await list(`${path}?limit=200`));
      for (const id of Object.values(theirIds)) expect(text).not.toContain(id);
    }
  });

  it('has nobody that a response of ours could be tied to', async () => {
    const ids = await idsOf(ours, SURVEY.id);
    const answer = await fetch(`${product.origin}/api/responses/${ids.responses}/contact`, {
      method: 'PUT',
      headers: { ...as('agent'), 'content-type': 'application/json' },
      body: JSON.stringify({ contact: theirIds.contacts }),
    });
    await expectProblem(answer, 404);
  });
});

describe('the OpenAPI document', () => {
  it('is of version 3.1.0 and names every route once', () => {
    expect(document.openapi).toBe('3.1.0');
    const names = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has described answers for each operation, one of which is no error', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { responses = {} }] of Object.entries(methods)) {
        const statuses = Object.keys(responses);
        expect(
          statuses.some((status) => Number(status) < 400),
          `${method} ${path}`,
        ).toBe(true);
        expect(statuses).toEqual(expect.arrayContaining(['401', '403']));
        for (const { description } of Object.values(responses)) expect(description).toBeTruthy();
      }
    }
  });

  it('declares every parameter of a path', () => {
    for (const { path, parameters } of operations) {
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
        expect(parameters).toContainEqual(expect.objectContaining({ name, in: 'path', required: true }));
      }
    }
  });

  it('names the header that makes a call safe to repeat', () => {
    for (const name of ['PUT /contacts', 'POST /contacts/batch']) {
      const found = operations.find(({ method, path }) => `${method} ${path}` === name);
      expect(found?.parameters).toContainEqual(expect.objectContaining({ name: 'idempotency-key', in: 'header' }));
    }
  });

  it('has no reference that leads nowhere', () => {
    for (const ref of refsIn(document)) expect(resolveRef(document, ref), ref).toBeDefined();
  });
});

describe('an address that does not exist', () => {
  it('is not found, signed in or not', async () => {
    await expectProblem(await fetch(`${product.origin}/api/no-such`), 404);
    await expectProblem(await fetch(`${product.origin}/api/responses/a/b/c`, { headers: as('owner') }), 404);
  });
});
