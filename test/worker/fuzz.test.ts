import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OUTCOMES } from '../../contract/metric.ts';
import { PUBLIC } from '../../scripts/paths.ts';
import { EVERY_TYPE, everyAnswer } from '../support/everyType.ts';
import { type Body, hostileBody, oddString, WORDS } from '../support/hostile.ts';
import { PAGE, SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId } from '../support/response.ts';

/** Bodies per route, and how many of them are in flight at once. */
const RUNS = process.env['TEST_FULL'] ? 2_000 : 300;
const AT_ONCE = 20;
const SEED = 20_261_123;

/** Only for some, and speaks of them. */
const FOR_PROS = {
  ...SURVEY,
  id: 'for-pros',
  audience: { attributes: [{ name: 'constructor', is: ['x'] }] },
  questions: [{ id: 'rating', type: 'csat' as const, text: { en: '{{contact:plan}} {{contact:__proto__}}?' } }],
};

let product: TestProduct;
let shop: TestWorkspace;
let tokens: string[];
const ids = Array.from({ length: 60 }, () => newId());

beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace({ surveys: [SURVEY, EVERY_TYPE, FOR_PROS] });
  const settings = { shownAttributes: ['plan', 'first_name', 'constructor', '__proto__'] };
  expect((await shop.api('/settings', { method: 'PATCH', body: JSON.stringify(settings) })).status).toBe(200);
  const odd: Record<string, unknown>[] = [
    { sub: 'plain', email: 'plain@ikon.example', name: 'Plain' },
    { sub: '\u0000', email: 'nul@ikon.example' },
    { sub: '__proto__', sys: 'constructor', traits: { constructor: 'x', toString: true, '': 1 } },
    { sub: 'x'.repeat(128), email: `${'x'.repeat(300)}@ikon.example` },
    { sub: '\ud800', name: '\udfff' },
    { sub: '۱۲۳', phone: '۰۹۱۲۱۲۳۴۵۶۷', name: 'ي'.repeat(200), traits: { company: 'ك'.repeat(900) } },
    { sub: 'bad-traits', traits: { deep: { er: [1] } } },
    { sub: 'many', traits: Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`t${i}`, i])) },
    { sub: 5 },
    { sub: 'mail', email: '@@', phone: '+', email_verified: 'no' },
  ];
  tokens = await Promise.all(odd.map((claims) => shop.token(claims)));
});
afterAll(() => product.stop());

/** Mostly what gets past the door, since what is refused there proves little of the rooms behind. */
function often<T>(good: T, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 15, arbitrary: fc.constant(good) }, { weight: 1, arbitrary });
}

const words = fc.oneof(
  { weight: 12, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: oddString },
);
const id = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ids) },
  { weight: 2, arbitrary: fc.uuid({ version: 7 }) },
);
const version = often(1, fc.constantFrom(2, 9));
const visitor = fc.constantFrom('visitor-0001', 'visitor-0002', 'visitor-0003', '__proto__', 'constructor');
/** Made when a body is: tokens exist only once the product runs. */
const token = fc.nat().map((n) => ({ token: tokens[n % tokens.length] ?? '' }));
const claim = fc.record(
  {
    email: fc.oneof(fc.emailAddress(), words),
    phone: fc.oneof(fc.constant('09121234567'), words),
    externalId: words,
    name: words,
  },
  { requiredKeys: [] },
);

