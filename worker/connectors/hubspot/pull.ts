import * as z from 'zod';
import type { RecordKind } from '../../../contract/connected.ts';
import type { PulledPage, RemoteRecord } from '../connector.ts';
import { parseAnswer } from '../parseAnswer.ts';
import { readCursor } from '../readCursor.ts';
import type { HubspotRequest } from './api.ts';

const record = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  properties: z.record(z.string(), z.string().nullish()),
  createdAt: z.string().optional(),
  updatedAt: z.string().optional(),
  archived: z.boolean().optional(),
});
const page = z.object({
  results: z.array(record),
  paging: z.object({ next: z.object({ after: z.string().max(200) }).optional() }).nullish(),
});
type Page = z.infer<typeof page>;

const LIMIT = 100;
/** A change shows up in the search some moments after it was made, and its clock is not ours. */
const OVERLAP = 5 * 60_000;
const DAY = 24 * 3_600_000;

/**
 * How far a stream has been read: `all` records once by the list, in the order of their ids; then those `changed` since,
 * by the search, whose every question is answered for 10,000 records at most and whose order moves while it is read. So
 * each page asks anew from the last time seen; where a whole page is of one instant, `ties` goes through that by id.
 */
const cursorShape = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('all'), since: z.number(), after: z.string().nullable() }),
  z.object({ phase: z.literal('changed'), at: z.number() }),
  z.object({ phase: z.literal('ties'), at: z.number(), id: z.string() }),
]);
type Cursor = z.infer<typeof cursorShape>;

const MODIFIED = { contacts: 'lastmodifieddate', companies: 'hs_lastmodifieddate' } as const;
/** What a record needs besides what is mapped. */
const ALWAYS = { contacts: ['associatedcompanyid', 'hs_merged_object_ids'], companies: [] } as const;

/** The next page of contacts or companies: all of them first, then what changed. */
export async function changedPage(
  request: HubspotRequest,
  kind: RecordKind,
  from: string | null,
  fields: readonly string[],
  now: number,
): Promise<PulledPage> {
  const cursor: Cursor = readCursor(from, cursorShape) ?? { phase: 'all', since: now, after: null };
  const modified = MODIFIED[kind];
  const properties = [...new Set([modified, ...ALWAYS[kind], ...fields])];
  if (cursor.phase === 'all') {
    const query = {
      limit: String(LIMIT),
      properties: properties.join(','),
      archived: 'false',
      ...(cursor.after === null ? {} : { after: cursor.after }),
    };
    const got = parseAnswer(await request('GET', `/crm/v3/objects/${kind}`, { query }), page);
    const after = got.paging?.next?.after;
    return pulled(got, after ? { ...cursor, after } : { phase: 'changed', at: cursor.since - OVERLAP }, true);
  }
  const filters =
    cursor.phase === 'changed'
      ? [{ propertyName: modified, operator: 'GTE', value: String(cursor.at) }]
      : [
          { propertyName: modified, operator: 'EQ', value: String(cursor.at) },
          { propertyName: 'hs_object_id', operator: 'GT', value: cursor.id },
        ];
  const sorted = cursor.phase === 'changed' ? modified : 'hs_object_id';
  const body = {
    filterGroups: [{ filters }],
    sorts: [{ propertyName: sorted, direction: 'ASCENDING' }],
    properties,
    limit: LIMIT,
  };
  const got = parseAnswer(await request('POST', `/crm/v3/objects/${kind}/search`, { body }), page);
  return goneOn(cursor, got, modified, now);
}

function goneOn(cursor: Exclude<Cursor, { phase: 'all' }>, got: Page, modified: string, now: number): PulledPage {
  const last = got.results.at(-1);
  const more = got.paging?.next !== undefined;
  if (cursor.phase === 'ties') {
    if (more && last) return pulled(got, { ...cursor, id: last.id }, true);
    return pulled(got, { phase: 'changed', at: cursor.at + 1 }, true);
  }
  const lastAt = timeOf(last?.properties[modified]) ?? cursor.at;
  if (more && lastAt > cursor.at) return pulled(got, { phase: 'changed', at: lastAt }, true);
  if (more) return pulled(got, { phase: 'ties', at: cursor.at, id: '0' }, true);
  // What is young may yet be joined by something older that was not to be found yet.
  const at = Math.max(cursor.at, Math.min(last ? lastAt + 1 : cursor.at, now - OVERLAP));
  return pulled(got, { phase: 'changed', at }, false);
}

const archivedCursor = z.object({ look: z.number(), after: z.string().nullable() });

/** Contacts that were deleted there. They cannot be asked for by time, so all of them are looked at, once a day. */
export async function archivedPage(request: HubspotRequest, from: string | null, now: number): Promise<PulledPage> {
  const cursor = readCursor(from, archivedCursor) ?? { look: now, after: null };
  if (cursor.look > now) return { records: [], cursor: JSON.stringify(cursor), more: false };
  const query = {
    limit: String(LIMIT),
    archived: 'true',
    ...(cursor.after === null ? {} : { after: cursor.after }),
  };
  const got = parseAnswer(await request('GET', '/crm/v3/objects/contacts', { query }), page);
  const after = got.paging?.next?.after ?? null;
  const next = after === null ? { look: now + DAY, after } : { ...cursor, after };
  return {
    records: got.results.map((result) => ({ ...toRecord(result), deleted: true })),
    cursor: JSON.stringify(next),
    more: after !== null,
  };
}

function pulled(got: Page, cursor: Cursor, more: boolean): PulledPage {
  return { records: got.results.map(toRecord), cursor: JSON.stringify(cursor), more };
}

function toRecord({ id, properties, createdAt, updatedAt, archived }: z.infer<typeof record>): RemoteRecord {
  const values = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value ?? '']));
  const absorbed = (values['hs_merged_object_ids'] ?? '').split(';').map((other) => other.trim());
  return {
    id,
    values,
    company: values['associatedcompanyid'] || null,
    createdAt: timeOf(createdAt),
    updatedAt: timeOf(updatedAt),
    deleted: archived === true,
    absorbed: absorbed.filter((other) => /^\d{1,20}$/.test(other) && other !== id),
    master: null,
  };
}

/** Times come as RFC 3339, in some answers as milliseconds. */
function timeOf(value: string | null | undefined): number | null {
  if (!value) return null;
  const time = /^\d{10,16}$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(time) ? null : time;
}
