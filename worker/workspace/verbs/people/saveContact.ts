import { foldText } from '../../../identity/foldText.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ContactRecord } from '../../tables/contacts.ts';
import { attributeField, attributeOf, showPerson } from '../identity/showPerson.ts';
import { searchTexts } from './searchText.ts';

/**
 * Writes a contact with all that is derived from it and its identifiers. A survivor may come as it is shown under its
 * merges: what was not changed stays the absorbed's, what was is the survivor's own from now on.
 */
export function saveContact(state: WorkspaceState, contact: ContactRecord, now: number): void {
  const merges = state.merges.inForce([contact.number]);
  const saved = merges.length > 0 ? ownOf(state, contact) : contact;
  const identifiers = state.identifiers.ofContacts([contact.number]);
  const companyFolded = ensureCompany(state, saved, now);
  state.contacts.update(saved, companyFolded, searchTexts(saved, identifiers));
  const root = saved.parent === null ? saved.number : (state.contacts.root(saved.number)?.number ?? saved.number);
  if (merges.length > 0 || root !== saved.number) showPerson(state, root);
  state.touch([contact.number], now);
}

/** A survivor's own fields, once what was written over those it takes from others is its own again. */
function ownOf(state: WorkspaceState, contact: ContactRecord): ContactRecord {
  const own = state.contacts.byNumber(contact.number);
  const shown = state.contacts.root(contact.number);
  if (!own || !shown || shown.number !== contact.number) return contact;
  const changed: string[] = [];
  const isNew = <T>(value: T, before: T, seen: T) => value !== before && value !== seen;
  const saved: ContactRecord = { ...contact, attributes: {}, provenance: { ...own.provenance } };
  for (const field of ['name', 'company'] as const) {
    if (isNew(contact[field], own[field], shown[field])) changed.push(field);
    else if (field === 'name') saved.name = own.name;
    else saved.company = own.company;
  }
  const names = [contact, own, shown].flatMap(({ attributes }) => Object.keys(attributes));
  for (const name of new Set(names)) {
    const kept = isNew(contact.attributes[name], own.attributes[name], shown.attributes[name])
      ? contact.attributes[name]
      : own.attributes[name];
    if (kept !== own.attributes[name]) changed.push(attributeField(name));
    if (kept !== undefined) saved.attributes[name] = kept;
  }
  for (const field of changed) {
    const key = attributeOf(field) ?? field;
    const from = contact.provenance[key];
    if (from) saved.provenance[key] = from;
    else delete saved.provenance[key];
  }
  releaseFields(state, contact.number, changed);
  return saved;
}

/** What a survivor is shown with from others is its own again in these fields: `name`, `company`, `attributes.…`. */
export function releaseFields(state: WorkspaceState, survivor: number, fields: readonly string[]): void {
  for (const merge of state.merges.inForce([survivor])) {
    const released = fields.filter((field) => merge.taken.includes(field) && !merge.released.includes(field));
    if (released.length > 0) state.merges.release({ ...merge, released: [...merge.released, ...released] });
  }
}

/**
 * Sees to it that the company a contact names is known.
 *
 * @returns the company's name as it is compared; null without one
 */
export function ensureCompany(
  state: WorkspaceState,
  { company, source }: Pick<ContactRecord, 'company' | 'source'>,
  now: number,
): string | null {
  const folded = company ? foldText(company) : '';
  if (!company || folded === '') return null;
  state.companies.ensure({ name: company, folded, source }, now);
  return folded;
}
