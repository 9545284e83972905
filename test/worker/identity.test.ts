import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../contract/contact.ts';
import type { ResponseDetail } from '../../contract/response.ts';
import { eventually } from '../support/eventually.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
});
afterAll(() => product.stop());

async function json<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const settled = await answer;
  expect(settled.status).toBe(status);
  return (await settled.json()) as T;
}
const read = (id: string) => json<ResponseDetail>(shop.api(`/responses/${id}`));
const person = (id: string) => json<Contact>(shop.api(`/contacts/${id}`));
const create = (contact: unknown) =>
  json<Contact>(shop.api('/contacts', { method: 'POST', body: JSON.stringify(contact) }), 201);

/** Sends a response and answers its id. */
async function answered(over: Parameters<typeof response>[0]): Promise<string> {
  const body = response(over);
  expect((await shop.send('responses', body)).status).toBe(200);
  return body.id;
}

describe('a verified response', () => {
  it('lands on the contact its email belongs to, who gains the site’s id', async () => {
    const sara = await create({ name: 'سارا موسوی‌نژاد', email: 'Sara@Ikon.example' });
    const token = await shop.token({ sub: 'c-1', email: ' sara@ikon.example', name: 'Somebody Else' });
    const stored = await read(await answered({ identity: { token } }));
    expect(stored).toMatchObject({ trust: 'verified', contact: { id: sara.id, name: 'سارا موسوی‌نژاد' } });
    expect(stored.match).toMatchObject({ method: 'token', state: 'tied', by: 'rule', undoable: true });
    expect(stored.match?.evidence.map(({ kind }) => kind)).toEqual(['token', 'identifier', 'identifier']);
    const after = await person(sara.id);
    expect(after.name).toBe('سارا موسوی‌نژاد');
    expect(after.identifiers).toContainEqual(
      expect.objectContaining({ kind: 'external', system: 'shop', value: 'c-1', trust: 'verified' }),
    );
  });

  it('follows sub, not email, when the two are different people, and joins nobody', async () => {
    const bySub = await create({ name: 'By sub', externalIds: [{ system: 'shop', value: 'c-2' }] });
    const byEmail = await create({ name: 'By email', email: 'other@ikon.example' });
    const token = await shop.token({ sub: 'c-2', email: 'other@ikon.example' });
    const stored = await read(await answered({ identity: { token } }));
    expect(stored.contact?.id).toBe(bySub.id);
    expect((await person(bySub.id)).email).toBeNull();
    expect((await person(byEmail.id)).identifiers).toHaveLength(1);
  });

  it('does not look at an email that is not verified, nor at a phone alone', async () => {
    const known = await create({ name: 'Known', email: 'known@ikon.example', phone: '09121234567' });
    for (const claims of [{ email: 'known@ikon.example', email_verified: false }, { phone: '09121234567' }]) {
      const token = await shop.token({ sub: newId(), ...claims });
      const stored = await read(await answered({ identity: { token } }));
      expect(stored.contact?.id).not.toBe(known.id);
      expect(stored.match?.evidence).toContainEqual({ kind: 'created' });
    }
  });

  it('fills only what is empty', async () => {
    const token = (traits: object) => shop.token({ sub: 'c-3', name: 'First Name', traits });
    await answered({ identity: { token: await token({ plan: 'small' }) } });
    const stored = await read(await answered({ identity: { token: await token({ plan: 'large', city: 'Tehran' }) } }));
    expect((await person(stored.contact?.id ?? '')).attributes).toEqual({ plan: 'small', city: 'Tehran' });
  });

  it('raises a claimed one, and nothing lowers it again', async () => {
    const body = response({ identity: { email: 'riser@ikon.example' } });
    await shop.send('responses', body);
    expect(await read(body.id)).toMatchObject({ trust: 'claimed' });
    const token = await shop.token({ sub: 'c-4', email: 'riser@ikon.example' });
    await shop.send('responses', { ...body, revision: 2, identity: { token } });
    await shop.send('responses', { ...body, revision: 3, identity: { email: 'someone.else@ikon.example' } });
    expect(await read(body.id)).toMatchObject({ trust: 'verified', revision: 3, match: { method: 'token' } });
  });
});