const responseBody = fc.record(
  {
    id,
    revision: fc.integer({ min: 1, max: 5 }),
    survey: often('after-checkout', fc.constantFrom('every-type', 'no-such')),
    version,
    touchpoint: fc.constantFrom('checkout', 'delivery', 'constructor'),
    visitor,
    identity: fc.oneof(token, claim),
    answers: fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((value) => [{ question: 'rating', value }]),
      fc.tuple(fc.integer({ min: 1, max: 5 }), words).map(([value, why]) => [
        { question: 'rating', value },
        { question: 'why', value: why },
      ]),
    ),
    complete: fc.boolean(),
    startedAt: fc.constantFrom(new Date().toISOString(), '2020-01-01T00:00:00+14:00', '9999-12-31T23:59:59.999Z'),
    page: fc.record(
      { url: fc.oneof(fc.webUrl({ withQueryParameters: true }), words), title: words },
      { requiredKeys: ['url'] },
    ),
    locale: fc.constantFrom('en', 'fa', 'pl', 'constructor', 'x-y'),
    device: words,
    context: fc.dictionary(fc.constantFrom('plan', 'constructor', 'toString', '_'), fc.oneof(words, fc.double())),
    withdrawn: fc.constant(true),
    test: fc.constant(true),
  },
  { requiredKeys: ['id', 'revision', 'survey', 'version', 'answers', 'complete', 'startedAt', 'page'] },
);
const displayBody = fc.record(
  {
    id,
    survey: fc.constant('after-checkout'),
    version,
    visitor,
    identity: fc.oneof(token, claim),
    outcome: fc.constantFrom(...OUTCOMES),
    test: fc.constant(true),
  },
  { requiredKeys: ['id', 'survey', 'version', 'outcome'] },
);
/** Answers in every way there are, to the survey that asks so. */
const everyBody = fc
  .tuple(responseBody, everyAnswer)
  .map(([body, answers]) => ({ ...body, survey: EVERY_TYPE.id, answers }));
const decideBody = fc.record(
  {
    candidates: fc.array(
      fc.oneof(
        {
          weight: 60,
          arbitrary: fc.constantFrom(SURVEY.id, EVERY_TYPE.id, 'for-pros', 'no-such', '__proto__', 'constructor'),
        },
        { weight: 1, arbitrary: words },
      ),
      { minLength: 1, maxLength: 21 },
    ),
    visitor,
    identity: fc.oneof(token, claim),
  },
  { requiredKeys: ['candidates'] },
);
const identifyBody = fc.record({ visitor, identity: token });
const signInBody = fc.record({ email: fc.oneof(words, oddString), password: oddString, rememberMe: fc.boolean() });

const oddValues = fc.dictionary(
  fc.constantFrom('name', 'email', 'company', 'address', 'createdAt', 'birthday', 'constructor', '__proto__', 'plan'),
  fc.oneof(words, fc.double(), fc.object({ maxDepth: 3 })),
);
const trackedCall = fc.record(
  {
    type: often('track', fc.constantFrom('identify', 'group', 'alias', 'page', 'screen', 'constructor')),
    messageId: fc.oneof(fc.uuid(), words),
    userId: fc.oneof(fc.constantFrom('u1', 'u2', '__proto__'), words, fc.double()),
    anonymousId: fc.oneof(visitor, words),
    previousId: fc.constantFrom('u1', 'u3', 'visitor-0001'),
    groupId: fc.oneof(fc.constantFrom('g1', 'constructor'), words),
    event: fc.oneof(fc.constant('Order Delivered'), words),
    traits: oddValues,
    properties: oddValues,
    context: oddValues,
    timestamp: fc.constantFrom(new Date().toISOString(), 'x', '-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z'),
    sentAt: fc.constantFrom(new Date().toISOString(), '1e9', '+275760-09-13T00:00:00Z'),
  },
  { requiredKeys: ['type', 'userId', 'event', 'groupId', 'previousId'] },
);
const trackedBatch = fc.record(
  { batch: fc.array(trackedCall, { minLength: 1, maxLength: 5 }), sentAt: words },
  { requiredKeys: ['batch'] },
);

