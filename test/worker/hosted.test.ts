import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Invitation } from '../../contract/invitation.ts';
import type { ResponseDetail } from '../../contract/response.ts';
import { BIG_SURVEY } from '../support/bigSurvey.ts';
import { contact, HostedPage, invite } from '../support/hostedPage.ts';
import { expectProblem } from '../support/problem.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { response } from '../support/response.ts';

const DAY = 86_400_000;

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace({ surveys: [SURVEY, BIG_SURVEY] });
});
afterAll(() => product.stop());

let person: string;
beforeEach(async () => {
  person = await contact(shop, 'Maryam');
});

const personal = (survey = SURVEY.id, more = {}) =>
  invite(shop, { survey, kind: 'personal', contact: person, ...more });
const place = (survey = SURVEY.id, more = {}) => invite(shop, { survey, kind: 'place', ...more });

/** Responses of the person, newest first, read singly. */
async function responses(query = `contact=${person}`): Promise<ResponseDetail[]> {
  const { items } = (await (await shop.api(`/responses?${query}`)).json()) as { items: { id: string }[] };
  return Promise.all(
    items.map(async ({ id }) => (await (await shop.api(`/responses/${id}`)).json()) as ResponseDetail),
  );
}

async function listed(survey: string): Promise<Invitation[]> {
  return ((await (await shop.api(`/invitations?survey=${survey}`)).json()) as { items: Invitation[] }).items;
}

/** The bill so far, once the clock has nothing left that it would write some time: it follows up on people just made. */
async function settled(): Promise<{ read: number; written: number }> {
  await shop.object.runClock(Date.now() + DAY);
  return shop.object.meter();
}

