import { z } from 'zod';
import type { Asked, ContractApi, Said } from './crmServer.ts';
import { COMPANIES, seededPeople } from './people.ts';

export interface SalesforceRow {
  Id: string;
  IsDeleted: boolean;
  MasterRecordId: string | null;
  modifiedAt: number;
  createdAt: number;
  fields: Record<string, string | null>;
  AccountId: string | null;
}

interface SalesforceTask {
  Id: string;
  WhoId: string;
  Subject: string;
  Description: string;
  ActivityDate: string;
  IsDeleted: boolean;
}

const FIELDS = {
  Contact: [
    'Name',
    'FirstName',
    'LastName',
    'Email',
    'Phone',
    'MobilePhone',
    'Title',
    'MailingState',
    'MailingCountry',
    'Birthdate',
    'Contract_End__c',
  ],
  Account: ['Name', 'Website', 'Industry', 'BillingCountry'],
} as const;
type Table = keyof typeof FIELDS;
const OWN = ['Id', 'IsDeleted', 'MasterRecordId', 'CreatedDate', 'SystemModstamp'];

const login = z.strictObject({
  grant_type: z.literal('client_credentials'),
  client_id: z.string(),
  client_secret: z.string(),
});
const taskBody = z.strictObject({
  WhoId: z.string(),
  Subject: z.string().min(1).max(255),
  Description: z.string().max(32_000),
  ActivityDate: z.iso.date(),
  Status: z.literal('Completed'),
  Priority: z.literal('Normal'),
});
const taskChange = taskBody.pick({ Subject: true, Description: true, ActivityDate: true }).partial();

const TIME = String.raw`(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z)`;
const TEXT = String.raw`'((?:[^'\\]|\\.)*)'`;
const START = Date.UTC(2026, 0, 5);

/** A Salesforce organisation: contacts, accounts and tasks behind a connected app. */
export class SalesforceOrg implements ContractApi {
  readonly complaints: string[] = [];
  readonly Contact = new Map<string, SalesforceRow>();
  readonly Account = new Map<string, SalesforceRow>();
  readonly tasks = new Map<string, SalesforceTask>();
  consumerKey = '3MVG9-consumer-key-of-the-app';
  consumerSecret = 'consumer-secret-of-the-app-1A2B3C';
  instance = '';
  #sessions = new Set<string>();
  #locators = new Map<string, { rows: unknown[]; size: number }>();
  #made = 0;