const contentType = fc.constantFrom(
  'text/plain',
  'application/json',
  'multipart/form-data; boundary=x',
  'x',
  'application/x-www-form-urlencoded',
);
const origin = often(PAGE, fc.constantFrom('null', 'https://evil.example', `${PAGE}.evil.example`, 'x'));
/** A path segment as it may stand in a request line, however malformed. */
const segment: fc.Arbitrary<string> = fc.oneof(
  fc
    .constantFrom(...WORDS, '.', '..', '%', '%zz', '%ff%fe', '%00', '%2e%2e%2f', '.js', '.json', 'a.js', '%E0%A4%A')
    .map((word) => word.replaceAll(/[^\w.%()'-]/g, encodeURIComponent)),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map(encodeURIComponent),
  fc.string({ unit: fc.constantFrom(..."abzAZ019._-~%:@!$&'()*+,;="), maxLength: 40 }),
  fc.integer({ min: 1, max: 3_000 }).map((n) => 'a'.repeat(n)),
  fc.nat().map((n) => [shop.siteKey, 'after-checkout.1.fa.json', `${shop.siteKey}.js`, 'after-checkout'][n % 4] ?? ''),
);

/** What every answer of the public edge has in common, whatever it was asked. */
async function expectCalm(answer: Response, asked: unknown): Promise<void> {
  const text = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  const told = `${answer.status} ${type} ${text.slice(0, 300)} to ${JSON.stringify(asked)?.slice(0, 2_000)}`;
  expect(answer.status, told).toBeLessThan(500);
  if (answer.status >= 400) {
    expect(type, told).toBe('application/problem+json');
    expect((JSON.parse(text) as { status: number }).status, told).toBe(answer.status);
  } else if (type.startsWith('application/json')) {
    JSON.parse(text);
  } else if (text !== '') {
    // A file: the loader, or, where the address leads out of /w, a screen of the admin.
    expect(type, told).toMatch(/^text\/(javascript|html)/);
  }
}

/** Sends as many as asked for, some at once. A failure names what was sent, so nothing is shrunk. */
async function fuzz<T>(arbitrary: fc.Arbitrary<T>, send: (input: T) => Promise<Response>): Promise<void> {
  const batch = fc.array(arbitrary, { minLength: AT_ONCE, maxLength: AT_ONCE });
  await fc.assert(
    fc.asyncProperty(batch, async (inputs) => {
      await Promise.all(inputs.map(async (input) => expectCalm(await send(input), input)));
    }),
    { numRuns: Math.ceil(RUNS / AT_ONCE), seed: SEED, endOnFailure: true },
  );
}

const bodies = {
  responses: fc.oneof(responseBody, everyBody),
  displays: displayBody,
  decide: decideBody,
  identify: identifyBody,
};
for (const [path, valid] of Object.entries(bodies)) {
  it(`POST /v1/sites/{site}/${path} answers calmly to anything`, async () => {
    const before = await shop.object.verify();
    let taken = 0;
    await fuzz(fc.record({ body: hostileBody(valid), origin, contentType }), async ({ body, origin, contentType }) => {
      const answer = await post(`/v1/sites/${shop.siteKey}/${path}`, body, { origin, 'content-type': contentType });
      if (answer.status === 200) taken++;
      return answer;
    });
    // Fuzz that is always refused at the door proves little.
    expect(taken).toBeGreaterThan(RUNS / 20);
    const after = await shop.object.verify();
    expect(after).toMatchObject({ factsEqualRows: true, auditVerifies: true });
    if (path === 'responses') expect(after.responses).toBeGreaterThan(before.responses);
    if (path === 'displays') expect(after.displays).toBeGreaterThan(before.displays);
  });
}

const tracked = {
  identify: trackedCall,
  track: trackedCall,
  group: trackedCall,
  alias: trackedCall,
  page: trackedCall,
  batch: trackedBatch,
};
for (const [path, valid] of Object.entries(tracked)) {
  it(`POST /v1/${path} answers calmly to anything`, async () => {
    let taken = 0;
    const authorization = () => `Basic ${Buffer.from(`${shop.writeKey}:`).toString('base64')}`;
    const encoding = often('identity', fc.constantFrom('gzip', 'br', ''));
    await fuzz(
      fc.record({ body: hostileBody(valid), contentType, encoding }),
      async ({ body, contentType, encoding }) => {
        const headers = { authorization: authorization(), 'content-type': contentType, 'content-encoding': encoding };
        const answer = await post(`/v1/${path}`, body, headers);
        if (answer.status === 200) taken++;
        return answer;
      },
    );
    expect(taken).toBeGreaterThan(RUNS / 20);
    expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true, auditVerifies: true });
  });
}

it('POST and OPTIONS to any site and call answer calmly', async () => {
  const methods = fc.constantFrom('OPTIONS', 'OPTIONS', 'POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'HEAD');
  const headers = fc.record(
    {
      origin,
      'access-control-request-method': fc.constantFrom('POST', 'DELETE', 'x'),
      'access-control-request-headers': segment,
    },
    { requiredKeys: [] },
  );
  await fuzz(
    fc.record({ method: methods, site: segment, call: segment, headers }),
    async ({ method, site, call, headers }) => {
      const answer = await fetch(`${product.origin}/v1/sites/${site}/${call}`, { method, headers });
      // HEAD has no body by nature, which is no lack of calm.
      return method === 'HEAD' ? new Response(null, { status: answer.status < 500 ? 204 : answer.status }) : answer;
    },
  );
});

it('GET /w/{anything} answers calmly, whatever the headers', async () => {
  const headers = fc.record(
    {
      'if-none-match': fc.constantFrom('*', '"', 'W/"x"', '"a", "b"'),
      referer: fc.oneof(fc.webUrl(), fc.constantFrom('x', PAGE, 'http://')),
    },
    { requiredKeys: [] },
  );
  await fuzz(fc.record({ path: segment, headers }), ({ path, headers }) => get(`/w/${path}`, headers));
});

it('GET /w/{site}/{x}.{y}.{z}.json answers calmly', async () => {
  const part = (good: string) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(good) },
      { weight: 1, arbitrary: fc.constantFrom('0', '999999999', '1e3', '-1', '__proto__', 'constructor') },
      { weight: 2, arbitrary: segment },
    );
  const site = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: segment });
  await fuzz(
    fc.record({ site, survey: part('after-checkout'), version: part('1'), locale: part('fa') }),
    ({ site, survey, version, locale }) => get(`/w/${site ?? shop.siteKey}/${survey}.${version}.${locale}.json`),
  );
});