describe('a personal link', () => {
  it('is answered without any script, and the answer is verified by it', async () => {
    const { url, id } = await personal();
    const asked = await HostedPage.open(url);
    expect(asked.status).toBe(200);
    expect(asked.title).toBe('How was it?');
    // A score and the words about it share a page.
    expect(asked.fields).toEqual(['a.rating', 'a.why.words']);
    const thanks = await asked.press('next', { rating: '2', 'why.words': 'It came late.\r\nTwice.' });
    expect(thanks.title).toBe('Thank you, it is with us');
    const [response, ...others] = await responses();
    expect(others).toEqual([]);
    expect(response).toMatchObject({
      survey: SURVEY.id,
      score: 2,
      comment: 'It came late.\nTwice.',
      complete: true,
      trust: 'verified',
      channel: 'link',
      visitor: null,
      locale: 'en',
      test: false,
      touchpoint: 'checkout',
      contact: { id: person, name: 'Maryam' },
      match: { method: 'link', state: 'tied', by: 'rule', evidence: [{ kind: 'link', invitation: id }] },
    });
    expect(response?.page.url).toBe(`${product.origin}/s/`);
    const read = (await (await shop.api(`/contacts/${person}`)).json()) as { identifiers: unknown[] };
    expect(read.identifiers).toEqual([]);
  });

  it('takes one response, revised for a day, and says so after', async () => {
    const { url } = await personal();
    await (await HostedPage.open(url)).press('next', { rating: '2' });
    const again = await HostedPage.open(url);
    expect(again.title).toBe('Thank you, it is with us');
    const change = await again.press('change');
    expect(change.filled).toEqual({ 'a.rating': '2' });
    await change.press('next', { rating: '5', 'why.words': 'All well now' });
    const [response, ...others] = await responses();
    expect(others).toEqual([]);
    expect(response).toMatchObject({ score: 5, comment: 'All well now', revision: 2, complete: true });

    const { id } = await personal();
    const invitation = (await listed(SURVEY.id)).find((one) => one.id !== id && one.answered === 1);
    expect(invitation?.answeredAt).not.toBeNull();
  });

  it('is over a day after it was answered, and nothing more is taken', async () => {
    const { url } = await personal();
    const page = await HostedPage.open(url);
    await page.press('next', { rating: '4' });
    const hash = await hashOf(url);
    const later = await shop.object.readInvitation({ hash, ticket: null, now: Date.now() + DAY + 60_000 });
    expect(later?.state).toBe('closed');
    const refused = await shop.object.answerInvitation({
      hash,
      ticket: null,
      site: { key: shop.siteKey, idSystem: 'shop', authoritative: false, dailyQuota: 100 },
      asked: ['rating'],
      said: [{ question: 'rating', value: 1 }],
      page: '',
      locale: 'en',
      device: { type: 'phone', browser: null, os: null },
      country: null,
      now: Date.now() + DAY + 60_000,
    });
    expect(refused).toMatchObject({ ok: false, status: 409, code: 'too-late' });
    expect((await responses())[0]?.score).toBe(4);
  });

  it('lets the answer be taken back within the day', async () => {
    const { url } = await personal();
    const thanks = await (await HostedPage.open(url)).press('next', { rating: '1', 'why.words': 'Sorry' });
    expect((await responses()).length).toBe(1);
    const gone = await thanks.press('withdraw');
    expect(gone.title).toBe('Your answer is withdrawn');
    expect(await responses()).toEqual([]);
    // Nor does it come back to life.
    expect((await HostedPage.open(url)).title).toBe('Your answer is withdrawn');
    await (await HostedPage.open(url)).press('next', { rating: '5' });
    expect(await responses()).toEqual([]);
  });

  it('is spoken for by the link alone, not by whoever has read its answer’s id', async () => {
    const { url } = await personal();
    await (await HostedPage.open(url)).press('next', { rating: '5' });
    const [said] = await responses();
    for (const more of [{ answers: [{ question: 'rating', value: 1 }] }, { answers: [], withdrawn: true as const }]) {
      const forged = response({ id: said?.id ?? '', revision: 900, survey: SURVEY.id, ...more });
      const { type } = await expectProblem(await shop.send('responses', forged), 409);
      expect(type).toContain('other-channel');
    }
    expect((await responses())[0]).toMatchObject({ score: 5, revision: said?.revision, trust: 'verified' });
  });

  it('goes back, on, and resumes where it was left', async () => {
    const { url } = await personal(BIG_SURVEY.id);
    let page = await HostedPage.open(url);
    page = await page.press('next', { rating: '2' });
    expect(page.title).toBe('What went wrong?');
    page = await page.press('back');
    expect(page.title).toBe('How was the delivery?');
    expect(page.filled).toEqual({ 'a.rating': '2' });
    page = await page.press('next', { rating: '5' });
    // Another way now, and what was said on the one before is none of it.
    expect(page.title).toBe('And the packing?');
    expect(page.fields).toEqual(['a.stars', 'a.why.words']);
    page = await page.press('next', { stars: '4' });
    expect(page.title).toBe('Would you recommend us?');
    expect((await HostedPage.open(url)).title).toBe('Would you recommend us?');
    expect((await responses())[0]).toMatchObject({ complete: false, score: 5 });
  });

  it('stays whole while one of its answers is mended, unless that leads another way', async () => {
    const { url } = await personal(BIG_SURVEY.id);
    const answer = async (question: string, answers: Record<string, string>) =>
      (await HostedPage.open(`${url}?q=${question}`)).press('next', answers);
    await answer('rating', { rating: '5' });
    expect((await answer('quote', { 'quote.agreed': 'on' })).title).toBe('Thank you, it is with us');
    await answer('rating', { rating: '4' });
    expect((await responses())[0]).toMatchObject({ score: 4, complete: true });
    expect((await answer('rating', { rating: '1' })).title).toBe('What went wrong?');
    expect((await responses())[0]).toMatchObject({ score: 1, complete: false });
  });

  it('speaks another language after all is said, too', async () => {
    const { url } = await personal(BIG_SURVEY.id);
    const page = await (await HostedPage.open(url)).press('next', { rating: '5' });
    const gone = await page.press('withdraw');
    expect((await gone.press('lang:fa')).title).toBe('پاسخ شما پس گرفته شد');
  });

  it('says nothing of the person it was made for', async () => {
    const { url } = await personal();
    const page = await HostedPage.open(url);
    expect(page.html).not.toContain('Maryam');
    expect(page.html).not.toContain(person);
  });
});

