import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact, ContactSummary, TimelineItem } from '../../contract/contact.ts';
import type { ResponseCounts, ResponseSummary } from '../../contract/response.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
});
afterAll(() => product.stop());

async function get<T>(path: string): Promise<T> {
  const answer = await shop.api(path);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}
const post = (contact: unknown) => shop.api('/contacts', { method: 'POST', body: JSON.stringify(contact) });
const find = async (q: string) =>
  (await get<{ items: ContactSummary[] }>(`/contacts?q=${encodeURIComponent(q)}`)).items.map(({ name }) => name);

describe('a person', () => {
  it('is found by any writing of their number, name, company, email and ids', async () => {
    await post({
      name: 'سارا موسوی‌نژاد',
      company: 'Żółta Łódź',
      email: 'Sara.M@Ikon.example',
      phone: '۰۹۱۲۴۵۸۰۸۴۴',
      externalIds: [{ system: 'hubspot', value: '410000' }],
    });
    const writings = [
      '۰۹۱۲۴۵۸۰۸۴۴',
      '09124580844',
      '0912 458 0844',
      '+98 912 458 0844',
      '0098-912-458-0844',
      '9124580844',
      'سارا',
      'موسوی نژاد',
      'موسوینژاد',
      'موسوي‌نژاد',
      'zolta lodz',
      'ŻÓŁTA',
      'sara.m@ikon',
      '410000',
    ];
    for (const writing of writings) expect(await find(writing), writing).toEqual(['سارا موسوی‌نژاد']);
    for (const other of ['۰۹۱۲۴۵۸۰۸۴۵', 'رضا', '410001']) expect(await find(other), other).toEqual([]);
  });

  it('named twice by one identifier is one person', async () => {
    const twice = { system: 'crm', value: 'x-1' };
    const made = await post({ name: 'Twice', externalIds: [twice, twice] });
    expect(made.status).toBe(201);
    expect(((await made.json()) as Contact).identifiers).toHaveLength(1);
  });

  it('is not judged by what others claim in their name', async () => {
    const made = (await (await post({ name: 'Calm', email: 'calm@ikon.example' })).json()) as Contact;
    const token = await shop.token({ sub: 'calm-1', email: 'calm@ikon.example' });
    await shop.send('responses', response({ identity: { token }, answers: [{ question: 'rating', value: 5 }] }));
    await shop.send(
      'responses',
      response({ identity: { email: 'calm@ikon.example' }, answers: [{ question: 'rating', value: 1 }] }),
    );
    await shop.object.runClock(Date.now());
    expect((await get<Contact>(`/contacts/${made.id}`)).lastScore).toBe(5);
  });

  it('has every event on the timeline, page by page, also those of one moment', async () => {
    const token = await shop.token({ sub: 'traveller', name: 'Traveller' });
    const startedAt = new Date().toISOString();
    const ids: string[] = [];
    for (let i = 0; i < 7; i++) {
      const body = response({ identity: { token }, startedAt });
      ids.push(body.id);
      await shop.send('responses', body);
      const display = { id: newId(), survey: 'after-checkout', version: 1, identity: { token }, outcome: 'shown' };
      expect((await shop.send('displays', display)).status).toBe(200);
    }
    const [first] = (await get<{ items: ResponseSummary[] }>('/responses?limit=1')).items;
    for (const limit of [1, 2, 3, 50]) {
      const seen: TimelineItem[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: TimelineItem[]; next: string | null } = await get(
          `/contacts/${first?.contact?.id}/timeline?limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items);
        cursor = page.next;
      }
      const answers = seen.flatMap((item) => (item.kind === 'response' ? item.response.id : []));
      expect(answers.toSorted()).toEqual(ids.toSorted());
      expect(seen.filter(({ kind }) => kind === 'display')).toHaveLength(7);
      expect(seen.filter(({ kind }) => kind === 'created')).toHaveLength(1);
    }
  });
});

describe('a viewer', () => {
  it('reads no address and no number of a person, in whatever field it came', async () => {
    const email = 'hidden.person@ikon.example';
    const token = await shop.token({ sub: 'hidden', name: email, attributes: { note: `call +98 912 458 0899` } });
    const body = response({
      identity: { token },
      context: { who: `order of ${email}`, tel: 989124580899 },
      page: { url: 'https://shop.example/checkout', title: `Order of ${email}` },
    });
    expect((await shop.send('responses', body)).status).toBe(200);
    const track = { writeKey: shop.writeKey, userId: 'hidden', event: `Mail to ${email}`, messageId: newId() };
    expect((await fetch(`${product.origin}/v1/track`, { method: 'POST', body: JSON.stringify(track) })).status).toBe(
      200,
    );
    const id = (await get<{ contact: { id: string } }>(`/responses/${body.id}`)).contact.id;
    const cookie = await product.signIn(shop.emails.viewer);
    const paths = [`/responses/${body.id}`, '/responses', `/contacts/${id}`, `/contacts/${id}/timeline`, '/contacts'];
    for (const path of paths) {
      const shown = await fetch(`${product.origin}/api${path}`, { headers: { cookie } });
      expect(await shown.text(), path).not.toMatch(/hidden\.person@|4580899|458 0899/);
      // What the others see has it, or there would be nothing to hide.
      expect(await (await shop.api(path)).text(), path).toMatch(/hidden\.person@/);
    }
  });
});

describe('a page of people', () => {
  it('reads rows for the page, not for everybody', async () => {
    const crowd = await product.makeWorkspace();
    const contacts = Array.from({ length: 3_000 }, (_, i) => ({
      id: newId(),
      name: `Person ${i}`,
      company: 'Crowd',
      attributes: {},
      source: 'import:test',
      identifiers: [],
      createdAt: Date.now(),
      updatedAt: Date.now(),
    }));
    const imported = await fetch(`${product.origin}/api/setup/history`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.setupToken}` },
      body: JSON.stringify({ workspace: crowd.id, site: crowd.siteKey, contacts, responses: [], displays: [] }),
    });
    expect(await imported.json()).toMatchObject({ contacts: 3_000 });
    // What the clock derives from three thousand new people is not the page's to pay.
    await crowd.object.runClock(Date.now() + 60_000);
    const before = await crowd.object.meter();
    const page = (await (await crowd.api('/contacts?limit=50')).json()) as { items: unknown[]; total: number };
    const after = await crowd.object.meter();
    expect(page).toMatchObject({ total: 3_000 });
    expect(page.items).toHaveLength(50);
    // Counting them all reads each once; showing fifty must not multiply it.
    expect(after.read - before.read).toBeLessThan(2 * 3_000);
  });
});

