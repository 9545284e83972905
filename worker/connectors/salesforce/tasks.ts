import * as z from 'zod';
import type { Note, OpenConnector } from '../connector.ts';
import { ConnectorError } from '../connectorError.ts';
import { parseAnswer } from '../parseAnswer.ts';
import type { SalesforceApi } from './api.ts';
import { soqlText } from './soql.ts';

const made = z.object({ id: z.string().regex(/^[A-Za-z0-9]{15,18}$/), success: z.literal(true) });
const found = z.object({ records: z.array(z.object({ Id: z.string(), Description: z.string().nullish() })) });

const SUBJECT_MAX = 255;
const DESCRIPTION_MAX = 32_000;

/** Tasks on contacts, done as soon as they are made: they say what was said, and ask nothing of anybody. */
export function salesforceTasks(api: SalesforceApi): Pick<OpenConnector, 'find' | 'write' | 'renew' | 'remove'> {
  const path = `${api.base}/sobjects/Task`;
  return {
    async find({ contact, at, marker }) {
      // A description cannot be searched, so those of the same contact and day are read.
      const soql = `SELECT Id, Description FROM Task WHERE WhoId = ${soqlText(checked(contact))} AND ActivityDate = ${dayOf(at)} ORDER BY CreatedDate DESC LIMIT 200`;
      const { records } = parseAnswer(await api.query(soql), found);
      return records.find(({ Description }) => Description?.includes(marker))?.Id ?? null;
    },

    async write(note) {
      const body = { WhoId: checked(note.contact), ...fieldsOf(note), Status: 'Completed', Priority: 'Normal' };
      return parseAnswer(await api.request('POST', path, body), made).id;
    },

    renew: (id, note) => ifThere(api.request('PATCH', `${path}/${checked(id)}`, fieldsOf(note))),

    async remove(id) {
      await ifThere(api.request('DELETE', `${path}/${checked(id)}`));
    },
  };
}

function fieldsOf({ title, lines, at, marker }: Note): Record<string, string> {
  const said = lines.join('\n').slice(0, DESCRIPTION_MAX - marker.length - 1);
  return { Subject: title.slice(0, SUBJECT_MAX), Description: `${said}\n${marker}`, ActivityDate: dayOf(at) };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

async function ifThere(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof ConnectorError && error.status === 404) return false;
    throw error;
  }
}

/** One that came from a file may be anything, and belongs in no path. */
function checked(id: string): string {
  if (!/^[A-Za-z0-9]{15,18}$/.test(id)) throw new ConnectorError('refused', { detail: 'not-an-id' });
  return id;
}