describe('every type of question', () => {
  it('is asked as native controls, and stored as what it is', async () => {
    const { url } = await personal(BIG_SURVEY.id);
    const pages: [string, Record<string, string | string[]>][] = [
      ['How was the delivery?', { rating: '3' }],
      ['What went wrong?', { wrong: ['late', 'other'], 'wrong.words': 'my own' }],
      ['And the packing?', { stars: '4', 'why.words': 'Nice' }],
      ['Would you recommend us?', { recommend: '10' }],
      ['How easy was it?', { ease: '7' }],
      ['Would you buy again?', { thumb: '0' }],
      ['And the price?', { numbers: '1' }],
      ['How do you feel?', { feeling: 'other', 'feeling.words': 'sleepy' }],
      ['And the coffee?', { 'gap.expected': '5', 'gap.experienced': '2' }],
      ['Which blend?', { one: 'alborz' }],
      ['You chose Alborz.', {}],
      ['How shall we call you?', { 'name.words': 'M' }],
      ['Where can we reach you?', { 'mail.words': 'm@ikon.example', 'mail.agreed': 'on' }],
      ['Or call you?', { 'tel.words': '+98 912 345 6789', 'tel.agreed': 'on' }],
      ['You may quote me by name.', { 'quote.agreed': 'on' }],
    ];
    let page = await HostedPage.open(url);
    for (const [title, answers] of pages) {
      expect(page.title).toBe(title);
      expect(page.html).not.toContain('<script');
      expect(page.html).not.toMatch(/\sstyle=/);
      page = await page.press('next', answers);
    }
    expect(page.title).toBe('Thank you, it is with us');
    const [response] = await responses();
    expect(response?.complete).toBe(true);
    expect(Object.fromEntries((response?.answers ?? []).map(({ question, value }) => [question, value]))).toEqual({
      rating: 3,
      wrong: ['late', 'other:my own'],
      stars: 4,
      why: 'Nice',
      recommend: 10,
      ease: 7,
      thumb: 0,
      numbers: 1,
      feeling: 'other:sleepy',
      gap: { expected: 5, experienced: 2 },
      one: 'alborz',
      name: 'M',
      mail: 'm@ikon.example',
      tel: '+98 912 345 6789',
      quote: true,
    });
  });

  it.each<[string, string, Record<string, string | string[]>, string]>([
    ['a required one passed over', 'rating', {}, 'Please answer this one'],
    ['a score off its scale', 'rating', { rating: '9' }, 'Please answer this one'],
    ['too many options', 'wrong', { wrong: ['late', 'damaged', 'rude'] }, 'Choose at most 2'],
    ['half of a pair', 'gap', { 'gap.expected': '3' }, 'Please answer this one'],
    ['no address', 'mail', { 'mail.words': 'me' }, 'Please check the email address'],
    ['an address without consent', 'mail', { 'mail.words': 'm@ikon.example' }, 'We need your consent for this'],
    ['no number', 'tel', { 'tel.words': 'call me', 'tel.agreed': 'on' }, 'Please check the phone number'],
  ])('says what is wrong with %s, keeps what was filled in, and stores nothing', async (_, at, answers, fault) => {
    const { url } = await personal(BIG_SURVEY.id);
    const before = await responses();
    const page = await HostedPage.open(`${url}?q=${at}`);
    const refused = await page.press('next', answers);
    expect(refused.status).toBe(422);
    expect(refused.fault).toBe(fault);
    expect(refused.title).toBe(page.title);
    if (typeof answers['mail.words'] === 'string') expect(refused.filled['a.mail.words']).toBe(answers['mail.words']);
    expect(await responses()).toEqual(before);
  });
});