describe('a token', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const refused: [string, () => Promise<string>][] = [
    ['signed with another secret', () => shop.token({ sub: 'x' }, { secret: 'wrong-secret-wrong-secret-wrong!' })],
    ['of another site', () => shop.token({ sub: 'x' }, { audience: 'site_other' })],
    ['with an unknown key id', () => shop.token({ sub: 'x' }, { kid: 'k-unknown' })],
    ['that lives longer than an hour', () => shop.token({ sub: 'x' }, { expiresAt: now() + 7_200 })],
    ['from the future', () => shop.token({ sub: 'x' }, { issuedAt: now() + 3_600 })],
    [
      'that expired two days ago',
      () => shop.token({ sub: 'x' }, { issuedAt: now() - 175_000, expiresAt: now() - 172_800 }),
    ],
    ['of a system that the site may not speak for', () => shop.token({ sub: '1', sys: 'hubspot' })],
    ['without sub', () => shop.token({})],
    ['whose sub is empty', () => shop.token({ sub: '' })],
    ['whose email is no text', () => shop.token({ sub: 'x', email: 7 })],
  ];
  for (const [what, make] of refused) {
    it(`${what} is refused with 401`, async () => {
      const answer = await shop.send('responses', response({ identity: { token: await make() } }));
      expect(answer.status).toBe(401);
    });
  }

  it('that expired before delivery ties as claimed, with that as evidence', async () => {
    const kim = await create({ name: 'Kim', externalIds: [{ system: 'shop', value: 'late-1' }] });
    const token = await shop.token({ sub: 'late-1' }, { issuedAt: now() - 7_200, expiresAt: now() - 3_700 });
    const id = await answered({ identity: { token } });
    const stored = await eventually(
      () => read(id),
      ({ contact }) => contact !== null,
    );
    expect(stored).toMatchObject({ trust: 'claimed', contact: { id: kim.id } });
    expect(stored.match?.evidence[0]).toMatchObject({ kind: 'token', late: true });
  });

  it('of another system ties to its person once the site may speak for that system', async () => {
    const kim = await create({ name: 'Kim', externalIds: [{ system: 'hubspot', value: '77' }] });
    const allowed = await shop.api(`/sites/${shop.siteKey}`, {
      method: 'PATCH',
      body: JSON.stringify({ otherSystems: ['hubspot'] }),
    });
    expect(allowed.status).toBe(200);
    const token = await shop.token({ sub: '77', sys: 'hubspot' });
    const id = await eventually(
      async () => {
        const body = response({ identity: { token } });
        return { id: body.id, status: (await shop.send('responses', body)).status };
      },
      ({ status }) => status === 200,
    );
    expect(await read(id.id)).toMatchObject({ trust: 'verified', contact: { id: kim.id } });
    await shop.api(`/sites/${shop.siteKey}`, { method: 'PATCH', body: JSON.stringify({ otherSystems: [] }) });
  });

  it('with a not-before claim is late like any other', async () => {
    const token = await shop.token(
      { sub: 'nbf', nbf: now() - 4_000 },
      { issuedAt: now() - 4_000, expiresAt: now() - 600 },
    );
    expect(await read(await answered({ identity: { token } }))).toMatchObject({ trust: 'claimed' });
  });

  it('brings no more traits than a person may have', async () => {
    const batch = (from: number) => Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`t${from + i}`, 'x']));
    let id = '';
    for (const from of [0, 40, 80]) {
      id = await answered({ identity: { token: await shop.token({ sub: 'traits', traits: batch(from) }) } });
    }
    const known = await person((await read(id)).contact?.id ?? '');
    expect(Object.keys(known.attributes)).toHaveLength(60);
  });

  it('signed with the secret before a rotation is still taken', async () => {
    const owner = await product.signIn(shop.emails.owner);
    const old = await shop.token({ sub: 'c-rot' });
    const rotated = await fetch(`${product.origin}/api/sites/${shop.siteKey}/secret`, {
      method: 'POST',
      headers: { cookie: owner, origin: product.origin },
    });
    const fresh = (await rotated.json()) as { kid: string; secret: string };
    expect((await shop.send('responses', response({ identity: { token: old } }))).status).toBe(200);
    const token = await shop.token({ sub: 'c-rot' }, fresh);
    expect((await shop.send('responses', response({ identity: { token } }))).status).toBe(200);
  });
});

