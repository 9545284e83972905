import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Consent } from '../../contract/consent.ts';
import type { Contact, Resting } from '../../contract/contact.ts';
import { type PersonExport, personExport } from '../../contract/personExport.ts';
import type { ResponseDetail } from '../../contract/response.ts';
import { eventually } from '../support/eventually.ts';
import { EVERY_TYPE } from '../support/everyType.ts';
import { knownPerson } from '../support/knownPerson.ts';
import { expectProblem } from '../support/problem.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace({ surveys: [SURVEY, EVERY_TYPE] });
});
afterAll(() => product.stop());

const send = (method: string, path: string, body: unknown) => shop.api(path, { method, body: JSON.stringify(body) });
async function json<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const settled = await answer;
  expect(settled.status, await settled.clone().text()).toBe(status);
  return (await settled.json()) as T;
}
const copyOf = (id: string) => json<PersonExport>(shop.api(`/contacts/${id}/export`));
const create = (contact: unknown) => json<Contact>(send('POST', '/contacts', contact), 201);
const read = (id: string) => json<ResponseDetail>(shop.api(`/responses/${id}`));

describe('a person’s copy', () => {
  it('has everything that is kept of them, and has the shape it promises', async () => {
    const person = await knownPerson(shop);
    const consent = { purpose: 'email', state: 'given', evidence: 'said so on the phone' };
    await json(send('POST', `/contacts/${person.id}/consents`, consent), 201);
    const copy = await copyOf(person.id);
    expect(personExport.safeParse(copy).error).toBeUndefined();
    const text = JSON.stringify(copy);
    // One answer was only ever claimed to be theirs, by nothing that proves it.
    const unproven = await Promise.all(
      person.said.map(async ({ id }) => ({ id, answer: await shop.api(`/responses/${id}`) })),
    );
    const notTheirs: string[] = [];
    for (const { id, answer } of unproven) {
      if (answer.ok && ((await answer.json()) as ResponseDetail).contact === null) notTheirs.push(id);
    }
    expect(notTheirs).toHaveLength(1);
    const own = person.tells.filter((one) => !notTheirs.includes(one) && !/^quixotl|^\d+$/.test(one));
    for (const one of own) expect(text, one).toContain(one);
    expect(copy.responses.filter(({ removed }) => removed)).toHaveLength(1);
    expect(copy.responses.find(({ survey }) => survey === EVERY_TYPE.id)?.answers).toContainEqual({
      question: 'multiple',
      type: 'multiple',
      text: { en: '?' },
      value: ['price'],
      chosen: [{ en: 'price' }],
    });
    expect(copy.displays.length).toBeGreaterThanOrEqual(2);
    expect(copy.consents).toContainEqual(expect.objectContaining({ ...consent, holds: true }));
    expect(copy.records).toHaveLength(2);
    expect(copy.merges).toHaveLength(2);
    expect(copy.invitations).toHaveLength(1);
    expect(copy.neverAsk).not.toBeNull();
    expect(copy.decisions.length).toBeGreaterThan(0);
    expect(text).not.toContain('Bystander');
    expect(text).not.toContain('Not Quixotl');
  });

  it('is a page to read in their language and direction, in which nothing runs and every text is text', async () => {
    const hostile = await create({
      name: '<script>alert(1)</script>"\'&',
      company: '<img src=x onerror=alert(1)>',
      email: 'hostile@quixotl.example',
      attributes: { '</style><b>': '</title><i>' },
    });
    for (const [locale, direction] of [
      ['en', 'ltr'],
      ['fa', 'rtl'],
      ['pl', 'ltr'],
    ] as const) {
      const answer = await shop.api(`/contacts/${hostile.id}/export?format=html&locale=${locale}`);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.headers.get('content-disposition')).toContain(`person-${hostile.id}.html`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      const page = await answer.text();
      expect(page).toContain(`<html lang="${locale}" dir="${direction}">`);
      expect(page).toContain('&lt;script&gt;');
      for (const tag of ['<script', '<img', '<b>', '<i>', '<link', 'http-equiv']) expect(page).not.toContain(tag);
    }
  });

  it('says in words what its codes mean, with figures and dates of its language, and that nobody asks them any more', async () => {
    const person = await create({
      name: 'Worded Person',
      email: 'worded@quixotl.example',
      externalIds: [{ system: 'salesforce', value: 'SF-1' }],
      attributes: {
        title: 'Buyer',
        channel: 'sms',
        renewal: '2025-03-25',
        value: 12500,
        country: 'PL',
        stage: 'Customer',
      },
    });
    await json(send('POST', `/contacts/${person.id}/consents`, { purpose: 'feedback', state: 'given' }), 201);
    await json(send('POST', `/contacts/${person.id}/consents`, { purpose: 'feedback', state: 'withdrawn' }), 201);
    const token = await shop.token({ sub: 'worded-1', email: 'worded@quixotl.example' });
    await shop.send(
      'responses',
      response({
        survey: EVERY_TYPE.id,
        identity: { token },
        answers: [{ question: 'gap', value: { expected: 3, experienced: 5 } }],
      }),
    );
    await eventually(
      () => copyOf(person.id),
      ({ responses }) => responses.length === 1,
    );
    const page = async (locale: string) => {
      const html = await (await shop.api(`/contacts/${person.id}/export?format=html&locale=${locale}`)).text();
      return html
        .replace(/<style>.*?<\/style>/s, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ');
    };
    const words = {
      en: [
        'Job title Buyer',
        'SMS',
        'Mar 25, 2025',
        '12,500',
        'Poland',
        'Salesforce',
        'Asking them and using',
        'signed in',
      ],
      fa: [
        'سمت Buyer',
        'پیامک',
        'مرحله مشتری ',
        '۵ فروردین ۱۴۰۴',
        '۱۲٬۵۰۰',
        'لهستان',
        'Salesforce',
        'پرسیدن از آن‌ها',
        'انتظار: ۳',
      ],
      pl: [
        'Stanowisko Buyer',
        'SMS',
        '25 mar 2025',
        '12 500',
        'Polska',
        'Salesforce',
        'Pytanie o opinię',
        'oczekiwania: 3',
      ],
    };
    const unasked = {
      en: 'You are not asked any more since',
      fa: 'دیگر از شما پرسیده نمی‌شود',
      pl: 'nie zadajemy Ci pytań',
    };
    for (const locale of ['en', 'fa', 'pl'] as const) {
      const text = await page(locale);
      for (const one of [...words[locale], unasked[locale]]) expect(text, one).toContain(one);
      for (const code of [
        'feedback:',
        'from api',
        'salesforce',
        ' sms',
        '2025-03-25',
        '"expected"',
        '· tied ·',
        'renewal',
      ]) {
        expect(text, code).not.toContain(code);
      }
    }
    // Another one who withdrew nothing is not told so.
    const other = await create({ name: 'Asked Still' });
    const still = await (await shop.api(`/contacts/${other.id}/export?format=html`)).text();
    expect(still).not.toContain(unasked.en);
  });

  it('is an admin’s to make, and is in the audit trail', async () => {
    const { id } = await create({ name: 'Copied' });
    const cookie = await product.signIn(shop.emails.agent);
    await expectProblem(await fetch(`${product.origin}/api/contacts/${id}/export`, { headers: { cookie } }), 403);
    await copyOf(id);
    const { items } = await json<{ items: { verb: string; subject: string }[] }>(shop.api('/audit?limit=1'));
    expect(items[0]).toMatchObject({ verb: 'contact.exported', subject: `contact:${id}` });
    const elsewhere = await product.makeWorkspace();
    await expectProblem(await elsewhere.api(`/contacts/${id}/export`), 404);
  });
});

describe('an identifier put right', () => {
  it('added by hand ties the claim that waited for it, and taken away unties it again', async () => {
    const { id } = await create({ name: 'Corrected' });
    const body = response({ identity: { email: 'Corrected@quixotl.example' } });
    expect((await shop.send('responses', body)).status).toBe(200);
    const wanted = { kind: 'email', value: 'corrected@quixotl.example' };
    const after = await json<Contact>(send('POST', `/contacts/${id}/identifiers`, wanted));
    expect(after.email).toBe(wanted.value);
    await shop.object.runClock(Date.now() + 5_000);
    const tied = await eventually(
      () => read(body.id),
      ({ contact }) => contact !== null,
    );
    expect(tied.contact?.id).toBe(id);
    const resting = (one: unknown) => json<Resting>(send('POST', `/contacts/${id}/identifiers/resting`, one));
    expect(await resting(wanted)).toMatchObject({ total: 1, responses: [{ id: body.id }] });
    expect(await resting({ kind: 'email', value: 'other@quixotl.example' })).toEqual({ total: 0, responses: [] });
    // Asking changes nothing.
    expect((await read(body.id)).contact?.id).toBe(id);
    const without = await json<Contact>(send('DELETE', `/contacts/${id}/identifiers`, wanted));
    expect(without.identifiers).toEqual([]);
    expect(await read(body.id)).toMatchObject({ contact: null, match: { state: 'unmatched' } });
    await expectProblem(await send('DELETE', `/contacts/${id}/identifiers`, wanted), 404);
    // Whoever gains it next is who was meant.
    const next = await create({ name: 'Next', email: wanted.value });
    await shop.object.runClock(Date.now() + 5_000);
    expect(
      (
        await eventually(
          () => read(body.id),
          ({ contact }) => contact !== null,
        )
      ).contact?.id,
    ).toBe(next.id);
    expect(await shop.object.verify()).toMatchObject({ factsEqualRows: true, auditVerifies: true });
  });

  it('that somebody else has is theirs, and one that is none is refused', async () => {
    const { id } = await create({ name: 'Wanting' });
    await create({ name: 'Having', email: 'having@quixotl.example' });
    const add = (wanted: unknown) => send('POST', `/contacts/${id}/identifiers`, wanted);
    await expectProblem(await add({ kind: 'email', value: 'HAVING@quixotl.example' }), 409);
    await expectProblem(await add({ kind: 'email', value: 'nobody' }), 422);
    await expectProblem(await add({ kind: 'external', value: 'x-1' }), 400);
    await expectProblem(await add({ kind: 'visitor', value: 'v-1' }), 400);
    const cookie = await product.signIn(shop.emails.viewer);
    const asViewer = await fetch(`${product.origin}/api/contacts/${id}/identifiers`, {
      method: 'POST',
      headers: { cookie, origin: product.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'email', value: 'v@quixotl.example' }),
    });
    await expectProblem(asViewer, 403);
  });
});