describe('a GET', () => {
  it('writes not one row, whatever it asks for', async () => {
    const { url } = await personal(SURVEY.id);
    const hung = await place();
    const before = await settled();
    for (const address of [url, `${url}?a=5`, `${url}?q=why`, `${url}?lang=fa`, hung.url, `${hung.url}?a=1`]) {
      expect((await HostedPage.open(address)).status).toBe(200);
      expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
      await HostedPage.open(address, { 'sec-purpose': 'prefetch', purpose: 'prefetch' });
    }
    expect((await shop.object.meter()).written).toBe(before.written);
    expect((await HostedPage.open(url)).html).not.toContain('checked');
  });

  it('fills in what a mail’s link asks for, to be sent or changed by a press', async () => {
    const { url } = await personal();
    expect((await HostedPage.open(`${url}?a=4`)).filled).toEqual({ 'a.rating': '4' });
    for (const nonsense of ['9', '0', '', '4.5', '<b>', 'promoter']) {
      expect((await HostedPage.open(`${url}?a=${nonsense}`)).filled).toEqual({});
    }
    expect(await responses()).toEqual([]);
    await (await HostedPage.open(`${url}?a=4`)).press('next', { rating: '4' });
    // Pressed another time in the mail: the new one is offered, the old one stays until it is sent.
    expect((await HostedPage.open(`${url}?a=1`)).filled).toEqual({ 'a.rating': '1' });
    expect((await responses())[0]?.score).toBe(4);
  });
});

describe('a press', () => {
  it('is taken from the page itself and from no other site', async () => {
    const { url } = await personal();
    const page = await HostedPage.open(url);
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.example' },
    ];
    for (const headers of foreign) expect((await page.press('next', { rating: '1' }, headers)).status).toBe(404);
    expect(await responses()).toEqual([]);
    // A page without referrer sends "null"; an old mail client's browser sends neither.
    const own: Record<string, string>[] = [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, {}];
    for (const headers of own) expect((await page.press('next', { rating: '3' }, headers)).status).toBe(200);
    expect((await responses()).length).toBe(1);
  });

  it('twice is one response', async () => {
    const { url } = await personal();
    const page = await HostedPage.open(url);
    await Promise.all([page.press('next', { rating: '3' }), page.press('next', { rating: '3' })]);
    expect((await responses()).length).toBe(1);
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });

  it('of more than a form may hold is refused', async () => {
    const { url } = await personal();
    const page = await HostedPage.open(url);
    expect((await page.press('next', { 'why.words': 'x'.repeat(40_000) })).status).toBe(413);
  });

  it('writes at most 12 rows for a whole response', async () => {
    const { url } = await personal();
    const page = await HostedPage.open(url);
    const before = await settled();
    await page.press('next', { rating: '3', 'why.words': 'Because' });
    const written = (await shop.object.meter()).written - before.written;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThanOrEqual(12);
  });
});