describe('a claimed response', () => {
  it('answers and writes the same whether the person exists or not', async () => {
    await create({ name: 'Exists', email: 'exists@ikon.example' });
    const footprints = [];
    for (const email of ['exists@ikon.example', 'nobody@ikon.example']) {
      const before = await shop.object.meter();
      const answer = await shop.send('responses', response({ identity: { email } }));
      const text = (await answer.text()).replace(/[0-9a-f-]{36}/, 'id');
      const after = await shop.object.meterAtLastReply();
      footprints.push({
        text,
        status: answer.status,
        headers: [...answer.headers.keys()],
        written: after.written - before.written,
      });
    }
    expect(footprints[0]).toEqual(footprints[1]);
  });

  it('is tied after the reply, and changes nothing about the contact', async () => {
    const lena = await create({ name: 'Lena', email: 'lena@ikon.example' });
    const before = await person(lena.id);
    const id = await answered({ identity: { email: 'LENA@ikon.example', name: 'Not Lena', phone: '09120000000' } });
    const stored = await eventually(
      () => read(id),
      ({ contact }) => contact !== null,
    );
    expect(stored).toMatchObject({
      trust: 'claimed',
      contact: { id: lena.id },
      match: { method: 'claim', state: 'tied' },
    });
    const after = await person(lena.id);
    expect({ ...after, responses: 0, lastScore: null, lastResponseAt: null }).toEqual(before);
  });

  it('that found nobody is tied when a contact gains the identifier', async () => {
    const id = await answered({ identity: { email: 'later@ikon.example' } });
    await eventually(
      () => read(id),
      ({ match }) => match?.state === 'unmatched',
    );
    const later = await create({ name: 'Later', email: 'later@ikon.example' });
    const stored = await eventually(
      () => read(id),
      ({ contact }) => contact !== null,
    );
    expect(stored.contact?.id).toBe(later.id);
  });

  it('never joins by phone or name alone', async () => {
    await create({ name: 'Phone Only', phone: '09127654321' });
    const id = await answered({ identity: { phone: '۰۹۱۲۷۶۵۴۳۲۱', name: 'Phone Only' } });
    expect(
      (
        await eventually(
          () => read(id),
          ({ match }) => match?.state === 'unmatched',
        )
      ).contact,
    ).toBeNull();
  });
});

describe('an anonymous visitor who signs in', () => {
  it('brings earlier answers along, which stay anonymous', async () => {
    const visitor = `visitor-${newId()}`;
    const earlier = await answered({ visitor });
    const token = await shop.token({ sub: 'walker', name: 'Walker' });
    expect((await shop.send('identify', { visitor, identity: { token } })).status).toBe(200);
    const stored = await eventually(
      () => read(earlier),
      ({ contact }) => contact !== null,
    );
    expect(stored).toMatchObject({ trust: 'anonymous', contact: { name: 'Walker' }, match: { method: 'visitor' } });
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });

  it('brings them along at a later sign-in too', async () => {
    const visitor = `visitor-${newId()}`;
    const signIn = async () => {
      const token = await shop.token({ sub: 'returner', name: 'Returner' });
      expect((await shop.send('identify', { visitor, identity: { token } })).status).toBe(200);
    };
    await signIn();
    const between = await answered({ visitor });
    await signIn();
    const stored = await eventually(
      () => read(between),
      ({ contact }) => contact !== null,
    );
    expect(stored.contact?.name).toBe('Returner');
  });

  it('is welcome on a browser that very many have signed in from', async () => {
    const visitor = `visitor-${newId()}`;
    for (let i = 0; i < 25; i++) {
      const token = await shop.token({ sub: `many-${i % 23}` });
      expect((await shop.send('identify', { visitor, identity: { token } })).status).toBe(200);
    }
  });

  it('on a device two people share brings nobody’s', async () => {
    const visitor = `visitor-${newId()}`;
    for (const sub of ['sharer-a', 'sharer-b']) {
      const token = await shop.token({ sub, name: sub });
      await shop.send('identify', { visitor, identity: { token } });
    }
    const later = await answered({ visitor });
    await shop.object.runClock(Date.now());
    expect((await read(later)).contact).toBeNull();
  });
});