  constructor(people: number) {
    COMPANIES.forEach((Name, index) => {
      this.#put(
        'Account',
        idOf('001', index),
        { Name, Website: `company-${index}.example`, Industry: 'Retail' },
        START,
        null,
      );
    });
    for (const person of seededPeople(people)) {
      const fields = {
        Name: `${person.first} ${person.last}`,
        FirstName: person.first,
        LastName: person.last,
        Email: person.email || null,
        Phone: person.phone || null,
        Title: person.title || null,
        Contract_End__c: '2027-03-31',
      };
      const at = START + Math.floor(person.index / 7) * 60_000;
      this.#put('Contact', idOf('003', person.index), fields, at, idOf('001', person.company));
    }
  }

  add(fields: Record<string, string | null>, at: number): string {
    const id = idOf('003', 500_000 + this.Contact.size);
    this.#put('Contact', id, fields, at, null);
    return id;
  }

  edit(id: string, fields: Record<string, string | null>, at: number): void {
    const row = this.Contact.get(id);
    if (!row) throw new Error(`no contact ${id}`);
    Object.assign(row.fields, fields);
    row.modifiedAt = at;
  }

  /** Deletes a contact, or merges it into another. */
  remove(id: string, at: number, master: string | null = null): void {
    const row = this.Contact.get(id);
    if (!row) throw new Error(`no contact ${id}`);
    row.IsDeleted = true;
    row.MasterRecordId = master;
    row.modifiedAt = at;
  }

  endSessions(): void {
    this.#sessions.clear();
  }

  forgetLocators(): void {
    this.#locators.clear();
  }

  tasksOf(contact?: string): SalesforceTask[] {
    return [...this.tasks.values()].filter((task) => !task.IsDeleted && (contact ?? task.WhoId) === task.WhoId);
  }

  serves(path: string): boolean {
    return path.startsWith('/services/');
  }

  answer(asked: Asked): Said {
    const { method, path } = asked;
    if (path === '/services/oauth2/token') return this.#logIn(asked);
    const session = /^Bearer (.+)$/.exec(asked.headers.authorization ?? '')?.[1] ?? '';
    if (!this.#sessions.has(session)) return this.expired();
    const [, , , version = '', area, object, id] = path.split('/');
    if (!/^v\d\d\.0$/.test(version)) return this.#refuse(asked, 'NOT_FOUND', 'no such version');
    if (method === 'GET' && (area === 'query' || area === 'queryAll')) {
      return object === undefined ? this.#query(asked, area === 'queryAll') : this.#goOn(object);
    }
    if (area !== 'sobjects') return this.#refuse(asked, 'NOT_FOUND', 'no such address');
    if (method === 'GET' && id === 'describe') return describe(object ?? '');
    if (object === 'Task') return this.#task(asked, id);
    return this.#refuse(asked, 'NOT_FOUND', 'no such call');
  }

  limited(retryAfter: number | null): Said {
    const headers = retryAfter === null ? undefined : { 'retry-after': String(retryAfter) };
    return {
      ...error(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
      ...(headers ? { headers } : {}),
    };
  }

  broken(): Said {
    return error(503, 'SERVER_UNAVAILABLE', 'Server too busy');
  }

  expired(): Said {
    return error(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  }

  #put(table: Table, Id: string, fields: SalesforceRow['fields'], at: number, AccountId: string | null): void {
    this[table].set(Id, {
      Id,
      IsDeleted: false,
      MasterRecordId: null,
      modifiedAt: at,
      createdAt: at,
      fields,
      AccountId,
    });
  }

  #logIn(asked: Asked): Said {
    const parsed = login.safeParse(asked.body);
    if (asked.method !== 'POST' || asked.query.size > 0 || !parsed.success) {
      return this.#refuse(asked, 'invalid_request', 'not a request for a token');
    }
    const { client_id, client_secret } = parsed.data;
    if (client_id !== this.consumerKey || client_secret !== this.consumerSecret) {
      return { status: 400, body: { error: 'invalid_client', error_description: 'invalid client credentials' } };
    }
    this.#made += 1;
    const access_token = `00D-session-${this.#made}`;
    this.#sessions.add(access_token);
    return { status: 200, body: { access_token, instance_url: this.instance, token_type: 'Bearer', scope: 'api' } };
  }

  #query(asked: Asked, withDeleted: boolean): Said {
    const soql = asked.query.get('q') ?? '';
    const parts = /^SELECT (.+?) FROM (\w+)(?: WHERE (.+?))?(?: ORDER BY ([\w, ]+?))?(?: LIMIT (\d+))?$/.exec(soql);
    if (!parts) return this.#refuse(asked, 'MALFORMED_QUERY', soql);
    const [, selected = '', table = '', where = '', order = ''] = parts;
    if (table === 'Organization') return this.#page([{ Name: 'Caspian Org' }], 200);
    if (table === 'Task') return this.#findTasks(asked, where);
    if (table !== 'Contact' && table !== 'Account') return this.#refuse(asked, 'INVALID_TYPE', table);
    const names = selected.split(', ');
    const known: readonly string[] = [
      ...OWN,
      ...FIELDS[table],
      ...(table === 'Contact' ? ['AccountId', 'Account.Name'] : []),
    ];
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) return error(400, 'INVALID_FIELD', `No such column '${unknown}'`);
    if (order !== 'SystemModstamp, Id') return this.#refuse(asked, 'MALFORMED_QUERY', order);
    const test = conditionOf(where);
    if (!test) return this.#refuse(asked, 'MALFORMED_QUERY', where);
    const rows = [...this[table].values()]
      .filter((row) => (withDeleted || !row.IsDeleted) && test(row))
      .sort((a, b) => a.modifiedAt - b.modifiedAt || (a.Id < b.Id ? -1 : 1));
    const size = Number(/^batchSize=(\d+)$/.exec(String(asked.headers['sforce-query-options'] ?? ''))?.[1] ?? 2_000);
    if (size < 200 || size > 2_000) return this.#refuse(asked, 'INVALID_QUERY_OPTIONS', String(size));
    return this.#page(
      rows.map((row) => this.#present(table, row, names)),
      size,
    );
  }

  #findTasks(asked: Asked, where: string): Said {
    const parts = new RegExp(`^WhoId = ${TEXT} AND ActivityDate = (\\d{4}-\\d\\d-\\d\\d)$`).exec(where);
    if (!parts) return this.#refuse(asked, 'MALFORMED_QUERY', where);
    const [, who, day] = parts;
    return this.#page(
      this.tasksOf(who).filter((task) => task.ActivityDate === day),
      200,
    );
  }

  #present(table: Table, row: SalesforceRow, names: readonly string[]): Record<string, unknown> {
    const all: Record<string, unknown> = {
      ...Object.fromEntries(FIELDS[table].map((name) => [name, row.fields[name] ?? null])),
      Id: row.Id,
      IsDeleted: row.IsDeleted,
      MasterRecordId: row.MasterRecordId,
      AccountId: row.AccountId,
      CreatedDate: timeText(row.createdAt),
      SystemModstamp: timeText(row.modifiedAt),
    };
    const account = row.AccountId ? this.Account.get(row.AccountId) : undefined;
    const attributes = { type: table, url: `/services/data/v62.0/sobjects/${table}/${row.Id}` };
    const plain = names.filter((name) => !name.includes('.')).map((name) => [name, all[name]]);
    const parent = names.includes('Account.Name')
      ? { Account: account ? { attributes: {}, Name: account.fields['Name'] } : null }
      : {};
    return { attributes, ...Object.fromEntries(plain), ...parent };
  }

  #page(rows: unknown[], size: number): Said {
    if (rows.length <= size) return { status: 200, body: { totalSize: rows.length, done: true, records: rows } };
    this.#made += 1;
    const locator = `01gRO${String(this.#made).padStart(10, '0')}-${size}`;
    this.#locators.set(locator, { rows: rows.slice(size), size });
    const nextRecordsUrl = `/services/data/v62.0/query/${locator}`;
    return { status: 200, body: { totalSize: rows.length, done: false, nextRecordsUrl, records: rows.slice(0, size) } };
  }

  #goOn(locator: string): Said {
    const rest = this.#locators.get(locator);
    if (!rest) return error(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    return this.#page(rest.rows, rest.size);
  }

  #task(asked: Asked, id: string | undefined): Said {
    const { method } = asked;
    if (method === 'POST' && id === undefined) {
      const parsed = taskBody.safeParse(asked.body);
      if (!parsed.success) return this.#refuse(asked, 'INVALID_FIELD', parsed.error.message);
      const { WhoId, Subject, Description, ActivityDate } = parsed.data;
      if (this.Contact.get(WhoId)?.IsDeleted !== false)
        return error(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid WhoId');
      this.#made += 1;
      const Id = idOf('00T', this.#made);
      this.tasks.set(Id, { Id, WhoId, Subject, Description, ActivityDate, IsDeleted: false });
      return { status: 201, body: { id: Id, success: true, errors: [] } };
    }
    const task = this.tasks.get(id ?? '');
    if (!task || task.IsDeleted) return error(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    if (method === 'DELETE') {
      task.IsDeleted = true;
      return { status: 204 };
    }
    const parsed = taskChange.safeParse(asked.body);
    if (method !== 'PATCH' || !parsed.success) return this.#refuse(asked, 'INVALID_FIELD', 'not a change of a task');
    Object.assign(task, parsed.data);
    return { status: 204 };
  }

  #refuse(asked: Asked, code: string, why: string): Said {
    this.complaints.push(`${asked.method} ${asked.path}: ${code} ${why}`);
    return error(400, code, why);
  }
}

