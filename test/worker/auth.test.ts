import { createHash, randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../contract/contact.ts';
import type { ResponseDetail } from '../../contract/response.ts';
import { eventually } from '../support/eventually.ts';
import { expectProblem } from '../support/problem.ts';
import { PASSWORD, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

const HOUR = 3_600_000;
/** More than anybody mistypes in a minute. */
const ATTEMPTS = 60;

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
});
afterAll(() => product.stop());

/** Signs in from an address of its own, so that no test uses up another's attempts. */
function signIn(email: string, password: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${product.origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: {
      origin: product.origin,
      'content-type': 'application/json',
      'cf-connecting-ip': `198.51.100.${randomInt(1_000_000)}`,
      ...headers,
    },
    body: JSON.stringify({ email, password }),
  });
}

/** Attempts are counted by minutes of the clock: what straddles two of them is done again, from another address. */
async function withinOneMinute<T>(work: (address: Record<string, string>) => Promise<T>): Promise<T> {
  for (;;) {
    const minute = Math.floor(Date.now() / 60_000);
    const result = await work({ 'cf-connecting-ip': `203.0.113.${randomInt(1_000_000)}` });
    if (Math.floor(Date.now() / 60_000) === minute) return result;
  }
}

const session = (cookie: string) => fetch(`${product.origin}/api/session`, { headers: { cookie } });