describe('whatever a form is sent with', () => {
  it('is answered with a page, and the figures stay those of the rows', async () => {
    const hung = await place(BIG_SURVEY.id);
    const ticket = (await HostedPage.open(hung.url)).hidden('ticket') ?? '';
    const mine = (await personal(BIG_SURVEY.id)).url;
    const ids = BIG_SURVEY.questions.map(({ id }) => id);
    const name = fc.oneof(
      fc
        .tuple(fc.constantFrom(...ids), fc.constantFrom('', '.words', '.agreed', '.expected', '.experienced'))
        .map(([id, part]) => `a.${id}${part}`),
      fc.string({ maxLength: 20 }),
    );
    const value = fc.oneof(fc.constantFrom('1', '5', 'other', 'late', 'calm', 'on'), fc.string({ unit: 'binary' }));
    const form = fc.record({
      go: fc.oneof(fc.constantFrom('next', 'back', 'change', 'lang:fa', 'lang:xx', ''), fc.string()),
      at: fc.oneof(fc.constantFrom(...ids), fc.string({ unit: 'binary' })),
      fields: fc.array(fc.tuple(name, value), { maxLength: 12 }),
      personal: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(form, async ({ go, at, fields, personal: isMine }) => {
        const body = new URLSearchParams([['go', go], ['at', at], ['ticket', ticket], ...fields]);
        const answer = await fetch(isMine ? mine : hung.url, { method: 'POST', body });
        expect([200, 422]).toContain(answer.status);
        expect(answer.headers.get('content-type')).toContain('text/html');
      }),
      { numRuns: 60 },
    );
    expect((await shop.object.verify()).factsEqualRows).toBe(true);
  });

  it('is kept on the page when the site has used its answers for today', async () => {
    const small = await product.makeWorkspace({ surveys: [SURVEY], dailyQuota: 1 });
    const { url } = await invite(small, { survey: SURVEY.id, kind: 'place' });
    await (await HostedPage.open(url)).press('next', { rating: '3' });
    const refused = await (await HostedPage.open(url)).press('next', { rating: '4', 'why.words': 'Long words' });
    expect(refused.status).toBe(429);
    expect(refused.html).toContain('Not sent');
    expect(refused.filled).toEqual({ 'a.rating': '4', 'a.why.words': 'Long words' });
  });
});

describe('a link at a place', () => {
  it('takes a response from each who stands there, anonymous', async () => {
    const { url } = await place(SURVEY.id, { touchpoint: 'delivery' });
    for (const rating of ['2', '5']) {
      const thanks = await (await HostedPage.open(url)).press('next', { rating });
      expect(thanks.title).toBe('Thank you, it is with us');
    }
    const [second, first] = await responses('touchpoint=delivery&limit=2');
    expect(first).toMatchObject({ score: 2, trust: 'anonymous', contact: null, channel: 'place', match: null });
    expect(second).toMatchObject({ score: 5, touchpoint: 'delivery', complete: true });
    expect(first?.visitor).not.toBe(second?.visitor);
  });

  it('remembers who speaks from page to page, and for the withdrawal', async () => {
    const { url } = await place(BIG_SURVEY.id);
    let page = await HostedPage.open(url);
    page = await page.press('next', { rating: '1' });
    expect(page.title).toBe('What went wrong?');
    page = await page.press('next', { wrong: 'late' });
    const [response] = await responses(`survey=${BIG_SURVEY.id}&limit=1`);
    expect(response).toMatchObject({ answers: [{ question: 'rating', value: 1 }, { question: 'wrong' }] });
    expect((await page.press('back')).filled).toEqual({ 'a.wrong': 'late' });
    expect((await page.press('withdraw')).title).toBe('Your answer is withdrawn');
    const [newest] = await responses(`survey=${BIG_SURVEY.id}&limit=1`);
    expect(newest?.id).not.toBe(response?.id);
    // The next in line begins anew.
    expect((await HostedPage.open(url)).title).toBe('How was the delivery?');
  });

  it('hears nobody under a name that was not given here', async () => {
    const { url } = await place();
    const mine = await HostedPage.open(url);
    const other = await HostedPage.open((await place()).url);
    const [id = '', visitor = ''] = (mine.hidden('ticket') ?? '').split('.');
    const forged = [
      '',
      'x',
      `${id}.${visitor}`,
      `${id}.${visitor}.`,
      `${id}.other.${mine.hidden('ticket')?.split('.')[2]}`,
    ];
    for (const ticket of [...forged, other.hidden('ticket') ?? '']) {
      const body = new URLSearchParams({ go: 'next', at: 'rating', 'a.rating': '1', ticket });
      const before = await settled();
      expect((await fetch(url, { method: 'POST', body })).status).toBe(400);
      expect((await shop.object.meter()).written).toBe(before.written);
    }
  });

  it('writes at most 5 rows for a rating', async () => {
    const { url } = await place();
    await settled();
    // The first of an hour plans its sealing; the clock of a workspace in use is planned.
    await (await HostedPage.open(url)).press('next', { rating: '4' });
    const page = await HostedPage.open(url);
    const before = await shop.object.meter();
    await page.press('next', { rating: '3' });
    const written = (await shop.object.meter()).written - before.written;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThanOrEqual(5);
  });
});

describe('a link that leads nowhere', () => {
  it('looks the same whatever the reason', async () => {
    const revoked = await personal();
    await shop.api(`/invitations/${revoked.id}`, { method: 'DELETE' });
    const unknown = `${product.origin}/s/${shop.siteKey}${'A'.repeat(22)}`;
    const elsewhere = `${product.origin}/s/site_nobody${'A'.repeat(22)}`;
    const malformed = `${product.origin}/s/short`;
    const pages = await Promise.all([revoked.url, unknown, elsewhere, malformed].map((url) => HostedPage.open(url)));
    for (const page of pages) {
      expect(page.status).toBe(404);
      expect(page.title).toBe('This survey is not open');
      expect(page.html).toBe(pages[0]?.html);
      expect([...page.headers].filter(([name]) => name !== 'date')).toEqual(
        [...(pages[0]?.headers ?? [])].filter(([name]) => name !== 'date'),
      );
    }
    expect((await HostedPage.open(unknown, { 'accept-language': 'fa' })).title).toBe('این نظرسنجی باز نیست');
    const posted = await fetch(unknown, { method: 'POST', body: new URLSearchParams({ go: 'next' }) });
    expect(posted.status).toBe(404);
  });

  it('has expired on its day', async () => {
    const { url, createdAt, expiresAt } = await personal(SURVEY.id, { days: 3 });
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(3 * DAY);
    const hash = await hashOf(url);
    const read = (now: number) => shop.object.readInvitation({ hash, ticket: null, now });
    expect(await read(Date.parse(expiresAt) - 1)).not.toBeNull();
    expect(await read(Date.parse(expiresAt))).toBeNull();
  });

  it('is one of a survey that rests, but not for those who have begun', async () => {
    const second = await product.makeWorkspace({ surveys: [BIG_SURVEY] });
    const hung = await invite(second, { survey: BIG_SURVEY.id, kind: 'place' });
    const begun = await (await HostedPage.open(hung.url)).press('next', { rating: '5' });
    await second.api(`/surveys/${BIG_SURVEY.id}/pause`, { method: 'POST' });
    expect((await HostedPage.open(hung.url)).status).toBe(404);
    expect((await begun.press('next', { stars: '5' })).title).toBe('Would you recommend us?');
  });
});

describe('the page', () => {
  it('gives nothing away and lets nothing in', async () => {
    const { url } = await personal();
    const { headers, html } = await HostedPage.open(url);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('set-cookie')).toBeNull();
    for (const [, address = ''] of html.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)) {
      const sheet = await fetch(product.origin + address);
      expect(sheet.status).toBe(200);
      expect(sheet.headers.get('content-type')).toContain('text/css');
    }
  });

  it('speaks the language that is wanted, and any other at a press', async () => {
    const { url } = await personal(BIG_SURVEY.id);
    const persian = await HostedPage.open(url, { 'accept-language': 'de;q=0.9, fa-IR;q=0.8, en;q=0.1' });
    expect(persian.title).toBe('تحویل سفارش چطور بود؟');
    expect(persian.html).toContain('<html lang="fa" dir="rtl"');
    expect((await HostedPage.open(`${url}?lang=pl`)).title).toBe('Jak oceniasz dostawę?');
    const polish = await persian.press('lang:pl', { rating: '4' });
    expect(polish.title).toBe('Jak oceniasz dostawę?');
    // What was filled in comes along, and is not stored by it.
    expect(polish.filled).toEqual({ 'a.rating': '4' });
    expect(await responses()).toEqual([]);
    expect((await polish.press('next', { rating: '5' })).title).toBe('A opakowanie?');
    expect((await responses())[0]?.locale).toBe('pl');
  });

  it('wears the survey’s look by a sheet of its own, which takes colours and nothing else', async () => {
    const sheet = async (query: Record<string, string>) =>
      (await fetch(`${product.origin}/s/look.css?${new URLSearchParams(query)}`)).text();
    const worn = await sheet({ ink: '#123456', surface: '#fff', radius: '8', font: '"Iowan", serif' });
    for (const line of ['--ink: #123456;', '--surface: #fff;', '--radius: 8px;', '--font: "Iowan", serif;']) {
      expect(worn).toContain(line);
    }
    const evil = await sheet({ ink: 'red;} body{display:none', radius: '1e9', font: 'x}body{color:red', onInk: '' });
    expect(evil.replaceAll(/\s/g, '')).toBe(':root:root{}');
  });

  it('marks a test as one, and so its answers', async () => {
    const { url } = await personal(SURVEY.id, { test: true });
    const page = await HostedPage.open(url);
    expect(page.html).toContain('class="test"');
    await page.press('next', { rating: '3' });
    expect((await responses('test=only')).find(({ contact: who }) => who?.id === person)?.test).toBe(true);
  });
});

