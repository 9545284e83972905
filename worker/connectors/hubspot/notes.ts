import * as z from 'zod';
import type { Note, OpenConnector } from '../connector.ts';
import { ConnectorError } from '../connectorError.ts';
import { parseAnswer } from '../parseAnswer.ts';
import type { HubspotRequest } from './api.ts';

const NOTES = '/crm/v3/objects/notes';
const made = z.object({ id: z.string().regex(/^\d{1,20}$/) });
const owned = made.extend({ properties: z.object({ hubspot_owner_id: z.string().nullish() }) });
const found = z.object({
  results: z.array(made.extend({ properties: z.object({ hs_note_body: z.string().nullish() }) })),
});

/** HubSpot's own kind of association from a note to a contact. */
const NOTE_TO_CONTACT = 202;
/** Its bound of a note's body. */
const BODY_MAX = 65_536;

/**
 * Notes on contacts. Surveys of others are read-only there, so a note is the way back.
 *
 * @see https://developers.hubspot.com/docs/reference/api/crm/engagements/notes
 */
export function hubspotNotes(request: HubspotRequest): Pick<OpenConnector, 'find' | 'write' | 'renew' | 'remove'> {
  return {
    async find({ contact, at, marker }) {
      const filters = [
        { propertyName: 'associations.contact', operator: 'EQ', value: numbered(contact) },
        { propertyName: 'hs_timestamp', operator: 'EQ', value: String(at) },
      ];
      const body = { filterGroups: [{ filters }], properties: ['hs_note_body'], limit: 100 };
      const { results } = parseAnswer(await request('POST', `${NOTES}/search`, { body }), found);
      return results.find(({ properties }) => properties.hs_note_body?.includes(marker))?.id ?? null;
    },

    async write(note) {
      // Whose contact it is, and which: an id that was merged away is answered with the one that was kept.
      const path = `/crm/v3/objects/contacts/${numbered(note.contact)}`;
      const answer = await request('GET', path, { query: { properties: 'hubspot_owner_id' } });
      const { id, properties } = parseAnswer(answer, owned);
      const owner = properties.hubspot_owner_id;
      const body = {
        properties: { ...propertiesOf(note), ...(owner ? { hubspot_owner_id: owner } : {}) },
        associations: [
          {
            to: { id },
            types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: NOTE_TO_CONTACT }],
          },
        ],
      };
      return parseAnswer(await request('POST', NOTES, { body }), made).id;
    },

    async renew(id, note) {
      return ifThere(request('PATCH', `${NOTES}/${numbered(id)}`, { body: { properties: propertiesOf(note) } }));
    },

    async remove(id) {
      await ifThere(request('DELETE', `${NOTES}/${numbered(id)}`));
    },
  };
}

function propertiesOf({ title, lines, at, marker }: Note): { hs_note_body: string; hs_timestamp: string } {
  const rest = [...lines.map(escapeHtml), `<em>${escapeHtml(marker)}</em>`];
  let body = [`<strong>${escapeHtml(title)}</strong>`, ...rest].join('<br>');
  // No comment is as long as this; should everything together be, the marker must stay.
  if (body.length > BODY_MAX) body = `<strong>${escapeHtml(title)}</strong><br><em>${escapeHtml(marker)}</em>`;
  return { hs_note_body: body, hs_timestamp: new Date(at).toISOString() };
}

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
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

/** Their ids are numbers. One that came from a file may be anything, and belongs in no path. */
function numbered(id: string): string {
  if (!/^\d{1,20}$/.test(id)) throw new ConnectorError('refused', { detail: 'not-an-id' });
  return id;
}
