import type { HistoryContact, HistoryIdentifier } from '../contract/history.ts';
import type { ContactRow } from '../worker/contact-files/contactRow.ts';
import type { ContactFile } from '../worker/contact-files/readContacts.ts';
import { compatibleNames } from '../worker/identity/compatibleNames.ts';
import { nameWords } from '../worker/identity/foldName.ts';
import { normaliseIdentifier } from '../worker/identity/normaliseIdentifier.ts';
import type { Random } from './random.ts';
import { uuid7 } from './uuid7.ts';

/**
 * Contacts of several files as the workspace would hold them. Rows with the same email and names that fit become one
 * contact with all their ids; where the names do not fit, the address stays with who had it first. Rows that their
 * source has deleted, and rows with neither a name nor a usable identifier, are left out.
 *
 * @param country for phone numbers written without one
 */
export function people(files: readonly ContactFile[], country: string, now: number, random: Random): HistoryContact[] {
  const contacts: HistoryContact[] = [];
  const byEmail = new Map<string, HistoryContact>();
  for (const { system, rows } of files) {
    const source = `import:${system}`;
    for (const row of rows) {
      if (row.deleted) continue;
      const identifiers = identifiersOf(row, source, country);
      if (row.name === '' && identifiers.length === 0) continue;
      const email = identifiers.find(({ kind }) => kind === 'email')?.norm;
      const owner = email === undefined ? undefined : byEmail.get(email);
      if (owner && compatibleNames(owner.name, row.name)) {
        join(owner, row, source, identifiers, now);
        continue;
      }
      const contact = contactOf(row, source, now);
      contact.identifiers = owner ? identifiers.filter(({ kind }) => kind !== 'email') : identifiers;
      contacts.push(contact);
      if (email !== undefined && !owner) byEmail.set(email, contact);
    }
  }
  // Only now is it known since when each is known.
  for (const contact of contacts) contact.id = uuid7(contact.createdAt, random);
  return contacts;
}

function identifiersOf(row: ContactRow, source: string, country: string): HistoryIdentifier[] {
  const found: HistoryIdentifier[] = [];
  const take = (kind: HistoryIdentifier['kind'], system: string, value: string) => {
    const norm = normaliseIdentifier(kind, value, country);
    if (norm !== null) found.push({ kind, system, value, norm, source });
  };
  for (const { system, value } of row.externalIds) take('external', system, value);
  take('email', '', row.email);
  take('phone', '', row.phone);
  return found;
}

function contactOf(row: ContactRow, source: string, now: number): HistoryContact {
  const updatedAt = Math.min(row.updatedAt ?? now, now);
  const createdAt = Math.min(row.createdAt ?? updatedAt, updatedAt);
  return {
    id: '',
    name: row.name,
    company: row.company || null,
    attributes: row.attributes,
    source,
    identifiers: [],
    createdAt,
    updatedAt,
  };
}

/** Fills what is empty, takes over every identifier not there yet, and prefers a name that is written out. */
function join(
  contact: HistoryContact,
  row: ContactRow,
  source: string,
  identifiers: readonly HistoryIdentifier[],
  now: number,
): void {
  const filled = (field: string) => {
    if (source !== contact.source) contact.sources = { ...contact.sources, [field]: source };
  };
  for (const one of identifiers) {
    const known = contact.identifiers.some(
      ({ kind, system, norm }) => kind === one.kind && system === one.system && norm === one.norm,
    );
    if (!known) contact.identifiers.push(one);
  }
  if (initials(row.name) < initials(contact.name) || contact.name === '') {
    contact.name = row.name;
    filled('name');
  }
  if (contact.company === null && row.company) {
    contact.company = row.company;
    filled('company');
  }
  for (const name of Object.keys(row.attributes)) if (!(name in contact.attributes)) filled(name);
  contact.attributes = { ...row.attributes, ...contact.attributes };
  contact.createdAt = Math.min(contact.createdAt, row.createdAt ?? now);
  contact.updatedAt = Math.min(now, Math.max(contact.updatedAt, row.updatedAt ?? 0));
}

function initials(name: string): number {
  return nameWords(name).filter((word) => [...word].length === 1).length;
}