describe('a search of responses', () => {
  it('finds what people wrote, half-spaces or not, and counts what it finds', async () => {
    for (const [value, why] of [
      [1, 'پیک نمی‌رسد و خبری نیست'],
      [2, 'پیک دیر آمد'],
      [5, 'همه چیز خوب بود'],
    ] as const) {
      const answers = [
        { question: 'rating', value },
        { question: 'why', value: why },
      ];
      await shop.send('responses', response({ answers, locale: 'fa' }));
    }
    for (const q of ['نمی‌رسد', 'نمی رسد', 'نميرسد', 'نمیرسد']) {
      const { items } = await get<{ items: ResponseSummary[] }>(`/responses?q=${encodeURIComponent(q)}`);
      expect(
        items.map(({ score }) => score),
        q,
      ).toEqual([1]);
    }
    const counts = await get<ResponseCounts>(`/responses/counts?q=${encodeURIComponent('پيك')}`);
    expect(counts).toMatchObject({ matched: 2, score: { 1: 1, 2: 1 }, trust: { anonymous: 2 } });
    expect((await get<ResponseCounts>('/responses/counts?q=zzzzzz')).score).toEqual({});
  });
});

describe('the admin API', () => {
  it('bounds its bodies and says what is no JSON', async () => {
    const large = await shop.api('/contacts', { method: 'POST', body: JSON.stringify({ name: 'x'.repeat(400_000) }) });
    expect(large.status).toBe(413);
    const broken = await shop.api('/contacts', { method: 'POST', body: '{' });
    expect(broken.status).toBe(400);
    expect(broken.headers.get('content-type')).toBe('application/problem+json');
  });

  it('says of a form that it is none', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=other']) {
      const headers = { 'content-type': type };
      const answer = await shop.api('/imports', { method: 'POST', body: '--x\r\nnothing', headers });
      expect(answer.status, type).toBe(400);
      expect(((await answer.json()) as { type: string }).type).toBe('urn:touchstone:problem:not-a-form');
    }
  });

  it('neutralises what a spreadsheet would run', async () => {
    const why = ' =HYPERLINK("https://evil.example")';
    await shop.send('responses', response({ answers: [{ question: 'why', value: `＝1+1;${why}` }] }));
    const csv = await (await shop.api('/responses/export')).text();
    expect(csv).toContain(`"'＝1+1;`);
  });

  it('neutralises it behind marks that nobody sees, and leaves words behind them alone', async () => {
    const unseen = ['\u200b', '\u200f', '\u202e', '\u2066', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u3164'];
    const texts = [
      ...unseen.map((mark, index) => `${mark}=${index}+1`),
      '\u200f\u200b @SUM(1)',
      '\u200b\t=1',
      '\u200f+98',
      '\u200e-2',
    ];
    for (const value of [...texts, '\u200fسلام']) {
      await shop.send('responses', response({ answers: [{ question: 'why', value }] }));
    }
    const csv = await (await shop.api('/responses/export')).text();
    const cells = csv.split('"').map((cell) => cell.trim());
    for (const text of texts) {
      const seen = text.replace(/^[^=+\-@]*/, '');
      const cell = cells.find((one) => one.endsWith(seen));
      expect(cell?.[0], JSON.stringify(text)).toBe("'");
    }
    expect(csv).not.toContain("'\u200fسلام");
    expect(csv).toContain('سلام');
  });

  it('keeps settings that two people change at once', async () => {
    const patch = (edit: object) => shop.api('/settings', { method: 'PATCH', body: JSON.stringify(edit) });
    await Promise.all([patch({ calendar: 'persian' }), patch({ country: 'PL' })]);
    expect(await get('/settings')).toMatchObject({ calendar: 'persian', country: 'PL' });
  });
});