it('GET /w/assets/{anything} answers calmly', async () => {
  const built = await readdir(join(PUBLIC, 'w/assets'));
  const file = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...built) }, { weight: 5, arbitrary: segment });
  await fuzz(fc.record({ file, more: fc.option(segment) }), ({ file, more }) =>
    get(`/w/assets/${file}${more === null ? '' : `/${more}`}`),
  );
});

it('POST /api/auth/sign-in/email answers calmly, within its limit and beyond', async () => {
  // Each from an address of its own gets past the limit; those of the one address soon meet it.
  const address = fc.oneof(fc.ipV6(), fc.constant('203.0.113.1'));
  await fuzz(fc.record({ body: hostileBody(signInBody), address, contentType }), ({ body, address, contentType }) =>
    post('/api/auth/sign-in/email', body, {
      origin: product.origin,
      'content-type': contentType,
      'cf-connecting-ip': address,
    }),
  );
});

it('after all of it facts equal a recount, the audit chain holds and a good answer is taken', async () => {
  expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true, auditVerifies: true });
  const list = await shop.api('/responses?limit=200');
  expect(list.status).toBe(200);
  expect((await shop.api('/contacts?limit=200')).status).toBe(200);
  expect((await shop.api('/reports/overview')).status).toBe(200);
});

function post(path: string, body: Body, headers: Record<string, string>): Promise<Response> {
  return fetch(`${product.origin}${path}`, { method: 'POST', headers, body });
}

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${product.origin}${path}`, { headers, redirect: 'manual' });
}
