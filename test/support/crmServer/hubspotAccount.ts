import { z } from 'zod';
import type { Asked, ContractApi, Said } from './crmServer.ts';
import { COMPANIES, seededPeople } from './people.ts';

export interface HubspotRecord {
  id: string;
  properties: Record<string, string>;
  createdAt: number;
  modifiedAt: number;
  archived: boolean;
}

interface HubspotNote {
  id: string;
  contact: string;
  body: string;
  at: number;
  owner: string | null;
  archived: boolean;
}

const PROPERTIES = {
  contacts: [
    'firstname',
    'lastname',
    'email',
    'phone',
    'mobilephone',
    'company',
    'jobtitle',
    'lifecyclestage',
    'state',
    'country',
    'hs_language',
    'lastmodifieddate',
    'associatedcompanyid',
    'hs_merged_object_ids',
    'hubspot_owner_id',
    'contract_end',
  ],
  companies: ['name', 'domain', 'industry', 'country', 'hs_lastmodifieddate'],
} as const;
const MODIFIED = { contacts: 'lastmodifieddate', companies: 'hs_lastmodifieddate' } as const;
type Kind = keyof typeof PROPERTIES;

const filter = z.strictObject({
  propertyName: z.string(),
  operator: z.enum(['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'HAS_PROPERTY', 'CONTAINS_TOKEN']),
  value: z.string(),
});
const searchBody = z.strictObject({
  filterGroups: z.array(z.strictObject({ filters: z.array(filter).min(1).max(6) })).max(5),
  sorts: z
    .array(z.strictObject({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']) }))
    .max(1)
    .optional(),
  properties: z.array(z.string()).optional(),
  limit: z.int().min(1).max(200).optional(),
  after: z.string().regex(/^\d+$/).optional(),
});
const noteProperties = z.strictObject({
  hs_note_body: z.string().max(65_536),
  hs_timestamp: z.iso.datetime(),
  hubspot_owner_id: z.string().regex(/^\d+$/).optional(),
});
const noteBody = z.strictObject({
  properties: noteProperties,
  associations: z
    .array(
      z.strictObject({
        to: z.strictObject({ id: z.string().regex(/^\d+$/) }),
        types: z.tuple([
          z.strictObject({ associationCategory: z.literal('HUBSPOT_DEFINED'), associationTypeId: z.literal(202) }),
        ]),
      }),
    )
    .length(1),
});
const noteChange = z.strictObject({ properties: noteProperties.partial() });

const SEARCH_MAX = 10_000;
const START = Date.UTC(2026, 0, 5);

/** A HubSpot account: contacts, companies and notes behind a private app's token. */
export class HubspotAccount implements ContractApi {
  readonly complaints: string[] = [];
  readonly contacts = new Map<string, HubspotRecord>();
  readonly companies = new Map<string, HubspotRecord>();
  readonly notes = new Map<string, HubspotNote>();
  token = 'pat-eu1-7c1f6b0e-secret-of-the-app';
  /** Scopes that the app was not given. */
  readonly missingScopes = new Set<string>();
  #lastId = 100_000;

  constructor(people: number) {
    COMPANIES.forEach((name, index) => {
      const domain = `company-${index}.example`;
      this.#put(this.companies, String(9_000 + index), { name, domain, industry: 'RETAIL' }, START);
    });
    for (const person of seededPeople(people)) {
      const properties = {
        firstname: person.first,
        lastname: person.last,
        email: person.email,
        phone: person.phone,
        jobtitle: person.title,
        lifecyclestage: 'customer',
        associatedcompanyid: String(9_000 + person.company),
        hubspot_owner_id: person.index % 2 === 0 ? '77' : '',
        contract_end: '2027-03-31',
      };
      // Several in one moment, as an import there would have made them.
      const at = START + Math.floor(person.index / 7) * 60_000;
      this.#put(this.contacts, String(1_001 + person.index), properties, at);
    }
  }

  /** Adds a contact as of a moment. */
  add(properties: Record<string, string>, at: number, id?: string): string {
    this.#lastId += 1;
    const given = id ?? String(this.#lastId);
    this.#put(this.contacts, given, properties, at);
    return given;
  }

  edit(id: string, properties: Record<string, string>, at: number): void {
    const known = this.contacts.get(id);
    if (!known) throw new Error(`no contact ${id}`);
    Object.assign(known.properties, properties);
    known.modifiedAt = at;
  }

  archive(id: string): void {
    const known = this.contacts.get(id);
    if (known) known.archived = true;
  }

  /** Notes that are there, of one contact or of all. */
  notesOf(contact?: string): HubspotNote[] {
    return [...this.notes.values()].filter((note) => !note.archived && (contact ?? note.contact) === note.contact);
  }

  serves(path: string): boolean {
    return path.startsWith('/crm/') || path.startsWith('/account-info/');
  }

  answer(asked: Asked): Said {
    if (asked.headers.authorization !== `Bearer ${this.token}`) return this.expired();
    const { method, path } = asked;
    if (method === 'GET' && path === '/account-info/v3/details')
      return ok({ portalId: 4_242, timeZone: 'Europe/Warsaw' });
    const [, area, version, group, kind = '', rest, ...deeper] = path.split('/');
    if (area !== 'crm' || version !== 'v3' || deeper.length > 0) return this.#refuse(asked, 'no such address');
    if (group === 'properties' && method === 'GET' && isKind(kind)) return ok({ results: describe(kind) });
    if (group !== 'objects' || !(isKind(kind) || kind === 'notes')) return this.#refuse(asked, 'no such address');
    if (this.missingScopes.has(kind)) {
      return error(403, 'MISSING_SCOPES', 'This app hasn’t been granted all required scopes to make this call.');
    }
    if (kind === 'notes') return this.#notesAnswer(asked, rest);
    if (method === 'GET' && rest === undefined) return this.#list(kind, asked);
    if (method === 'POST' && rest === 'search') return this.#search(kind, asked);
    if (method === 'GET' && rest !== undefined) return this.#one(kind, rest);
    return this.#refuse(asked, 'no such call');
  }

  limited(retryAfter: number | null): Said {
    const body = {
      status: 'error',
      message: 'You have reached your ten_secondly_rolling limit.',
      errorType: 'RATE_LIMIT',
      correlationId: 'c033cdaa-2c40-4a64-ae48-b4cec88dad24',
      policyName: 'TEN_SECONDLY_ROLLING',
    };
    return { status: 429, body, headers: retryAfter === null ? {} : { 'retry-after': String(retryAfter) } };
  }

  broken(): Said {
    return error(500, 'INTERNAL_ERROR', 'internal error');
  }

  expired(): Said {
    return error(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
  }

  #put(into: Map<string, HubspotRecord>, id: string, properties: Record<string, string>, at: number): void {
    into.set(id, { id, properties, createdAt: at, modifiedAt: at, archived: false });
  }

  #list(kind: Kind, asked: Asked): Said {
    const { query } = asked;
    const odd = [...query.keys()].filter((name) => !['limit', 'after', 'properties', 'archived'].includes(name));
    if (odd.length > 0) return this.#refuse(asked, `unknown parameter ${odd.join()}`);
    const limit = Number(query.get('limit') ?? 10);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) return this.#refuse(asked, 'limit is 1 to 100');
    const archived = query.get('archived') === 'true';
    const after = BigInt(query.get('after') ?? 0);
    const all = [...this[kind].values()]
      .filter((one) => one.archived === archived && BigInt(one.id) > after)
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    const results = all.slice(0, limit);
    const last = results.at(-1)?.id ?? '';
    return ok({
      results: results.map((one) => present(kind, one, query.get('properties')?.split(',') ?? [])),
      ...(all.length > limit
        ? { paging: { next: { after: last, link: `https://api.hubapi.com?after=${last}` } } }
        : {}),
    });
  }

  #search(kind: Kind, asked: Asked): Said {
    const parsed = searchBody.safeParse(asked.body);
    if (asked.headers['content-type'] !== 'application/json' || !parsed.success) {
      return this.#refuse(asked, `not a search: ${parsed.error?.message ?? 'content type'}`);
    }
    const { filterGroups, sorts = [], properties = [], limit = 10, after = '0' } = parsed.data;
    const offset = Number(after);
    if (offset + limit > SEARCH_MAX) return this.#refuse(asked, 'beyond 10,000 results');
    const names = [...filterGroups.flatMap(({ filters }) => filters), ...sorts].map((one) => one.propertyName);
    const unknown = names.find((name) => name !== 'hs_object_id' && !isProperty(kind, name));
    if (unknown !== undefined) return this.#refuse(asked, `no property ${unknown}`);
    const sort = sorts[0];
    const way = sort?.direction === 'DESCENDING' ? -1 : 1;
    const found = [...this[kind].values()]
      .filter((one) => !one.archived)
      .filter((one) =>
        filterGroups.some(({ filters }) =>
          filters.every(({ propertyName, operator, value }) => {
            const [a, b] = [numberOf(kind, one, propertyName), Number(value)];
            return { EQ: a === b, NEQ: a !== b, LT: a < b, LTE: a <= b, GT: a > b, GTE: a >= b }[operator as 'EQ'];
          }),
        ),
      )
      // Equal ones in no order that anybody may rely on.
      .sort(
        (a, b) =>
          (sort ? way * (numberOf(kind, a, sort.propertyName) - numberOf(kind, b, sort.propertyName)) : 0) ||
          (a.id < b.id ? 1 : -1),
      );
    const results = found.slice(offset, offset + limit);
    const next = offset + limit;
    return ok({
      total: found.length,
      results: results.map((one) => present(kind, one, properties)),
      ...(found.length > next ? { paging: { next: { after: String(next) } } } : {}),
    });
  }

  #one(kind: Kind, id: string): Said {
    const merged = [...this[kind].values()].find(({ properties }) =>
      (properties['hs_merged_object_ids'] ?? '').split(';').includes(id),
    );
    const found = merged ?? this[kind].get(id);
    if (!found || found.archived) return error(404, 'OBJECT_NOT_FOUND', 'resource not found');
    return ok(present(kind, found, ['hubspot_owner_id']));
  }

  #notesAnswer(asked: Asked, rest: string | undefined): Said {
    const { method } = asked;
    if (method === 'GET' && rest === undefined) return ok({ results: [] });
    if (method === 'POST' && rest === undefined) {
      const parsed = noteBody.safeParse(asked.body);
      if (!parsed.success) return this.#refuse(asked, `not a note: ${parsed.error.message}`);
      const { properties, associations } = parsed.data;
      const contact = associations[0]?.to.id ?? '';
      if (this.contacts.get(contact)?.archived !== false) return this.#refuse(asked, 'no such contact');
      this.#lastId += 1;
      const id = String(this.#lastId);
      this.notes.set(id, {
        id,
        contact,
        body: properties.hs_note_body,
        at: Date.parse(properties.hs_timestamp),
        owner: properties.hubspot_owner_id ?? null,
        archived: false,
      });
      return { status: 201, body: { id, properties, archived: false } };
    }
    if (method === 'POST' && rest === 'search') {
      const parsed = searchBody.safeParse(asked.body);
      const filters = parsed.data?.filterGroups[0]?.filters ?? [];
      const value = (name: string) => filters.find(({ propertyName }) => propertyName === name)?.value;
      const contact = value('associations.contact');
      const at = value('hs_timestamp');
      if (!parsed.success || filters.length !== 2 || !contact || !at)
        return this.#refuse(asked, 'not a search for notes');
      const results = this.notesOf(contact).filter((note) => note.at === Number(at));
      return ok({
        total: results.length,
        results: results.map(({ id, body }) => ({ id, properties: { hs_note_body: body }, archived: false })),
      });
    }
    const note = this.notes.get(rest ?? '');
    if (!note || note.archived) {
      return method === 'DELETE' ? { status: 204 } : error(404, 'OBJECT_NOT_FOUND', 'resource not found');
    }
    if (method === 'DELETE') {
      note.archived = true;
      return { status: 204 };
    }
    const parsed = noteChange.safeParse(asked.body);
    if (method !== 'PATCH' || !parsed.success) return this.#refuse(asked, 'not a change of a note');
    note.body = parsed.data.properties.hs_note_body ?? note.body;
    return ok({ id: note.id, properties: parsed.data.properties });
  }

  #refuse(asked: Asked, why: string): Said {
    this.complaints.push(`${asked.method} ${asked.path}: ${why}`);
    return error(400, 'VALIDATION_ERROR', why);
  }
}

function isKind(kind: string): kind is Kind {
  return kind === 'contacts' || kind === 'companies';
}

function isProperty(kind: Kind, name: string): boolean {
  return (PROPERTIES[kind] as readonly string[]).includes(name);
}

function describe(kind: Kind) {
  return PROPERTIES[kind].map((name) => ({ name, label: name.toUpperCase(), type: 'string', fieldType: 'text' }));
}

function numberOf(kind: Kind, one: HubspotRecord, name: string): number {
  if (name === 'hs_object_id') return Number(one.id);
  return name === MODIFIED[kind] ? one.modifiedAt : Number.NaN;
}

function present(kind: Kind, one: HubspotRecord, wanted: readonly string[]) {
  const modified = new Date(one.modifiedAt).toISOString();
  const all: Record<string, string> = { ...one.properties, [MODIFIED[kind]]: modified, hs_object_id: one.id };
  const names = [...new Set([...wanted.filter((name) => isProperty(kind, name)), MODIFIED[kind], 'hs_object_id'])];
  return {
    id: one.id,
    properties: Object.fromEntries(names.map((name) => [name, all[name] || null])),
    createdAt: new Date(one.createdAt).toISOString(),
    updatedAt: modified,
    archived: one.archived,
  };
}

function ok(body: unknown): Said {
  return { status: 200, body };
}

function error(status: number, category: string, message: string): Said {
  return {
    status,
    body: { status: 'error', message, correlationId: 'aeb5f871-7f07-4993-9211-075dc63e7cbf', category },
  };
}
