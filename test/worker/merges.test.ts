import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact, ContactSummary, TimelineItem } from '../../contract/contact.ts';
import type { JournalEntry, LinkRun, Merge, Suggestion } from '../../contract/identity.ts';
import type { ResponseDetail, ResponseSummary } from '../../contract/response.ts';
import { expectProblem } from '../support/problem.ts';
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
  expect(settled.status, settled.ok ? '' : await settled.clone().text()).toBe(status);
  return (await settled.json()) as T;
}
const post = (path: string, body?: unknown) =>
  shop.api(path, { method: 'POST', ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
const create = (contact: unknown) => json<Contact>(post('/contacts', contact), 201);
const person = (id: string) => json<Contact>(shop.api(`/contacts/${id}`));
const read = (id: string) => json<ResponseDetail>(shop.api(`/responses/${id}`));
const merge = (survivor: string, absorb: string, choose?: unknown) =>
  json<{ id: string; merge: string }>(post(`/contacts/${survivor}/merge`, { absorb, ...(choose ? { choose } : {}) }));
const open = async () => (await json<{ items: Suggestion[] }>(shop.api('/suggestions?limit=200'))).items;
const between = async (a: string, b: string) =>
  (await open()).find((pair) => [pair.a.id, pair.b.id].toSorted().join() === [a, b].toSorted().join());
const tick = () => shop.object.runClock(Date.now() + 2_000);

async function answered(over: Parameters<typeof response>[0]): Promise<string> {
  const body = response(over);
  expect((await shop.send('responses', body)).status).toBe(200);
  return body.id;
}
const known = (name: string, sub = newId()) =>
  create({ name, externalIds: [{ system: 'shop', value: sub }], email: `${sub}@ikon.example` }).then((contact) => ({
    contact,
    sub,
    identity: async () => ({ token: await shop.token({ sub }) }),
  }));
const signIn = async (visitor: string, { identity }: Awaited<ReturnType<typeof known>>) =>
  expect((await shop.send('identify', { visitor, identity: await identity() })).status).toBe(200);

describe('two people made one', () => {
  it('are one in every list, under either id, with the fields that were chosen, and two again once it is undone', async () => {
    const kept = await create({
      name: 'Zofia Nowak',
      company: 'Ikon',
      email: 'zofia@ikon.example',
      attributes: { plan: 'large' },
    });
    const gone = await create({
      name: 'Z. Nowak',
      email: 'z.nowak@mail.example',
      attributes: { plan: 'small', city: 'Łódź' },
    });
    const mine = await answered({
      identity: { token: await shop.token({ sub: newId(), email: 'z.nowak@mail.example' }) },
    });
    const { merge: id } = await merge(kept.id, gone.id, { name: 'absorbed' });
    for (const either of [kept.id, gone.id]) {
      expect(await person(either)).toMatchObject({
        id: kept.id,
        name: 'Z. Nowak',
        company: 'Ikon',
        email: 'zofia@ikon.example',
        attributes: { plan: 'large', city: 'Łódź' },
        responses: 1,
      });
    }
    const found = async (q: string) =>
      (await json<{ items: ContactSummary[] }>(shop.api(`/contacts?q=${encodeURIComponent(q)}`))).items.map(
        (one) => one.id,
      );
    for (const q of ['zofia nowak', 'z.nowak@mail', 'zofia@ikon']) expect(await found(q), q).toEqual([kept.id]);
    expect((await read(mine)).contact).toEqual({ id: kept.id, name: 'Z. Nowak' });
    const listed = await json<{ items: ResponseSummary[] }>(shop.api(`/responses?contact=${kept.id}`));
    expect(listed.items.map((one) => one.id)).toEqual([mine]);

    await json(post(`/merges/${id}/undo`));
    expect(await person(kept.id)).toMatchObject({ ...kept, updatedAt: kept.updatedAt });
    expect(await person(gone.id)).toMatchObject({
      id: gone.id,
      name: 'Z. Nowak',
      attributes: gone.attributes,
      responses: 1,
    });
    expect((await read(mine)).contact?.id).toBe(gone.id);
    expect(await found('zofia@ikon')).toEqual([kept.id]);
    await expectProblem(await post(`/merges/${id}/undo`), 409);
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });

  it('keep what was edited on the survivor since', async () => {
    const kept = await create({ name: 'Kept', attributes: { plan: 'a' } });
    const gone = await create({ name: 'Gone', attributes: { plan: 'b', city: 'Tehran' } });
    const { merge: id } = await merge(kept.id, gone.id, { attributes: { plan: 'absorbed' } });
    expect((await person(kept.id)).attributes).toEqual({ plan: 'b', city: 'Tehran' });
    const patch = (edit: unknown) => shop.api(`/contacts/${gone.id}`, { method: 'PATCH', body: JSON.stringify(edit) });
    expect(await json<Contact>(patch({ name: 'Edited', attributes: { plan: 'c' } }))).toMatchObject({
      id: kept.id,
      name: 'Edited',
      attributes: { plan: 'c' },
    });
    await json(post(`/merges/${id}/undo`));
    expect(await person(kept.id)).toMatchObject({ name: 'Edited', attributes: { plan: 'c' } });
    expect(await person(gone.id)).toMatchObject({ name: 'Gone', attributes: { plan: 'b', city: 'Tehran' } });
  });

  it('cannot be parted once one of them is erased, and it says why', async () => {
    const [kept, gone] = [await create({ name: 'Stays here' }), await create({ name: 'Leaves' })];
    const { merge: id } = await merge(kept.id, gone.id);
    await json(post(`/contacts/${kept.id}/erase`, { responses: 'anonymise', confirm: kept.id }));
    expect((await expectProblem(await post(`/merges/${id}/undo`), 409)).type).toContain('erased');
    const { items } = await json<{ items: Merge[] }>(shop.api('/merges'));
    expect(items.find((one) => one.id === id)).toMatchObject({ why: 'erased', evidence: [], taken: [] });
  });

  it('tell in their journal when, by whom and on what evidence', async () => {
    const { contact, identity } = await known('Told');
    const other = await create({ name: 'Overheard' });
    const mine = await answered({ identity: await identity() });
    await shop.api(`/responses/${mine}/contact`, { method: 'PUT', body: JSON.stringify({ contact: other.id }) });
    await post(`/responses/${mine}/undo`);
    const { merge: id } = await merge(contact.id, other.id);
    await post(`/merges/${id}/undo`);
    const seen: JournalEntry[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: JournalEntry[]; next: string | null } = await json(
        shop.api(`/contacts/${other.id}/journal?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`),
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      cursor = page.next;
    }
    expect(
      seen.map((entry) => (entry.kind === 'match' ? `match ${entry.away ? 'away' : 'here'}` : entry.kind)),
    ).toEqual(['unmerged', 'merged', 'match away', 'match here']);
    expect(seen[1]).toMatchObject({ by: 'setup', merge: { evidence: [{ kind: 'hand', by: 'setup' }] } });
  });
});

describe('a device two people share', () => {
  it('brings nobody’s answers until the two are one, and gives them back when they are two again', async () => {
    const visitor = `visitor-${newId()}`;
    const [one, other] = [await known('Shares'), await known('Shares too')];
    await signIn(visitor, one);
    await signIn(visitor, other);
    const answer = await answered({ visitor });
    const display = { id: newId(), survey: 'after-checkout', version: 1, visitor, outcome: 'dismissed' };
    await shop.send('displays', display);
    await tick();
    expect((await read(answer)).contact).toBeNull();

    const { merge: id } = await merge(one.contact.id, other.contact.id);
    await tick();
    expect(await read(answer)).toMatchObject({ trust: 'anonymous', contact: { id: one.contact.id } });
    const shown = async () =>
      (await json<{ items: TimelineItem[] }>(shop.api(`/contacts/${one.contact.id}/timeline?kind=display`))).items;
    expect(await shown()).toHaveLength(1);

    await json(post(`/merges/${id}/undo`));
    expect((await read(answer)).contact).toBeNull();
    expect(await shown()).toHaveLength(0);
    await tick();
    expect((await read(answer)).contact).toBeNull();
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });

  it('is another thread after signing out: what the next visitor says follows nobody before', async () => {
    const [before, after] = [`visitor-${newId()}`, `visitor-${newId()}`];
    const [first, second] = [await known('Signed out'), await known('Came next')];
    await signIn(before, first);
    const answer = await answered({ visitor: after });
    await signIn(after, second);
    await tick();
    expect((await read(answer)).contact?.id).toBe(second.contact.id);
  });
});

describe('two people who may be one', () => {
  it('are suggested when one token carries the id of one and the address of the other, with that as evidence', async () => {
    const [bySub, byEmail] = [await known('By sub'), await known('By address')];
    const email = `${byEmail.sub}@ikon.example`;
    await answered({ identity: { token: await shop.token({ sub: bySub.sub, email }) } });
    const pair = await between(bySub.contact.id, byEmail.contact.id);
    expect(pair?.evidence).toEqual([{ kind: 'token', system: 'shop', sub: bySub.sub, email }]);
    const viewer = await product.signIn(shop.emails.viewer);
    const text = await (
      await fetch(`${product.origin}/api/suggestions?limit=200`, { headers: { cookie: viewer } })
    ).text();
    for (const secret of [email, bySub.sub]) expect(text).not.toContain(secret);
  });

  it('are never asked about again once they are found to be two, whoever they are joined with and however often all are compared', async () => {
    const [a, b, c] = [await known('Rejected'), await known('Rejected too'), await known('Third')];
    const both = async () =>
      answered({ identity: { token: await shop.token({ sub: a.sub, email: `${b.sub}@ikon.example` }) } });
    await both();
    const pair = await between(a.contact.id, b.contact.id);
    expect((await post(`/suggestions/${pair?.id}/reject`)).status).toBe(204);
    await both();
    await merge(c.contact.id, a.contact.id);
    await both();
    await json(post('/suggestions/run'));
    await tick();
    expect(await between(c.contact.id, b.contact.id)).toBeUndefined();
    expect((await post(`/suggestions/${pair?.id}/undo`)).status).toBe(204);
    expect(await between(c.contact.id, b.contact.id)).toBeDefined();
  });

  it('are one once that is accepted, and asked about again once it is taken back', async () => {
    const [a, b] = [await known('Accepted'), await known('Accepted too')];
    await answered({ identity: { token: await shop.token({ sub: a.sub, email: `${b.sub}@ikon.example` }) } });
    const pair = await between(a.contact.id, b.contact.id);
    expect(await json(post(`/suggestions/${pair?.id}/accept`, { survivor: b.contact.id }))).toMatchObject({
      id: b.contact.id,
    });
    expect((await person(a.contact.id)).id).toBe(b.contact.id);
    await expectProblem(await post(`/suggestions/${pair?.id}/accept`, {}), 409);
    expect((await post(`/suggestions/${pair?.id}/undo`)).status).toBe(204);
    expect((await person(a.contact.id)).id).toBe(a.contact.id);
    expect((await between(a.contact.id, b.contact.id))?.state).toBe('open');
  });

  it('are found by comparing everybody, which goes on by itself and says how far it is', async () => {
    const crowd = await product.makeWorkspace();
    const contacts = Array.from({ length: 300 }, (_, index) => ({
      id: newId(),
      name: `Given${index} Family${index * 7}`,
      company: `Firm ${index % 30}`,
      attributes: { city: `City ${index % 12}` },
      source: 'import:test',
      identifiers: [],
      createdAt: Date.now(),
      updatedAt: Date.now(),
    }));
    const twice = { ...contacts[17], id: newId(), name: 'Family119, Given17', source: 'import:other' };
    const imported = await fetch(`${product.origin}/api/setup/history`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.setupToken}` },
      body: JSON.stringify({
        workspace: crowd.id,
        site: crowd.siteKey,
        contacts: [...contacts, twice],
        responses: [],
        displays: [],
      }),
    });
    expect(imported.status).toBe(200);
    expect(await json<LinkRun>(crowd.api('/suggestions/run'))).toMatchObject({ state: 'never' });
    expect(await json<LinkRun>(crowd.api('/suggestions/run', { method: 'POST' }))).toMatchObject({ state: 'running' });
    await crowd.object.runClock(Date.now() + 2_000);
    expect(await json<LinkRun>(crowd.api('/suggestions/run'))).toMatchObject({ state: 'done', total: 602, found: 1 });
    const { items } = await json<{ items: Suggestion[] }>(crowd.api('/suggestions'));
    expect(items.map(({ a, b }) => [a.id, b.id].toSorted())).toEqual([[contacts[17]?.id, twice.id].toSorted()]);
    const [score] = items[0]?.evidence ?? [];
    expect(score).toMatchObject({
      kind: 'score',
      fields: expect.arrayContaining([expect.objectContaining({ field: 'name', level: 'exact' })]),
    });
  });
});

describe('an unsigned claim', () => {
  it('reads and writes the same before the reply, whether it names somebody, somebody merged or nobody', async () => {
    const { contact, sub } = await known('Claimed about');
    const into = await create({ name: 'Survivor', email: 'survivor@ikon.example', phone: '09121110000' });
    await merge(into.id, contact.id);
    const before = await person(into.id);
    const footprint = async (identity: Record<string, string>) => {
      const meter = await shop.object.meter();
      const answer = await shop.send('responses', response({ identity }));
      const text = (await answer.text()).replace(/[0-9a-f-]{36}/, 'id');
      const after = await shop.object.meterAtLastReply();
      await shop.object.runClock(Date.now());
      return { text, status: answer.status, read: after.read - meter.read, written: after.written - meter.written };
    };
    // The first of a day finds its rows cold.
    await footprint({ email: 'warm@ikon.example' });
    const pairs: [Record<string, string>, Record<string, string>][] = [
      [{ email: `${sub}@ikon.example` }, { email: `${newId()}@ikon.example` }],
      [{ email: 'survivor@ikon.example' }, { email: 'nobodyyy@ikon.example' }],
      [{ externalId: sub }, { externalId: newId() }],
      [{ phone: '09121110000' }, { phone: '09121110009' }],
      [{ name: 'Survivor' }, { name: 'Nobody..' }],
    ];
    for (const [somebody, nobody] of pairs) expect(await footprint(somebody)).toEqual(await footprint(nobody));
    const { lastScore, lastResponseAt, lastMetric, responses, ...after } = await person(into.id);
    expect(before).toMatchObject(after);
    // Answers that claim to be theirs are listed as such; what is known of them is as it was.
    expect(responses).toBeGreaterThanOrEqual(before.responses);
  });
});
