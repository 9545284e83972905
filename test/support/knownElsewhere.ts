import { expect } from 'vitest';
import type { ResponseBody } from '../../contract/collect.ts';
import type { ContactSummary } from '../../contract/contact.ts';
import type { Suggestion } from '../../contract/identity.ts';
import { crmDesk } from './crmDesk.ts';
import type { CrmServer } from './crmServer/crmServer.ts';
import { eventually } from './eventually.ts';
import { EVERY_TYPE } from './everyType.ts';
import { doImport, planFile } from './importFile.ts';
import type { KnownPerson } from './knownPerson.ts';
import type { TestWorkspace } from './product.ts';
import { newId, response } from './response.ts';

const MINUTE = 60_000;

/** Where else somebody was brought from, and what may bring them again. */
export interface KnownElsewhere {
  /** A file with them and somebody else. */
  file: string;
  hubspot: string;
  /** Everything beyond what tells them already. */
  tells: string[];
  said: ResponseBody[];
  /** Calls `/v1/…` as the site's own server. */
  track(type: string, body: unknown): Promise<Response>;
}

/** Lets files, a server's calls, a customer system, a colleague and segments know somebody, too. */
export async function knownElsewhere(
  shop: TestWorkspace,
  origin: string,
  crm: { server: CrmServer; connection: string },
  person: KnownPerson,
): Promise<KnownElsewhere> {
  const { id, name, email, phone, sub, visitor } = person;
  const [word = ''] = /przecinek\d+x/.exec(person.tells.join(' ')) ?? [];
  const row = `row-55500${word}`;
  const other = `other-${word.slice(9)}`;
  const call = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await shop.api(path, { method, body: JSON.stringify(body), headers });
    expect(answer.ok, `${path}: ${await answer.clone().text()}`).toBe(true);
    return (await answer.json()) as { id: string };
  };
  const send = async (over: Partial<ResponseBody>) => {
    const body = response({ visitor, identity: { token: await person.token() }, ...over });
    expect((await shop.send('responses', body)).status).toBe(200);
    return body;
  };

  // A file with them, somebody else, and rows that nobody can use but that tell them; then one that shares their address.
  const header = 'Id,Name,Email,Phone,Company,Remark';
  const file = [
    header,
    `${row},${name},${email},${phone},,knows ${word}`,
    `${other},Barbara Other ${other},${other}@ikon.example,,Ikon,`,
    `,,not-an-address,,,asked for ${email}`,
    `,,nor-this,,,came with ${name.toUpperCase()}`,
    '',
  ].join('\n');
  const brought = await planFile(shop, file, `${name}.csv`);
  expect(brought.planned).toMatchObject({ refuse: 2 });
  await doImport(shop, brought.id, 'run');
  // Planned and never run; and taken back again.
  await planFile(shop, file);
  await doImport(shop, (await doImport(shop, (await planFile(shop, file)).id, 'run')).id, 'undo');
  const sharing = `${header}\n${other},Barbara Other ${other},${email},,,\n${row},,${other}@ikon.example,,,\n`;
  for (let time = 0; time < 2; time++) await doImport(shop, (await planFile(shop, sharing)).id, 'run');
  const pairs = (await (await shop.api('/suggestions?limit=200')).json()) as { items: Suggestion[] };
  expect(pairs.items.filter(({ a, b }) => [a.id, b.id].includes(id)).length).toBeGreaterThan(0);

  const basic = Buffer.from(`${shop.writeKey}:`).toString('base64');
  const track = (type: string, body: unknown) =>
    fetch(`${origin}/v1/${type}`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const traits = { email, name, nickname: word };
  expect((await track('identify', { userId: sub, anonymousId: visitor, traits })).status).toBe(200);
  const tracked = { userId: sub, event: 'Order Completed', properties: { order: word, email } };
  expect((await track('track', tracked)).status).toBe(200);

  // Their record in the customer system, with one note that stands on it and one that waits.
  const hubspot = `77700088800${word.replace(/\D/g, '').padStart(3, '0')}`;
  const desk = crmDesk(shop);
  const [firstname = '', lastname = ''] = name.split(' ');
  crm.server.hubspot.add({ firstname, lastname, email, phone, jobtitle: word }, Date.now(), hubspot);
  await desk.run(crm.connection, true);
  await eventually(
    async () => JSON.stringify(await (await shop.api(`/contacts/${id}`)).json()),
    (text) => text.includes(hubspot),
    30_000,
  );
  const said = [await send({ complete: true, answers: [{ question: 'rating', value: 1 }] })];
  await shop.object.runClock(Date.now() + MINUTE);
  await eventually(
    async () => crm.server.hubspot.notesOf(hubspot).length,
    (notes) => notes > 0,
    30_000,
  );
  said.push(await send({ answers: [{ question: 'why', value: word }] }));

  // What they agreed to, by an answer and by word of mouth.
  said.push(await send({ survey: EVERY_TYPE.id, answers: [{ question: 'consent', value: true }] }));
  await call('POST', `/contacts/${id}/consents`, {
    purpose: 'feedback',
    state: 'given',
    evidence: `by phone, ${word}`,
  });

  const quoted = person.said.find(
    ({ identity, answers }) => identity && answers.some(({ question }) => question === 'why'),
  );
  await call('POST', '/segments', {
    name: `All ${other}`,
    rule: { match: 'all', of: [{ by: 'did', what: 'response' }] },
    persona: { name: 'Sara, who waits', needs: [], goals: [], quote: quoted?.id },
  });

  const upsert = { email, name, attributes: { nickname: word } };
  await call('PUT', '/contacts', upsert, { 'idempotency-key': `put-${newId()}` });
  await call(
    'POST',
    '/contacts/batch',
    { contacts: [upsert, { email: 'x' }] },
    { 'idempotency-key': `batch-${newId()}` },
  );
  for (const format of ['json', 'html']) {
    expect((await shop.api(`/contacts/${id}/export?format=${format}`)).status).toBe(200);
  }
  await shop.object.runClock(Date.now() + MINUTE);
  const found = (await (await shop.api(`/contacts?q=${encodeURIComponent(email)}`)).json()) as {
    items: ContactSummary[];
  };
  expect(found.items.map((one) => one.id)).toContain(id);
  return {
    file: file.split('\n', 3).join('\n'),
    hubspot,
    said,
    track,
    tells: [row, hubspot, ...said.map((body) => body.id)],
  };
}
