import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '../../contract/collect.ts';
import type { ContactSurvey } from '../../contract/decision.ts';
import type { Outcome } from '../../contract/metric.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';
import { expectProblem } from '../support/problem.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

type Known = { id: string } & SurveyDefinition;

const DAY = 86_400_000;
const plain: Known = { ...SURVEY, id: 'plain', touchpoint: null, period: 30 };
const other: Known = { ...plain, id: 'other', period: 30 };
const forPros: Known = {
  ...plain,
  id: 'for-pros',
  audience: { attributes: [{ name: 'plan', is: ['pro'] }] },
  questions: [
    { id: 'rating', type: 'csat', text: { en: 'Hello {{contact:first_name}}, how is your {{contact:plan}} plan?' } },
    { id: 'why', type: 'text', text: { en: 'Why?' } },
  ],
};
const inPoland: Known = { ...plain, id: 'in-poland', audience: { countries: ['PL'] } };
const ended: Known = { ...plain, id: 'ended', schedule: { until: '2026-01-01T00:00:00Z' } };
const SURVEYS = [plain, other, forPros, inPoland, ended];
const ALL = SURVEYS.map(({ id }) => id);

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace({ surveys: SURVEYS });
  await set({ fatigue: { cooldown: 7, cap: { surveys: 3, days: 30 } }, shownAttributes: ['plan', 'first_name'] });
});
afterAll(() => product.stop());

async function set(edit: unknown): Promise<void> {
  expect((await shop.api('/settings', { method: 'PATCH', body: JSON.stringify(edit) })).status).toBe(200);
}

async function decide(candidates: string[], identity?: unknown): Promise<Decision> {
  const answer = await shop.send('decide', { candidates, visitor: 'visitor-decides', identity });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Decision;
}

async function display(survey: string, outcome: Outcome, over: Record<string, unknown> = {}): Promise<string> {
  const body = { id: newId(), survey, version: 1, visitor: `visitor-${newId()}`, outcome: 'shown', ...over };
  expect((await shop.send('displays', body)).status).toBe(200);
  if (outcome !== 'shown') expect((await shop.send('displays', { ...body, outcome })).status).toBe(200);
  return body.id;
}

/** Somebody signed in, known by an answer to no survey of these tests' own. */
async function someone(claims: Record<string, unknown> = {}): Promise<{ token: string }> {
  return { token: await shop.token({ sub: `c-${newId()}`, ...claims }) };
}

async function contactOf(identity: unknown): Promise<string> {
  const body = response({ survey: 'plain', identity: identity as { token: string } });
  expect((await shop.send('responses', body)).status).toBe(200);
  const { contact } = (await (await shop.api(`/responses/${body.id}`)).json()) as { contact: { id: string } };
  return contact.id;
}

async function surveysOf(contact: string): Promise<Map<string, ContactSurvey>> {
  const answer = await shop.api(`/contacts/${contact}/surveys`);
  expect(answer.status).toBe(200);
  const { items } = (await answer.json()) as { items: ContactSurvey[] };
  return new Map(items.map((item) => [item.survey, item]));
}

describe('whoever is not proven', () => {
  it('is asked what is live and for everybody', async () => {
    expect(await decide(ALL)).toEqual({ show: ['plain', 'other'] });
  });

  it('is told the same whether anybody is known by what they claim, and nothing is written', async () => {
    const email = `${newId()}@ikon.example`;
    await shop.api('/contacts', {
      method: 'POST',
      body: JSON.stringify({ name: 'Ada', email, attributes: { plan: 'pro' } }),
    });
    const now = Math.floor(Date.now() / 1000);
    const times = { issuedAt: now - 7_200, expiresAt: now - 3_700 };
    const late = { token: await shop.token({ sub: newId(), email, traits: { plan: 'pro' } }, times) };
    const before = await shop.object.meter();
    for (const identity of [undefined, { email }, { email: 'nobody@ikon.example' }, { externalId: 'c-1' }, late]) {
      expect(await decide(ALL, identity)).toEqual({ show: ['plain', 'other'] });
    }
    expect((await shop.object.meter()).written).toBe(before.written);
    expect((await shop.object.meter()).read).toBe(before.read);
  });

  it('is judged by the country the edge knows', async () => {
    const site = { key: shop.siteKey, idSystem: 'shop', authoritative: false, dailyQuota: 10 };
    const ask = (country: string | null) =>
      shop.object.decide({ site, candidates: ['in-poland'], identity: null, country, now: Date.now() });
    expect(await ask('PL')).toEqual({ show: ['in-poland'] });
    expect(await ask('DE')).toEqual({ show: [] });
    expect(await ask(null)).toEqual({ show: [] });
  });
});