describe('/api/invitations', () => {
  it('tells an address once, and keeps no token', async () => {
    const made = await personal();
    const token = new URL(made.url).pathname.slice('/s/'.length);
    expect(token).toMatch(new RegExp(`^${shop.siteKey}[A-Za-z0-9]{22}$`));
    expect(JSON.stringify(await listed(SURVEY.id))).not.toContain(token);
    expect((await listed(SURVEY.id))[0]).toMatchObject({
      id: made.id,
      kind: 'personal',
      survey: SURVEY.id,
      version: 1,
      contact: { id: person, name: 'Maryam' },
      answered: 0,
      revokedAt: null,
    });
    expect(await (await shop.api('/audit')).text()).not.toContain(token);
  });

  it('lists by survey, page by page, newest first', async () => {
    const second = await product.makeWorkspace({ surveys: [SURVEY, BIG_SURVEY] });
    const made: string[] = [];
    for (const survey of [SURVEY.id, BIG_SURVEY.id, SURVEY.id, SURVEY.id]) {
      made.unshift((await invite(second, { survey, kind: 'place' })).id);
    }
    const read = async (query: string) =>
      (await (await second.api(`/invitations?${query}`)).json()) as { items: Invitation[]; next: string | null };
    expect((await read('')).items.map(({ id }) => id)).toEqual(made);
    const first = await read(`survey=${SURVEY.id}&limit=2`);
    const rest = await read(`survey=${SURVEY.id}&limit=2&cursor=${first.next}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([made[0], made[1], made[3]]);
    expect(rest.next).toBeNull();
  });

  it.each<[string, object, string]>([
    ['nobody', { kind: 'personal', survey: SURVEY.id }, '/contact'],
    ['somebody unknown', { kind: 'personal', survey: SURVEY.id, contact: 'nobody' }, '/contact'],
    ['somebody at a place', { kind: 'place', survey: SURVEY.id, contact: 'nobody' }, '/contact'],
    ['no such survey', { kind: 'place', survey: 'gone' }, '/survey'],
    ['no such touchpoint', { kind: 'place', survey: SURVEY.id, touchpoint: 'gone' }, '/touchpoint'],
    ['a site of others', { kind: 'place', survey: SURVEY.id, site: 'site_other' }, '/site'],
  ])('refuses a link for %s', async (_, wanted, pointer) => {
    const answer = await shop.api('/invitations', {
      method: 'POST',
      body: JSON.stringify({ site: shop.siteKey, ...wanted }),
    });
    expect((await expectProblem(answer, 422)).errors?.[0]?.pointer).toBe(pointer);
  });
});

/** A token as the workspace knows it. */
async function hashOf(url: string): Promise<string> {
  const token = new URL(url).pathname.slice('/s/'.length);
  return Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))).toString('base64url');
}