describe('a consent', () => {
  const consentsOf = async (id: string) =>
    (await json<{ items: Consent[] }>(shop.api(`/contacts/${id}/consents`))).items;
  const answers = (consent: boolean) => [
    { question: 'gap', value: { expected: 3, experienced: 3 } },
    { question: 'consent', value: consent },
    { question: 'email', value: 'consenting@quixotl.example' },
  ];

  it('given in an answer by somebody signed in is written down with the words they read, and what they say later too', async () => {
    const sub = newId();
    const identity = { token: await shop.token({ sub }) };
    const body = response({ survey: EVERY_TYPE.id, identity, answers: answers(true), locale: 'en' });
    expect((await shop.send('responses', body)).status).toBe(200);
    const id = (await read(body.id)).contact?.id ?? '';
    const given = {
      state: 'given',
      source: 'survey',
      survey: EVERY_TYPE.id,
      version: 1,
      response: body.id,
      holds: true,
    };
    expect(await consentsOf(id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...given, purpose: 'feedback', evidence: '?' }),
        expect.objectContaining({ ...given, purpose: 'email' }),
      ]),
    );
    // The same sent again is not consented to again.
    await shop.send('responses', { ...body, revision: 2 });
    expect(await consentsOf(id)).toHaveLength(2);
    await shop.send('responses', { ...body, revision: 3, answers: answers(false) });
    const now = await consentsOf(id);
    expect(now).toHaveLength(3);
    expect(now.filter(({ purpose, holds }) => purpose === 'feedback' && holds)).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('claimed in somebody’s name is nobody’s', async () => {
    const { id } = await create({ name: 'Claimed', email: 'consenting@quixotl.example' });
    const body = response({ survey: EVERY_TYPE.id, answers: answers(true) });
    expect((await shop.send('responses', body)).status).toBe(200);
    await eventually(
      () => read(body.id),
      ({ contact }) => contact?.id === id,
    );
    await shop.send('responses', { ...body, revision: 2 });
    expect(await consentsOf(id)).toEqual([]);
  });

  it('is only ever added to, for purposes that the workspace has, and never in the time to come', async () => {
    const { id } = await create({ name: 'Consenting' });
    const add = (wanted: unknown) => send('POST', `/contacts/${id}/consents`, wanted);
    const past = new Date(Date.now() - 86_400_000).toISOString();
    await json(add({ purpose: 'sms', state: 'withdrawn' }), 201);
    await json(add({ purpose: 'sms', state: 'given', at: past, evidence: 'paper form 17' }), 201);
    const items = await consentsOf(id);
    // What was said later holds, whenever it was written down.
    expect(items).toMatchObject([
      { state: 'withdrawn', holds: true, source: 'api' },
      { state: 'given', holds: false, at: past, evidence: 'paper form 17' },
    ]);
    await expectProblem(await add({ purpose: 'nothing-known', state: 'given' }), 422);
    await expectProblem(
      await add({ purpose: 'sms', state: 'given', at: new Date(Date.now() + 3_600_000).toISOString() }),
      422,
    );
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect((await send(method, `/contacts/${id}/consents`, {})).status).toBe(404);
    }
  });
});
