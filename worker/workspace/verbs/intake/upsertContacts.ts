import type { Contact } from '../../../../contract/contact.ts';
import type { BatchItem, ContactUpsert } from '../../../../contract/imports.ts';
import { TRUSTS } from '../../../../contract/metric.ts';
import { readTrait } from '../../../contact-files/readTrait.ts';
import type { Actor } from '../../auditTrail.ts';
import type { Incoming, Intake, Taken } from '../../intake.ts';
import type { WorkspaceState } from '../../state.ts';
import { presentContact } from '../people/presentContact.ts';
import { takeIn } from './takeIn.ts';

export interface Upserting {
  source: string;
  actor: Actor;
  now: number;
}

/** Makes a person or brings them up to date, by any of their identifiers. */
export function upsertContact(
  state: WorkspaceState,
  { contact, ...how }: Upserting & { contact: ContactUpsert },
): { taken: Taken; contact: Contact | null } {
  const taken = takeOne(state, contact, how);
  const root = taken.contact === null ? undefined : state.contacts.root(taken.contact);
  if (root && (taken.verdict === 'create' || taken.verdict === 'update' || taken.verdict === 'merge')) {
    state.audit.record({
      at: how.now,
      actor: how.actor,
      verb: taken.verdict === 'create' ? 'contact.created' : 'contact.edited',
      subject: `contact:${root.id}`,
      payload: { changed: taken.changed },
    });
  }
  return { taken, contact: root ? presentContact(state, root, false) : null };
}

/** The same for many at once, with a verdict for each. */
export function upsertContacts(
  state: WorkspaceState,
  { contacts, ...how }: Upserting & { contacts: { index: number; contact: ContactUpsert }[] },
): BatchItem[] {
  const items = contacts.map(({ index, contact }): BatchItem => {
    const { verdict, why, changed, notes, contact: number } = takeOne(state, contact, how);
    const id = number === null ? null : (state.contacts.root(number)?.id ?? null);
    return { index, verdict, why: why ?? null, changed, notes, id, errors: [] };
  });
  const written = items.filter(({ verdict }) => verdict !== 'refuse' && verdict !== 'skip').length;
  if (written > 0) {
    state.audit.record({
      at: how.now,
      actor: how.actor,
      verb: 'contacts.upserted',
      subject: 'workspace',
      payload: { contacts: written },
    });
  }
  return items;
}

function takeOne(state: WorkspaceState, contact: ContactUpsert, { source, actor, now }: Upserting): Taken {
  const notes: Taken['notes'] = [];
  const attributes = Object.fromEntries(
    Object.entries(contact.attributes ?? {}).flatMap(([name, value]) => {
      const trait = typeof value === 'string' ? readTrait(name, value) : null;
      if (!trait) return [[name, value]];
      if ('value' in trait) return [[name, trait.value]];
      notes.push({ field: name, why: trait.why });
      return [];
    }),
  );
  const incoming: Incoming = {
    externalIds: contact.externalIds ?? [],
    email: contact.email ?? '',
    phones: contact.phone ? [contact.phone] : [],
    name: contact.name ?? '',
    company: contact.company ?? '',
    attributes,
    createdAt: contact.createdAt ? Date.parse(contact.createdAt) : null,
    updatedAt: contact.updatedAt ? Math.min(now, Date.parse(contact.updatedAt)) : null,
  };
  const intake: Intake = { source, trust: TRUSTS.indexOf('verified'), conflict: contact.conflict, actor };
  const taken = takeIn(state, incoming, intake, now);
  return { ...taken, notes: [...notes, ...taken.notes] };
}
