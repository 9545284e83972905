import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTED_SYSTEMS, type ConnectedSystem } from '../../contract/connected.ts';
import type { Note, OpenConnector, RemoteRecord } from '../../worker/connectors/connector.ts';
import { ConnectorError } from '../../worker/connectors/connectorError.ts';
import { CONNECTORS } from '../../worker/connectors/connectors.ts';
import { soqlText } from '../../worker/connectors/salesforce/soql.ts';
import { guardedCall } from '../../worker/outbound/callApi.ts';
import { CrmServer } from '../support/crmServer/crmServer.ts';

const PEOPLE = 1_200;
const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;

let server: CrmServer;

beforeEach(async () => {
  server = await new CrmServer(PEOPLE).start();
});
afterEach(() => {
  expect([...server.hubspot.complaints, ...server.salesforce.complaints]).toEqual([]);
  server.stop();
});

function open(system: ConnectedSystem, credentials?: Record<string, string>): OpenConnector {
  const { isHost } = CONNECTORS[system];
  const { consumerKey, consumerSecret } = server.salesforce;
  const good = system === 'hubspot' ? { token: server.hubspot.token } : { consumerKey, consumerSecret };
  return CONNECTORS[system].open({
    call: guardedCall({ allow: [server.host], isHost, timeout: 1_000 }),
    host: server.origin,
    credentials: credentials ?? good,
  });
}

/** Everything one stream has from a cursor on, and the cursor after it. */
async function readAll(
  connector: OpenConnector,
  { stream = 'contacts', cursor = null as string | null, fields = [] as string[], now = NOW },
): Promise<{ records: RemoteRecord[]; cursor: string }> {
  const records: RemoteRecord[] = [];
  for (let pages = 0; pages < 300; pages += 1) {
    const page = await connector.pull(stream, cursor, fields, now);
    records.push(...page.records);
    cursor = page.cursor;
    if (!page.more) return { records, cursor };
  }
  throw new Error('it never ends');
}

const idsOf = (records: readonly RemoteRecord[]) => new Set(records.map(({ id }) => id));

async function faultOf(asked: Promise<unknown>): Promise<ConnectorError> {
  const error: unknown = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectorError)) throw new Error(`no fault, but ${String(error)}`);
  return error;
}

const note = (contact: string): Note => ({
  contact,
  title: 'CSAT 2 of 5 <b>',
  lines: ['“too late & cold”'],
  at: NOW,
  marker: 'Touchstone 0199-marker',
});
const contactOf = { hubspot: '1001', salesforce: '003RO000000000000A' };

