import * as z from 'zod';
import type { Connector } from './connector.ts';
import { hubspotApi } from './hubspot/api.ts';
import { hubspotNotes } from './hubspot/notes.ts';
import { archivedPage, changedPage } from './hubspot/pull.ts';
import { parseAnswer } from './parseAnswer.ts';

const properties = z.object({
  results: z.array(z.object({ name: z.string(), label: z.string(), type: z.string(), hidden: z.boolean().optional() })),
});

/** HubSpot, by the token of a private app: contacts and companies come in, responses go back as notes. */
export const hubspot: Connector = {
  system: 'hubspot',
  host: 'https://api.hubapi.com',
  isHost: (hostname) => hostname === 'api.hubapi.com' || /^api-[a-z]{2}\d\.hubapi\.com$/.test(hostname),
  streams: [
    { name: 'companies', kind: 'companies' },
    { name: 'contacts', kind: 'contacts' },
    { name: 'archived', kind: 'contacts' },
  ],
  mapping: {
    contacts: [
      { field: 'firstname', to: 'first' },
      { field: 'lastname', to: 'last' },
      { field: 'email', to: 'email' },
      { field: 'phone', to: 'phone' },
      { field: 'mobilephone', to: 'phone' },
      { field: 'company', to: 'company' },
      { field: 'jobtitle', to: 'attribute', attribute: 'title' },
      { field: 'lifecyclestage', to: 'attribute', attribute: 'stage' },
      { field: 'state', to: 'attribute', attribute: 'region' },
      { field: 'country', to: 'attribute', attribute: 'country' },
      { field: 'hs_language', to: 'attribute', attribute: 'language' },
    ],
    companies: [
      { field: 'name', to: 'name' },
      { field: 'domain', to: 'attribute', attribute: 'domain' },
      { field: 'industry', to: 'attribute', attribute: 'industry' },
      { field: 'country', to: 'attribute', attribute: 'country' },
    ],
  },

  open(world) {
    const request = hubspotApi(world);
    return {
      async test() {
        // What a run needs, each with a scope of its own.
        for (const kind of ['contacts', 'companies', 'notes']) {
          await request('GET', `/crm/v3/objects/${kind}`, { query: { limit: '1' } });
        }
        const details = await request('GET', '/account-info/v3/details');
        return { account: String(parseAnswer(details, z.object({ portalId: z.int() })).portalId) };
      },

      async fields(kind) {
        const { results } = parseAnswer(await request('GET', `/crm/v3/properties/${kind}`), properties);
        return results.filter(({ hidden }) => hidden !== true).map(({ name, label, type }) => ({ name, label, type }));
      },

      pull: (stream, cursor, fields, now) =>
        stream === 'archived'
          ? archivedPage(request, cursor, now)
          : changedPage(request, stream === 'companies' ? 'companies' : 'contacts', cursor, fields, now),

      ...hubspotNotes(request),
    };
  },
};