function conditionOf(where: string): ((row: SalesforceRow) => boolean) | null {
  if (where === '') return () => true;
  const since = new RegExp(`^SystemModstamp >= ${TIME}$`).exec(where);
  if (since) return (row) => row.modifiedAt >= Date.parse(since[1] ?? '');
  const after = new RegExp(`^SystemModstamp > ${TIME} OR \\(SystemModstamp = ${TIME} AND Id > ${TEXT}\\)$`).exec(where);
  if (!after || after[1] !== after[2]) return null;
  const [at, id] = [Date.parse(after[1] ?? ''), after[3] ?? ''];
  return (row) => row.modifiedAt > at || (row.modifiedAt === at && row.Id > id);
}

function describe(object: string): Said {
  if (object === 'Task') return { status: 200, body: { name: object, createable: true, fields: [] } };
  if (object !== 'Contact' && object !== 'Account') return error(404, 'NOT_FOUND', 'no such object');
  const fields = [...OWN, ...FIELDS[object]].map((name) => ({ name, label: name, type: 'string' }));
  return { status: 200, body: { name: object, createable: true, fields } };
}

/** Ids have 18 letters and digits, the first three of which name the kind. */
function idOf(prefix: string, index: number): string {
  return `${prefix}RO00000${String(index).padStart(7, '0')}`.padEnd(18, 'A');
}

/** As Salesforce writes instants: with an offset that has no colon. */
function timeText(time: number): string {
  return new Date(time).toISOString().replace('Z', '+0000');
}

function error(status: number, errorCode: string, message: string): Said {
  return { status, body: [{ errorCode, message }] };
}