describe.each(CONNECTED_SYSTEMS)('the connector of %s', (system) => {
  const fields = CONNECTORS[system].mapping.contacts.map(({ field }) => field);

  it('says whose account it is', async () => {
    expect((await open(system).test()).account).not.toBe('');
  });

  it('names the fields that may be mapped, the default ones among them', async () => {
    for (const kind of ['contacts', 'companies'] as const) {
      const names = (await open(system).fields(kind)).map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(CONNECTORS[system].mapping[kind].map(({ field }) => field)));
    }
  });

  it('reads everybody once, with what is mapped, and then only what changed', async () => {
    const connector = open(system);
    const first = await readAll(connector, { fields });
    expect(idsOf(first.records).size).toBe(PEOPLE);
    expect(first.records.find(({ id }) => id === contactOf[system])?.company).not.toBeNull();
    const again = await readAll(connector, { cursor: first.cursor, fields, now: NOW + 60 * MINUTE });
    expect(again.records.length).toBeLessThan(10);
    const at = NOW + 61 * MINUTE;
    if (system === 'hubspot') server.hubspot.edit('1005', { jobtitle: 'Chef' }, at);
    else server.salesforce.edit('003RO000000000005A', { Title: 'Chef' }, at);
    const third = await readAll(connector, { cursor: again.cursor, fields, now: at + MINUTE });
    expect(third.records.map(({ values }) => values['jobtitle'] ?? values['Title'])).toContain('Chef');
    expect(third.records.length).toBeLessThan(10);
  });

  it('finds a change that its clock dates a little before what was read already', async () => {
    const connector = open(system);
    const { cursor } = await readAll(connector, { fields });
    const add = (name: string, at: number) =>
      system === 'hubspot'
        ? server.hubspot.add({ firstname: name }, at)
        : server.salesforce.add({ Name: name, FirstName: name }, at);
    add('Later', NOW + 10_000);
    const second = await readAll(connector, { cursor, fields, now: NOW + 20_000 });
    const late = add('Earlier, seen later', NOW + 5_000);
    const third = await readAll(connector, { cursor: second.cursor, fields, now: NOW + 30_000 });
    expect(idsOf(third.records)).toContain(late);
  });

  it.each([
    ['a limit', { kind: 'limit', retryAfter: 7 }, 'rate-limited', 7_000],
    ['a failure of theirs', { kind: 'error' }, 'their-error', null],
    ['half a body', { kind: 'half' }, 'bad-answer', null],
    ['a line cut in the middle', { kind: 'cut' }, 'unreachable', null],
    ['nobody answering in time', { kind: 'slow', until: new Promise(() => undefined) }, 'unreachable', null],
    ['a redirect to elsewhere', { kind: 'redirect', to: 'http://127.0.0.1:1/' }, 'refused', null],
  ] as const)('takes %s for what it is', async (_, mischief, code, retryAfter) => {
    const connector = open(system);
    await connector.test();
    server.misbehave(mischief);
    const fault = await faultOf(connector.pull('contacts', null, fields, NOW));
    expect(fault).toMatchObject({ code, retryAfter });
    expect((await connector.pull('contacts', null, fields, NOW)).records.length).toBeGreaterThan(0);
  });

  it('says that credentials are not taken, and never what they are', async () => {
    const wrong = { token: 'wrong-wrong-wrong', consumerKey: 'wrong-wrong', consumerSecret: 'wrong-wrong-wrong' };
    const fault = await faultOf(open(system, wrong).test());
    expect(fault.code).toBe('unauthorised');
    expect(JSON.stringify(fault) + fault.message).not.toContain('wrong');
  });

  it('writes a note, finds it again, renews it and takes it away', async () => {
    const connector = open(system);
    const contact = contactOf[system];
    const bodies = () =>
      system === 'hubspot'
        ? server.hubspot.notesOf(contact).map(({ body }) => body)
        : server.salesforce.tasksOf(contact).map(({ Subject, Description }) => `${Subject} ${Description}`);
    expect(await connector.find(note(contact))).toBeNull();
    const id = await connector.write(note(contact));
    expect(await connector.find(note(contact))).toBe(id);
    expect(await connector.find({ ...note(contact), marker: 'Touchstone 0199-other' })).toBeNull();
    expect(bodies()[0]).toContain(system === 'hubspot' ? '&lt;b&gt;' : '<b>');
    expect(await connector.renew(id, { ...note(contact), title: 'CSAT 4 of 5' })).toBe(true);
    expect(bodies()[0]).toContain('4 of 5');
    await connector.remove(id);
    await connector.remove(id);
    expect(bodies()).toEqual([]);
    expect(await connector.renew(id, note(contact))).toBe(false);
  });

  it('sends an id that is none of theirs nowhere', async () => {
    const before = server.asked.length;
    const fault = await faultOf(open(system).write(note("1' OR Name != '")));
    expect(fault).toMatchObject({ code: 'refused', detail: 'not-an-id' });
    expect(server.asked.length).toBe(before);
  });

  it('goes to no host but theirs', async () => {
    const { isHost } = CONNECTORS[system];
    const call = guardedCall({ allow: [], isHost });
    for (const host of [
      server.origin,
      'https://evil.example',
      'https://169.254.169.254',
      `https://${system}.com.evil.example`,
    ]) {
      const connector = CONNECTORS[system].open({ call, host, credentials: { token: 'x'.repeat(20) } });
      expect((await faultOf(connector.test())).code).toBe('not-allowed');
    }
    expect(server.asked).toEqual([]);
  });
});

