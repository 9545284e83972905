import * as z from 'zod';
import type { ApiAnswer } from '../../outbound/callApi.ts';
import type { PulledPage, RemoteRecord } from '../connector.ts';
import { ConnectorError } from '../connectorError.ts';
import { parseAnswer } from '../parseAnswer.ts';
import { readCursor } from '../readCursor.ts';
import type { SalesforceApi } from './api.ts';
import { isSoqlField, soqlText, soqlTime } from './soql.ts';

const id = z.string().regex(/^[A-Za-z0-9]{15,18}$/);
const record = z
  .object({
    Id: id,
    IsDeleted: z.boolean(),
    MasterRecordId: id.nullish(),
    AccountId: id.nullish(),
    CreatedDate: z.string(),
    SystemModstamp: z.string(),
  })
  .loose();
const page = z.object({
  done: z.boolean(),
  nextRecordsUrl: z
    .string()
    .regex(/^\/services\/data\/v\d{2,3}\.\d\/query(?:All)?\/[A-Za-z0-9_-]{1,100}$/)
    .optional(),
  records: z.array(record),
});

/**
 * The last record read, by when it was changed and then by id, and where their server goes on from there. Should it have
 * forgotten (after two days at the latest), the question is asked anew from that record.
 */
const cursorShape = z.object({ at: z.number(), id: z.string(), next: z.string().nullable() });

/** A transaction shows when it ends, with the time of its beginning. */
const OVERLAP = 5 * 60_000;

/** The next page of what was changed or deleted since the cursor; from the very beginning, everything there is. */
export async function modifiedPage(
  api: SalesforceApi,
  object: 'Contact' | 'Account',
  from: string | null,
  fields: readonly string[],
  now: number,
): Promise<PulledPage> {
  const cursor = readCursor(from, cursorShape);
  const got = parseAnswer(await ask(api, object, cursor, fields), page);
  const last = got.records.at(-1);
  const at = last ? Date.parse(last.SystemModstamp) : (cursor?.at ?? 0);
  if (Number.isNaN(at)) throw new ConnectorError('bad-answer');
  const more = !got.done && got.nextRecordsUrl !== undefined && last !== undefined;
  const reached = { at, id: last?.Id ?? cursor?.id ?? '' };
  const settled = now - OVERLAP;
  const rest = reached.at > settled ? { at: Math.max(settled, cursor?.at ?? 0), id: '' } : reached;
  const next = more ? { ...reached, next: got.nextRecordsUrl ?? null } : { ...rest, next: null };
  return { records: got.records.map(toRecord), cursor: JSON.stringify(next), more };
}

async function ask(
  api: SalesforceApi,
  object: 'Contact' | 'Account',
  cursor: z.infer<typeof cursorShape> | null,
  fields: readonly string[],
): Promise<ApiAnswer> {
  if (cursor?.next) {
    try {
      return await api.request('GET', cursor.next);
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.detail !== 'INVALID_QUERY_LOCATOR') throw error;
    }
  }
  const own = ['Id', 'IsDeleted', 'MasterRecordId', 'CreatedDate', 'SystemModstamp'];
  if (object === 'Contact') own.push('AccountId');
  const wanted = [...new Set([...own, ...fields.filter(isSoqlField)])];
  const since = cursor && `WHERE ${after(cursor.at, cursor.id)}`;
  const soql = [`SELECT ${wanted.join(', ')} FROM ${object}`, since, 'ORDER BY SystemModstamp, Id'];
  return api.query(soql.filter(Boolean).join(' '), true);
}

function after(time: number, lastId: string): string {
  if (lastId === '') return `SystemModstamp >= ${soqlTime(time)}`;
  return `SystemModstamp > ${soqlTime(time)} OR (SystemModstamp = ${soqlTime(time)} AND Id > ${soqlText(lastId)})`;
}

function toRecord(row: z.infer<typeof record>): RemoteRecord {
  return {
    id: row.Id,
    values: valuesOf(row, ''),
    company: row.AccountId ?? null,
    createdAt: timeOf(row.CreatedDate),
    updatedAt: timeOf(row.SystemModstamp),
    deleted: row.IsDeleted,
    absorbed: [],
    // Merge history; what it says of a record that is not deleted means nothing.
    master: (row.IsDeleted && row.MasterRecordId) || null,
  };
}

/** A record's values by name, those of a parent record by dots. */
function valuesOf(row: Record<string, unknown>, prefix: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name === 'attributes') continue;
    if (typeof value === 'object' && value !== null) {
      Object.assign(values, valuesOf(value as Record<string, unknown>, `${prefix}${name}.`));
    } else values[prefix + name] = value === null || value === undefined ? '' : String(value);
  }
  return values;
}

function timeOf(value: string): number | null {
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : time;
}