describe('whoever is proven', () => {
  it('is asked what their attributes say, and the page is told only what that survey speaks of', async () => {
    const identity = await someone({ name: 'Ada Lovelace', traits: { plan: 'pro', secret: 'never told' } });
    // Of somebody new the token speaks; asking makes nobody.
    const before = await shop.object.meter();
    expect(await decide(ALL, identity)).toEqual({
      show: ['plain', 'other', 'for-pros'],
      contact: { plan: 'pro', first_name: 'Ada' },
    });
    expect((await shop.object.meter()).written).toBe(before.written);
    expect(await decide(['plain'], identity)).toEqual({ show: ['plain'] });
    await contactOf(identity);
    expect(await decide(['for-pros'], identity)).toEqual({
      show: ['for-pros'],
      contact: { plan: 'pro', first_name: 'Ada' },
    });
    expect(await decide(['for-pros'], await someone({ traits: { plan: 'small' } }))).toEqual({ show: [] });
  });

  it('rests from a survey they were shown on another device', async () => {
    const identity = await someone();
    await display('plain', 'shown', { identity });
    expect((await decide(ALL, identity)).show).toEqual(['other']);
  });

  it('rests from all of them after dismissing one, and for good after "never"', async () => {
    const identity = await someone();
    await display('other', 'dismissed', { identity });
    expect((await decide(ALL, identity)).show).toEqual([]);
    const second = await someone();
    const said = await display('other', 'never', { identity: second });
    const surveys = await surveysOf(await contactOf(second));
    expect(surveys.get('plain')).toMatchObject({
      asked: false,
      reason: 'never',
      detail: { survey: 'other', display: said },
      until: null,
    });
  });

  it('is not kept from anything by tests, claims or what another was shown', async () => {
    const email = `${newId()}@ikon.example`;
    const identity = await someone({ email });
    const contact = await contactOf(identity);
    await display('plain', 'never', { identity, test: true });
    await display('plain', 'never', { identity: { email } });
    await display('plain', 'never', { identity: await someone() });
    await display('plain', 'never');
    expect((await decide(['plain', 'other'], identity)).show).toEqual(['plain', 'other']);
    expect((await surveysOf(contact)).get('plain')).toMatchObject({ asked: true, reason: null, detail: {} });
  });

  it('is known by their displays once the anonymous device they dismissed on is theirs', async () => {
    const identity = await someone();
    const visitor = `visitor-${newId()}`;
    const dismissed = await display('plain', 'dismissed', { visitor });
    await display('other', 'never', { visitor, test: true });
    expect((await decide(['other'], identity)).show).toEqual(['other']);
    expect((await shop.send('identify', { visitor, identity })).status).toBe(200);
    await shop.object.runClock(Date.now());
    expect((await decide(['other'], identity)).show).toEqual([]);
    const contact = await contactOf(identity);
    expect((await surveysOf(contact)).get('other')).toMatchObject({
      reason: 'cooldown',
      detail: { survey: 'plain', display: dismissed },
    });
    const timeline = (await (await shop.api(`/contacts/${contact}/timeline?kind=display`)).json()) as {
      items: unknown[];
    };
    expect(timeline.items).toMatchObject([{ survey: 'plain', outcome: 'dismissed' }]);
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });

  it('is asked no more once "never" on a device of theirs is known to be theirs', async () => {
    const identity = await someone();
    const contact = await contactOf(identity);
    const visitor = `visitor-${newId()}`;
    await display('plain', 'never', { visitor });
    // Ends signed in what began before.
    const late = { id: newId(), survey: 'other', version: 1, visitor };
    await shop.send('displays', { ...late, outcome: 'shown' });
    expect((await decide(['other'], identity)).show).toEqual(['other']);
    await shop.send('displays', { ...late, outcome: 'dismissed', identity });
    expect((await decide(['plain'], identity)).show).toEqual([]);
    await shop.object.runClock(Date.now());
    expect((await surveysOf(contact)).get('other')).toMatchObject({ reason: 'never', detail: { survey: 'plain' } });
  });

  it('is asked nothing once they withdrew their consent to it, until they give it again', async () => {
    const identity = await someone();
    const contact = await contactOf(identity);
    const record = async (purpose: string, state: string) => {
      const body = JSON.stringify({ purpose, state });
      expect((await shop.api(`/contacts/${contact}/consents`, { method: 'POST', body })).status).toBe(201);
    };
    await record('feedback', 'given');
    await record('email', 'withdrawn');
    expect((await decide(['other'], identity)).show).toEqual(['other']);
    await record('feedback', 'withdrawn');
    expect((await decide(ALL, identity)).show).toEqual([]);
    const since = (await surveysOf(contact)).get('other')?.since;
    expect((await surveysOf(contact)).get('other')).toMatchObject({ asked: false, reason: 'withdrawn', until: null });
    expect(Math.abs(Date.now() - Date.parse(since ?? ''))).toBeLessThan(60_000);
    // Whoever is not proven is looked up by nobody, and others are asked as before.
    expect((await decide(['other'])).show).toEqual(['other']);
    expect((await decide(['other'], await someone())).show).toEqual(['other']);
    await record('feedback', 'given');
    expect((await decide(['other'], identity)).show).toEqual(['other']);
  });

  it('is not charged with what a shared device showed', async () => {
    const visitor = `visitor-${newId()}`;
    const [one, two] = [await someone(), await someone()];
    const signIn = async () => {
      for (const identity of [one, two]) await shop.send('identify', { visitor, identity });
      await shop.object.runClock(Date.now());
    };
    await signIn();
    await display('plain', 'never', { visitor });
    await signIn();
    for (const identity of [one, two]) expect((await decide(['other'], identity)).show).toEqual(['other']);
  });

  it('is asked again when the time is over', async () => {
    const sub = `c-${newId()}`;
    const now = Date.now();
    await display('plain', 'shown', { identity: { token: await shop.token({ sub }) } });
    const site = { key: shop.siteKey, idSystem: 'shop', authoritative: false, dailyQuota: 10 };
    const identity = {
      kind: 'token' as const,
      kid: 'k',
      system: 'shop',
      sub,
      email: null,
      emailVerified: true,
      phone: null,
      name: null,
      traits: {},
      issuedAt: now,
      expiresAt: now + DAY,
      late: false,
    };
    const ask = (at: number) => shop.object.decide({ site, candidates: ['plain'], identity, country: null, now: at });
    expect(await ask(now + 29 * DAY)).toEqual({ show: [] });
    expect(await ask(now + 31 * DAY)).toEqual({ show: ['plain'] });
  });
});