describe('HubSpot', () => {
  it('is read to the end where more records changed in one moment than a page or a search holds', async () => {
    const connector = open('hubspot');
    const { cursor } = await readAll(connector, {});
    const at = NOW + 10 * MINUTE;
    const changed = Array.from({ length: 950 }, (_, index) => server.hubspot.add({ firstname: `Bulk ${index}` }, at));
    const { records } = await readAll(connector, { cursor, now: at + 30 * MINUTE });
    expect([...idsOf(records)]).toEqual(expect.arrayContaining(changed));
  });

  it('tells of those deleted there, once a day', async () => {
    const connector = open('hubspot');
    server.hubspot.archive('1003');
    const first = await readAll(connector, { stream: 'archived' });
    expect(first.records).toMatchObject([{ id: '1003', deleted: true }]);
    const before = server.asked.length;
    expect((await readAll(connector, { stream: 'archived', cursor: first.cursor, now: NOW + MINUTE })).records).toEqual(
      [],
    );
    expect(server.asked.length).toBe(before);
    const nextDay = await readAll(connector, { stream: 'archived', cursor: first.cursor, now: NOW + 1_441 * MINUTE });
    expect(idsOf(nextDay.records)).toContain('1003');
  });

  it('keeps the contact’s owner as the owner of its notes', async () => {
    await open('hubspot').write(note('1001'));
    expect(server.hubspot.notesOf('1001')[0]?.owner).toBe('77');
  });

  it('says which permission is missing by its own word', async () => {
    server.hubspot.missingScopes.add('notes');
    expect(await faultOf(open('hubspot').test())).toMatchObject({ code: 'forbidden', detail: 'MISSING_SCOPES' });
  });
});

describe('Salesforce', () => {
  it('is logged in to again when the session has expired, once', async () => {
    const connector = open('salesforce');
    await connector.test();
    server.salesforce.endSessions();
    expect((await connector.pull('contacts', null, ['Name'], NOW)).records.length).toBeGreaterThan(0);
    expect(server.count('POST', /oauth2\/token$/)).toBe(2);
    server.misbehave({ kind: 'expired' }, ({ path }) => path.includes('/query'), 2);
    expect((await faultOf(connector.pull('contacts', null, ['Name'], NOW))).code).toBe('unauthorised');
  });

  it('goes on by the last record where its server has forgotten the question', async () => {
    const connector = open('salesforce');
    const first = await connector.pull('contacts', null, ['Name'], NOW);
    expect(first.more).toBe(true);
    server.salesforce.forgetLocators();
    const rest = await readAll(connector, { cursor: first.cursor, fields: ['Name'] });
    expect(idsOf([...first.records, ...rest.records]).size).toBe(PEOPLE);
    expect(first.records.length + rest.records.length).toBe(PEOPLE);
  });

  it('tells of those deleted, and into whom they were merged', async () => {
    const connector = open('salesforce');
    const { cursor } = await readAll(connector, {});
    const [gone, merged, master] = [...server.salesforce.Contact.keys()];
    server.salesforce.remove(gone ?? '', NOW + MINUTE);
    server.salesforce.remove(merged ?? '', NOW + MINUTE, master);
    const { records } = await readAll(connector, { cursor, now: NOW + 2 * MINUTE });
    expect(records).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: gone, deleted: true, master: null }),
        expect.objectContaining({ id: merged, deleted: true, master }),
      ]),
    );
  });

  it('sends secrets in bodies alone', async () => {
    await open('salesforce').test();
    for (const { path, query } of server.asked)
      expect(`${path}?${query}`).not.toContain(server.salesforce.consumerSecret);
  });
});

describe('a SOQL literal', () => {
  it('stays one value, whatever it holds', () => {
    expect(soqlText(`O'Neil \\' OR Id != ''`)).toBe(String.raw`'O\'Neil \\\' OR Id != \'\''`);
    expect(soqlText('a\nb')).toBe(String.raw`'a\nb'`);
  });
});
