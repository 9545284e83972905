import * as z from 'zod';
import type { Connector } from './connector.ts';
import { parseAnswer } from './parseAnswer.ts';
import { salesforceApi } from './salesforce/api.ts';
import { modifiedPage } from './salesforce/pull.ts';
import { salesforceTasks } from './salesforce/tasks.ts';

const described = z.object({
  createable: z.boolean().optional(),
  fields: z.array(z.object({ name: z.string(), label: z.string(), type: z.string() })),
});
const organisation = z.object({ records: z.array(z.object({ Name: z.string() })) });

const OBJECTS = { contacts: 'Contact', companies: 'Account' } as const;

/** Salesforce, by a connected app's client credentials: contacts and accounts come in, responses go back as tasks. */
export const salesforce: Connector = {
  system: 'salesforce',
  host: null,
  isHost: (hostname) => /(?:^|\.)(?:salesforce|force)\.com$/.test(hostname),
  // Client credentials are answered at an organisation's own address alone, a sandbox's included.
  isOrganisation: (hostname) =>
    /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z]{2,20})?\.my\.salesforce\.com$/.test(hostname),
  streams: [
    { name: 'companies', kind: 'companies' },
    { name: 'contacts', kind: 'contacts' },
  ],
  mapping: {
    contacts: [
      { field: 'Name', to: 'name' },
      { field: 'Email', to: 'email' },
      { field: 'MobilePhone', to: 'phone' },
      { field: 'Phone', to: 'phone' },
      { field: 'Account.Name', to: 'company' },
      { field: 'Title', to: 'attribute', attribute: 'title' },
      { field: 'MailingState', to: 'attribute', attribute: 'region' },
      { field: 'MailingCountry', to: 'attribute', attribute: 'country' },
      { field: 'Birthdate', to: 'attribute', attribute: 'birthday' },
    ],
    companies: [
      { field: 'Name', to: 'name' },
      { field: 'Website', to: 'attribute', attribute: 'domain' },
      { field: 'Industry', to: 'attribute', attribute: 'industry' },
      { field: 'BillingCountry', to: 'attribute', attribute: 'country' },
    ],
  },

  open(world) {
    const api = salesforceApi(world);
    return {
      async test() {
        const { records } = parseAnswer(await api.query('SELECT Name FROM Organization LIMIT 1'), organisation);
        for (const object of ['Contact', 'Account', 'Task']) {
          await api.request('GET', `${api.base}/sobjects/${object}/describe`);
        }
        return { account: records[0]?.Name ?? '' };
      },

      async fields(kind) {
        const answer = await api.request('GET', `${api.base}/sobjects/${OBJECTS[kind]}/describe`);
        const own = parseAnswer(answer, described).fields.map(({ name, label, type }) => ({ name, label, type }));
        // The one field of another record that everybody wants.
        return kind === 'contacts' ? [...own, { name: 'Account.Name', label: 'Account Name', type: 'string' }] : own;
      },

      pull: (stream, cursor, fields, now) =>
        modifiedPage(api, OBJECTS[stream === 'companies' ? 'companies' : 'contacts'], cursor, fields, now),

      ...salesforceTasks(api),
    };
  },
};