describe('a decision', () => {
  it('undone again and again goes back step by step, and nothing made by hand counts as proof', async () => {
    const [first, second] = [await create({ name: 'First guess' }), await create({ name: 'Second guess' })];
    const id = await answered({ identity: { token: await shop.token({ sub: 'origin', name: 'Origin' }) } });
    const tie = (contact: string) =>
      json<ResponseDetail>(shop.api(`/responses/${id}/contact`, { method: 'PUT', body: JSON.stringify({ contact }) }));
    const undo = () => json<ResponseDetail>(shop.api(`/responses/${id}/undo`, { method: 'POST' }));
    expect(await tie(first.id)).toMatchObject({ trust: 'anonymous', contact: { id: first.id } });
    await tie(second.id);
    expect(await undo()).toMatchObject({ trust: 'anonymous', contact: { id: first.id } });
    expect(await undo()).toMatchObject({ trust: 'verified', contact: { name: 'Origin' }, match: { method: 'token' } });
    expect(await undo()).toMatchObject({ trust: 'anonymous', contact: null, match: { undoable: false } });
    expect((await shop.api(`/responses/${id}/undo`, { method: 'POST' })).status).toBe(409);
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });

  it('by hand ties, and undo goes back to what was before', async () => {
    const right = await create({ name: 'The right one' });
    const token = await shop.token({ sub: 'wrong-one', name: 'The wrong one' });
    const id = await answered({ identity: { token } });
    const put = { method: 'PUT', body: JSON.stringify({ contact: right.id }) };
    expect(await json<ResponseDetail>(shop.api(`/responses/${id}/contact`, put))).toMatchObject({
      contact: { id: right.id },
      match: { method: 'hand', by: 'setup' },
    });
    const undo = () => json<ResponseDetail>(shop.api(`/responses/${id}/undo`, { method: 'POST' }));
    expect(await undo()).toMatchObject({ contact: { name: 'The wrong one' } });
    const untie = { method: 'PUT', body: JSON.stringify({ contact: null }) };
    expect(await json<ResponseDetail>(shop.api(`/responses/${id}/contact`, untie))).toMatchObject({
      contact: null,
      match: { state: 'untied' },
    });
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });

  it('is undone to nobody when it was the first, and that once only', async () => {
    const id = await answered({ identity: { token: await shop.token({ sub: 'only-one' }) } });
    const undone = await json<ResponseDetail>(shop.api(`/responses/${id}/undo`, { method: 'POST' }));
    expect(undone).toMatchObject({ contact: null, match: { state: 'untied' } });
    const anonymous = await answered({});
    expect((await shop.api(`/responses/${anonymous}/undo`, { method: 'POST' })).status).toBe(409);
  });

  it('is in the audit trail, which verifies', async () => {
    const { items } = await json<{ items: { verb: string }[] }>(shop.api('/audit?limit=200'));
    expect(items.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['response.tied', 'response.match-undone', 'contact.created']),
    );
    expect((await shop.object.verify()).auditVerifies).toBe(true);
  });
});

describe('a viewer', () => {
  it('sees why a response belongs to somebody, but nothing of what was said to make it theirs', async () => {
    const id = await answered({
      identity: { email: 'hidden@ikon.example', phone: '09121112233', externalId: 'secret-17', name: 'Shown' },
    });
    const cookie = await product.signIn(shop.emails.viewer);
    const text = await (await fetch(`${product.origin}/api/responses/${id}`, { headers: { cookie } })).text();
    for (const field of ['externalId', 'email', 'phone', 'name']) expect(text).toContain(`"field":"${field}"`);
    for (const secret of ['hidden@', '1112233', 'secret-17', 'Shown']) expect(text).not.toContain(secret);
  });
});
