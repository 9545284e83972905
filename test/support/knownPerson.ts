import { expect } from 'vitest';
import type { ResponseBody } from '../../contract/collect.ts';
import type { Contact } from '../../contract/contact.ts';
import { eventually } from './eventually.ts';
import { EVERY_TYPE } from './everyType.ts';
import { contact, HostedPage, invite } from './hostedPage.ts';
import type { TestWorkspace } from './product.ts';
import { newId, response } from './response.ts';

/** Somebody the product holds all it can about, and how to tell. */
export interface KnownPerson {
  id: string;
  name: string;
  email: string;
  phone: string;
  sub: string;
  visitor: string;
  /** Bodies as their browser sent them, in any state they may be in. */
  said: ResponseBody[];
  /** Everything that tells them and nobody else. */
  tells: string[];
  token(): Promise<string>;
}

let people = 0;

/** Makes somebody, and does all with them that leaves something behind. */
export async function knownPerson(shop: TestWorkspace): Promise<KnownPerson> {
  const n = ++people;
  const name = `Żyrafa Quixotl${n}`;
  const email = `zyrafa${n}@quixotl.example`;
  const phone = `+9891276543${String(n).padStart(2, '0')}`;
  const sub = `sub-77700${n}`;
  const desk = `desk-88800${n}`;
  const visitor = `visitor-${newId()}`;
  const word = `przecinek${n}x`;
  const token = () => shop.token({ sub, email, phone, name });
  const post = async (path: string, body: unknown, status = 200) => {
    const answer = await shop.api(path, { method: 'POST', body: JSON.stringify(body) });
    expect(answer.status, `${path}: ${await answer.clone().text()}`).toBe(status);
    return (await answer.json()) as Pick<Contact, 'id'> & { merge: string };
  };
  const put = async (path: string, body: unknown) =>
    expect((await shop.api(path, { method: 'PUT', body: JSON.stringify(body) })).status).toBe(200);
  const send = async (path: Parameters<TestWorkspace['send']>[0], body: unknown) =>
    expect((await shop.send(path, body)).status, path).toBe(200);

  const { id } = await post(
    '/contacts',
    {
      name,
      email,
      phone,
      company: `${name} and Daughters`,
      externalIds: [{ system: 'helpdesk', value: desk }],
      attributes: { nickname: `Zyzy ${word}` },
    },
    201,
  );
  expect(
    (await shop.api(`/contacts/${id}`, { method: 'PATCH', body: JSON.stringify({ attributes: { nickname: word } }) }))
      .status,
  ).toBe(200);

  // Once two, and joined; and once joined with somebody else, by mistake.
  const leaf = await post(
    '/contacts',
    { name, email: `second.${email}`, externalIds: [{ system: 'sales', value: `sf-${desk}` }] },
    201,
  );
  await post(`/contacts/${id}/merge`, { absorb: leaf.id });
  const mistaken = await contact(shop, `Not Quixotl ${n}`);
  const { merge } = await post(`/contacts/${mistaken}/merge`, { absorb: id });
  await post(`/merges/${merge}/undo`, {});

  // What they said to another tool, brought along, which gave them a phone they did not have.
  const past = {
    id: newId(),
    person: { email, name, phone_number: phone.replace('+98', '0098') },
    survey_type: 'nps',
    score: 3,
    comment: `${word} before`,
    created_at: 1_700_000_000,
  };
  const file = Buffer.from(JSON.stringify([past])).toString('base64');
  await post('/feedback', { name: 'past.json', file }, 201);

  const said: ResponseBody[] = [];
  const answer = async (over: Partial<ResponseBody>) => {
    const body = response({
      visitor,
      page: { url: `https://shop.example/pay?who=${word}`, title: word, referrer: `https://mail.example/${word}` },
      ...over,
    });
    await send('responses', body);
    said.push(body);
    return body.id;
  };
  const words = (value: number) => [
    { question: 'rating', value },
    { question: 'why', value: `${word} was late` },
  ];
  // Before anybody knew who it was; it follows them.
  await answer({ answers: words(2) });
  const verified = await answer({
    identity: { token: await token() },
    answers: words(5),
    context: { order: word },
    device: { type: 'phone', browser: 'Firefox', os: 'Android' },
  });
  // By what they typed, and what the page only says; at a browser of somebody else's.
  await answer({
    visitor: `visitor-${newId()}`,
    survey: EVERY_TYPE.id,
    answers: [
      { question: 'gap', value: { expected: 5, experienced: 1 } },
      { question: 'emotion', value: `other:${word}` },
      { question: 'single', value: `other:${word}` },
      { question: 'multiple', value: ['price'] },
      { question: 'short', value: word },
      { question: 'email', value: email },
      { question: 'phone', value: phone },
      { question: 'consent', value: true },
    ],
  });
  const claimed = await answer({ visitor: undefined, identity: { email: email.toUpperCase(), name, phone } });
  // In their name, by an id that this site's people do not have: it waits for somebody who never comes.
  await answer({ visitor: undefined, identity: { email, name, externalId: desk } });
  // Taken out by an admin, who did not mean to erase.
  const deleted = await answer({ identity: { token: await token() }, answers: words(1) });
  expect((await shop.api(`/responses/${deleted}`, { method: 'DELETE' })).status).toBe(204);
  // Tied to somebody else, and back again.
  const other = await contact(shop, `Bystander ${n}`);
  await put(`/responses/${verified}/contact`, { contact: other });
  await post(`/responses/${verified}/undo`, {});
  // Somebody else's for good, once said to be theirs.
  const given = await answer({
    visitor: undefined,
    identity: { email },
    page: { url: 'https://shop.example/' },
    answers: [{ question: 'rating', value: 4 }],
  });
  await eventually(
    async () => (await (await shop.api(`/responses/${given}`)).json()) as { contact: unknown },
    (one) => one.contact !== null,
  );
  await put(`/responses/${given}/contact`, { contact: other });

  for (const outcome of ['shown', 'never']) {
    await send('displays', {
      id: newId(),
      survey: 'after-checkout',
      version: 1,
      visitor,
      identity: { token: await token() },
      outcome,
    });
  }
  await send('displays', { id: newId(), survey: 'after-checkout', version: 1, visitor, outcome: 'shown' });
  await send('identify', { visitor, identity: { token: await token() } });
  await send('decide', { candidates: ['after-checkout'], visitor, identity: { token: await token() } });
  const link = await invite(shop, { survey: 'after-checkout', kind: 'personal', contact: id });
  const page = await HostedPage.open(link.url);
  expect((await page.press('next', { rating: '3' })).status).toBe(200);
  // Late enough for everything to be sealed.
  await shop.object.runClock(Date.now() + 7_200_000);
  await eventually(
    async () => (await (await shop.api(`/responses/${claimed}`)).json()) as { contact: unknown },
    (one) => one.contact !== null,
  );
  const gone = said.filter((body) => body.id !== given);
  return {
    id,
    name,
    email,
    phone,
    sub,
    visitor,
    said: gone,
    token,
    tells: [
      name,
      `quixotl${n}`,
      email,
      phone,
      phone.slice(3),
      sub,
      desk,
      visitor,
      word,
      id,
      leaf.id,
      `sf-${desk}`,
      ...gone.map((body) => body.id),
    ],
  };
}