describe('the reasons', () => {
  it('are stored once per survey, and again only when they change', async () => {
    const identity = await someone({ traits: { plan: 'small' } });
    const contact = await contactOf(identity);
    // What is derived from a new contact is written by the clock, some other time.
    await shop.object.runClock(Date.now() + DAY);
    const written = async (work: () => Promise<unknown>) => {
      const before = (await shop.object.meter()).written;
      await work();
      return (await shop.object.meter()).written - before;
    };
    expect(await written(() => decide(ALL, identity))).toBe(ALL.length);
    expect(await written(() => decide(ALL, identity))).toBe(0);
    await display('plain', 'shown', { identity });
    expect(await written(() => decide(ALL, identity))).toBe(1);

    const surveys = await surveysOf(contact);
    expect([...surveys.keys()].sort()).toEqual([...ALL].sort());
    const last = (id: string) => surveys.get(id)?.last;
    expect(last('plain')).toMatchObject({ shown: false, reason: 'period', detail: { survey: 'plain' } });
    expect(last('other')).toMatchObject({ shown: true, reason: null });
    expect(last('for-pros')).toMatchObject({ shown: false, reason: 'audience', detail: { attribute: 'plan' } });
    expect(last('in-poland')).toMatchObject({ shown: false, reason: 'country' });
    expect(surveys.get('in-poland')).toMatchObject({ asked: true, depends: ['country'] });
    expect(last('ended')).toMatchObject({ reason: 'schedule' });
    const resting = surveys.get('plain');
    const days = (Date.parse(resting?.until ?? '') - Date.parse(resting?.since ?? '')) / DAY;
    expect(days).toBe(30);
  });
});

describe('strangers', () => {
  it('learn nothing of surveys that are not there or not theirs', async () => {
    const theirs = await product.makeWorkspace({ surveys: [{ ...plain, id: 'only-theirs' }] });
    const identity = await someone();
    for (const who of [undefined, identity]) {
      expect(await decide(['only-theirs', 'no-such', 'constructor', 'for-pros', 'ended'], who)).toEqual({ show: [] });
    }
    const foreign = { token: await theirs.token({ sub: 'theirs' }) };
    const answer = await shop.send('decide', { candidates: ['plain'], identity: foreign });
    await expectProblem(answer, 401);
  });

  it('are refused with more candidates than there may be, or none', async () => {
    const many = Array.from({ length: 21 }, (_, index) => `s-${index}`);
    for (const candidates of [many, [], ['a b'], ['x'.repeat(65)], 'plain', undefined]) {
      await expectProblem(await shop.send('decide', { candidates }), 400);
    }
    expect((await decide(Array.from({ length: 20 }, () => 'plain'))).show).toEqual(['plain']);
    await expectProblem(await shop.send('decide', { candidates: ['plain'] }, { origin: 'https://evil.example' }), 403);
  });
});