describe('signing in', () => {
  it('sets one cookie that scripts cannot read and other sites cannot send along', async () => {
    const answer = await signIn(shop.emails.agent, PASSWORD);
    expect(answer.status).toBe(200);
    const [cookie = '', ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^ts\.session_token=./);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
    expect(cookie).not.toMatch(/;\s*(Secure|Domain)/i);
    const who = await session(pair);
    expect(await who.json()).toMatchObject({
      user: { email: shop.emails.agent },
      role: 'agent',
      workspace: { id: shop.id },
    });
  });

  it('over https sets a cookie that is bound to this very host', async () => {
    // The address a request is dispatched with is the one the worker sees, so this is the real https variant.
    const origin = 'https://touchstone.example';
    const answer = await product.miniflare.dispatchFetch(`${origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', 'cf-connecting-ip': '198.51.100.1' },
      body: JSON.stringify({ email: shop.emails.agent, password: PASSWORD }),
    });
    expect(answer.status).toBe(200);
    const [cookie = '', ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-ts\.session_token=./);
    expect(attributes).toEqual(expect.arrayContaining(['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']));
    expect(cookie).not.toMatch(/;\s*Domain/i);
    const who = await product.miniflare.dispatchFetch(`${origin}/api/session`, { headers: { cookie: pair } });
    expect(await who.json()).toMatchObject({ user: { email: shop.emails.agent } });
  });

  it('tells a wrong password from an unknown email by nothing', async () => {
    const wrong = await expectProblem(await signIn(shop.emails.owner, 'not-the-password'), 401);
    const unknown = await expectProblem(await signIn(`${newId()}@team.example`, 'not-the-password'), 401);
    const odd = await expectProblem(await signIn('no address', ''), 401);
    expect(unknown).toEqual(wrong);
    expect(odd).toEqual(wrong);
  });

  it('takes a password only whole, and as it was set', async () => {
    for (const password of [PASSWORD.slice(0, -1), `${PASSWORD} `, PASSWORD.toUpperCase(), '']) {
      await expectProblem(await signIn(shop.emails.owner, password), 401);
    }
  });

  it('is refused to a page of another site', async () => {
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const problem = await expectProblem(await signIn(shop.emails.owner, PASSWORD, headers), 403);
      expect(problem.type).toBe('urn:touchstone:problem:cross-site');
    }
  });

  it('too often from one address is put off with Retry-After, and from another is not', async () => {
    const { tries, right } = await withinOneMinute(async (address) => ({
      tries: await Promise.all(
        Array.from({ length: ATTEMPTS }, () => signIn(shop.emails.owner, 'guess-after-guess', address)),
      ),
      right: await signIn(shop.emails.owner, PASSWORD, address),
    }));
    const refused = tries.filter(({ status }) => status === 429);
    const heard = tries.filter(({ status }) => status === 401);
    expect(refused.length + heard.length).toBe(ATTEMPTS);
    // Whoever mistypes a few times is not locked out.
    expect(heard.length).toBeGreaterThanOrEqual(5);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      await expectProblem(answer, 429);
    }
    // Not even the right password, or guessing on would pay.
    await expectProblem(right, 429);
    expect((await signIn(shop.emails.owner, PASSWORD)).status).toBe(200);
  });
});

describe('signing out', () => {
  const signOut = (cookie: string, origin: string) =>
    fetch(`${product.origin}/api/auth/sign-out`, { method: 'POST', headers: { cookie, origin } });

  it('ends the session, not only the cookie', async () => {
    const cookie = await product.signIn(shop.emails.admin);
    expect((await session(cookie)).status).toBe(200);
    const answer = await signOut(cookie, product.origin);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toMatch(/ts\.session_token=;.*Max-Age=0/);
    await expectProblem(await session(cookie), 401);
  });

  it('leaves the member’s other sessions alone', async () => {
    const [first, second] = [await product.signIn(shop.emails.admin), await product.signIn(shop.emails.admin)];
    await signOut(first, product.origin);
    expect((await session(second)).status).toBe(200);
  });

  it('cannot be done by a page of another site', async () => {
    const cookie = await product.signIn(shop.emails.admin);
    await expectProblem(await signOut(cookie, 'https://evil.example'), 403);
    expect((await session(cookie)).status).toBe(200);
  });
});

describe('what better-auth could do besides', () => {
  const closed: [string, string, unknown][] = [
    ['POST', '/sign-up/email', { name: 'Me', email: 'me@team.example', password: PASSWORD }],
    ['POST', '/organization/create', { name: 'Mine', slug: 'mine' }],
    ['POST', '/organization/invite-member', { email: 'me@team.example', role: 'owner' }],
    ['POST', '/organization/update-member-role', { memberId: 'x', role: 'owner' }],
    ['POST', '/organization/delete', {}],
    ['GET', '/organization/list', null],
    ['GET', '/organization/get-full-organization', null],
    ['POST', '/change-email', { newEmail: 'me@team.example' }],
    ['POST', '/change-password', { currentPassword: PASSWORD, newPassword: 'another-password' }],
    ['POST', '/request-password-reset', { email: 'me@team.example' }],
    ['POST', '/update-user', { name: 'Me' }],
    ['POST', '/delete-user', {}],
    ['GET', '/list-sessions', null],
    ['GET', '/ok', null],
    ['POST', '//sign-up/email', {}],
    ['POST', '/sign-up%2Femail', {}],
    ['POST', '/sign-in/email/../../sign-up/email', {}],
    ['GET', '/sign-out', null],
    ['PUT', '/sign-out', {}],
  ];
  it('is closed, to owners too', async () => {
    const cookie = await product.signIn(shop.emails.owner);
    for (const [method, path, body] of closed) {
      const answer = await fetch(`${product.origin}/api/auth${path}`, {
        method,
        headers: { cookie, origin: product.origin, 'content-type': 'application/json' },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
      });
      expect(answer.status, `${method} ${path}`).toBe(404);
      await expectProblem(answer, 404);
    }
    expect(await rowsOf('user')).toHaveLength(await memberCount());
  });
});

describe('a viewer', () => {
  const email = 'sara.mousavi@ikon.example';
  const secondEmail = 'sara.private@ikon.example';
  const phone = '+989121234567';
  const externalId = 'crm-0001-4711';
  const identifiers = [email, secondEmail, phone, externalId];
  let paths: string[];
  let claimed: string;

  beforeAll(async () => {
    const made = await shop.api('/contacts', {
      method: 'POST',
      body: JSON.stringify({ name: 'Sara', email, phone, externalIds: [{ system: 'shop', value: externalId }] }),
    });
    const { id } = (await made.json()) as Contact;
    // An identifier that is first seen later stands in the timeline too.
    const now = Date.now() + 2 * HOUR;
    const site = { key: shop.siteKey, idSystem: 'shop', authoritative: false, dailyQuota: 100 };
    await shop.object.identifyVisitor({
      site,
      visitor: `visitor-${newId()}`,
      identity: {
        kind: 'token',
        kid: shop.kid,
        system: 'shop',
        sub: externalId,
        email: secondEmail,
        emailVerified: true,
        phone: null,
        name: null,
        traits: {},
        issuedAt: now,
        expiresAt: now + HOUR,
        late: false,
      },
      now,
    });
    const verified = response({ identity: { token: await shop.token({ sub: externalId, email }) } });
    await shop.send('responses', verified);
    const claim = response({ identity: { email: secondEmail, phone, externalId } });
    await shop.send('responses', claim);
    claimed = claim.id;
    await eventually(
      async () => (await (await shop.api(`/responses/${claimed}`)).json()) as ResponseDetail,
      ({ match }) => match?.state === 'tied',
    );
    paths = [
      '/contacts',
      '/contacts?q=sara',
      `/contacts/${id}`,
      `/contacts/${id}/timeline`,
      '/responses',
      `/responses/${verified.id}`,
      `/responses/${claimed}`,
    ];
  });

  const textAt = async (path: string, cookie: string) => {
    const answer = await fetch(`${product.origin}/api${path}`, { headers: { cookie } });
    expect(answer.status).toBe(200);
    return answer.text();
  };

  it('cannot find out an identifier by searching for it letter by letter', async () => {
    const [cookie, agent] = [await product.signIn(shop.emails.viewer), await product.signIn(shop.emails.agent)];
    for (const path of [`/contacts?q=${encodeURIComponent(email)}`, `/responses?q=${encodeURIComponent(email)}`]) {
      expect(JSON.parse(await textAt(path, cookie))).toMatchObject({ items: [] });
      expect((JSON.parse(await textAt(path, agent)) as { items: unknown[] }).items.length).toBeGreaterThan(0);
    }
  });

  it('reads names, and identifiers masked, wherever people are shown', async () => {
    const cookie = await product.signIn(shop.emails.viewer);
    const texts = await Promise.all(paths.map((path) => textAt(path, cookie)));
    for (const [index, text] of texts.entries()) {
      for (const identifier of identifiers) expect(text, paths[index]).not.toContain(identifier);
      expect(text).toContain('Sara');
    }
    expect(texts[2]).toContain('s•••@ikon.example');
    expect(texts[3]).toContain('s•••@ikon.example');
    expect(texts[6]).toContain('"value":"•••"');
  });

  it('has fewer rights than an agent, who reads them whole', async () => {
    const cookie = await product.signIn(shop.emails.agent);
    const texts = await Promise.all(paths.map((path) => textAt(path, cookie)));
    for (const identifier of identifiers) expect(texts[2]).toContain(identifier);
    expect(texts[3]).toContain(secondEmail);
    expect(texts[6]).toContain(secondEmail);
  });
});

describe('the directory', () => {
  it('keeps passwords as salted scrypt', async () => {
    const passwords = (await rowsOf('account')).map(({ password }) => String(password));
    expect(passwords.length).toBeGreaterThanOrEqual(4);
    for (const password of passwords) expect(password).toMatch(/^scrypt\$[\w-]{22}\$[\w-]{43}$/);
    // The same password of four members, four times another hash.
    expect(new Set(passwords).size).toBe(passwords.length);
  });

  it('keeps API keys and write keys as hashes', async () => {
    const hash = (key: string) => createHash('sha256').update(key).digest('base64url');
    expect((await rowsOf('api_key')).map((row) => row['hash'])).toContain(hash(shop.apiKey));
    const [site] = (await rowsOf('site')).filter(({ key }) => key === shop.siteKey);
    expect(site?.['write_key_hash']).toBe(hash(shop.writeKey));
  });

  it('holds no secret that could be read out of it', async () => {
    const rotated = await fetch(`${product.origin}/api/sites/${shop.siteKey}/secret`, {
      method: 'POST',
      headers: { cookie: await product.signIn(shop.emails.owner), origin: product.origin },
    });
    const { secret } = (await rotated.json()) as { secret: string };
    const tables = (await query("SELECT name FROM sqlite_master WHERE type = 'table'")).map(({ name }) => String(name));
    expect(tables).toEqual(expect.arrayContaining(['account', 'session', 'site', 'api_key']));
    const dump = JSON.stringify(await Promise.all(tables.filter((name) => !name.startsWith('_')).map(rowsOf)));
    expect(dump).toContain(shop.siteKey);
    for (const text of [secret, shop.siteSecret, shop.apiKey, shop.writeKey, PASSWORD]) {
      expect(dump).not.toContain(text);
      expect(dump).not.toContain(Buffer.from(text).toString('base64url'));
    }
  });
});

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const db = await product.miniflare.getD1Database('DIRECTORY');
  return (await db.prepare(sql).all<Record<string, unknown>>()).results;
}

function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  return query(`SELECT * FROM "${table}"`);
}

async function memberCount(): Promise<number> {
  return (await rowsOf('member')).length;
}
