import type { Contact, ContactCreate, ContactEdit, ContactRead, ContactSummary } from '../../../../contract/contact.ts';
import { TRUSTS } from '../../../../contract/metric.ts';
import { foldText } from '../../../identity/foldText.ts';
import { normaliseIdentifier } from '../../../identity/normaliseIdentifier.ts';
import type { Actor } from '../../auditTrail.ts';
import { segmentsOf } from '../../segmentsOf.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ContactRecord } from '../../tables/contacts.ts';
import { isStrong } from '../../tables/identifiers.ts';
import type { NewIdentifier } from '../identity/addIdentifier.ts';
import { createPerson } from '../identity/createPerson.ts';
import { isErased } from '../identity/isErased.ts';
import { attributeField } from '../identity/showPerson.ts';
import { findAmong } from './findAmong.ts';
import { countContacts, findContacts } from './findContacts.ts';
import { type PeopleQuery, peopleMask } from './peopleFilter.ts';
import { presentContact, presentContacts } from './presentContact.ts';
import { releaseFields, saveContact } from './saveContact.ts';
import { searchWords } from './searchText.ts';

export type ContactOutcome =
  | { ok: true; contact: Contact }
  | {
      ok: false;
      status: 404 | 409 | 422;
      code: string;
      detail: string;
      errors?: { pointer: string; message: string }[];
    };

/** A page of people, newest first. `cursor` is the number to go on below. `more`: there are more than the total says. */
export function listContacts(
  state: WorkspaceState,
  input: PeopleQuery & { q?: string; cursor?: number; limit: number; masked: boolean; now: number },
): { items: ContactSummary[]; next: string | null; total: number; more: boolean } {
  const { cursor: before = Number.MAX_SAFE_INTEGER, limit, masked } = input;
  const words = searchWords(input.q ?? '');
  // Who may not see an identifier may not guess it letter by letter either.
  const sought = { words, inIdentifiers: !masked };
  const among = peopleMask(state, input, input.now);
  if (among) {
    const { numbers, total } = findAmong(state, among, sought, before, limit + 1);
    const people = numbers.slice(0, limit).flatMap((number) => state.contacts.root(number) ?? []);
    const next = numbers.length > limit ? String(numbers[limit - 1]) : null;
    return { items: presentContacts(state, people, masked), next, ...total };
  }
  const found =
    words.length === 0
      ? state.contacts.list(before, limit + 1)
      : state.contacts.byNumbers(findContacts(state, sought, before, limit + 1));
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: presentContacts(state, shown, masked),
    next: found.length > shown.length && last ? String(last.number) : null,
    ...(words.length === 0 ? { total: state.contacts.count(), more: false } : countContacts(state, sought)),
  };
}

/** The survivor of whatever an id names. */
export function rootOf(state: WorkspaceState, id: string): ContactRecord | undefined {
  const contact = state.contacts.byId(id);
  return contact && state.contacts.root(contact.number);
}

/** One person, with the segments they are in. */
export function readContact(
  state: WorkspaceState,
  input: { id: string; masked: boolean; now: number },
): ContactRead | null {
  const root = rootOf(state, input.id);
  if (!root) return null;
  const inside = segmentsOf(state, root.number, input.now);
  const company = root.company ? state.companies.byFolded(foldText(root.company)) : undefined;
  return {
    ...presentContact(state, root, input.masked),
    companyId: company ? String(company.number) : null,
    segments: state.segments.all().flatMap(({ id, name }) => (inside.has(id) ? [{ id, name }] : [])),
  };
}

/** Makes a contact by hand or by the API. A strong identifier that somebody has already is a conflict, not a merge. */
export function createContact(
  state: WorkspaceState,
  input: { contact: ContactCreate; source: string; actor: Actor; now: number },
): ContactOutcome {
  const { contact, source, actor, now } = input;
  const { country } = state.settings.read();
  const identifiers: NewIdentifier[] = [];
  const errors: { pointer: string; message: string }[] = [];
  const take = (kind: 'external' | 'email' | 'phone', system: string, value: string | undefined, pointer: string) => {
    if (!value) return;
    const norm = normaliseIdentifier(kind, value, country);
    if (!norm) errors.push({ pointer, message: `is not a usable ${kind === 'external' ? 'id' : kind}` });
    else identifiers.push({ kind, system, value: value.trim(), norm, trust: TRUSTS.indexOf('verified'), source });
  };
  take('email', '', contact.email, '/email');
  take('phone', '', contact.phone, '/phone');
  for (const [index, { system, value }] of (contact.externalIds ?? []).entries()) {
    take('external', system, value, `/externalIds/${index}/value`);
  }
  if (errors.length > 0) {
    return { ok: false, status: 422, code: 'identifier-refused', detail: 'An identifier cannot be used.', errors };
  }
  const taken = identifiers.find(
    ({ kind, system, norm }) => isStrong(kind) && state.identifiers.strong(kind, system, norm) !== null,
  );
  if (taken) {
    return {
      ok: false,
      status: 409,
      code: 'identifier-taken',
      detail: `Another contact has this ${taken.kind === 'external' ? 'external id' : 'email'}.`,
    };
  }
  if (isErased(state, identifiers)) {
    return {
      ok: false,
      status: 409,
      code: 'erased',
      detail: 'Whoever has this identifier was erased. An owner may let them come back.',
    };
  }
  const number = createPerson(
    state,
    {
      name: contact.name ?? '',
      company: contact.company ?? null,
      attributes: contact.attributes ?? {},
      source,
      identifiers,
    },
    now,
  );
  const record = state.contacts.byNumber(number);
  if (!record) throw new Error('a contact just written is missing');
  state.audit.record({ at: now, actor, verb: 'contact.created', subject: `contact:${record.id}` });
  return { ok: true, contact: presentContact(state, record, false) };
}

/** Changes what a person is called and what is known of them. Identifiers are not edited here. */
export function editContact(
  state: WorkspaceState,
  input: { id: string; edit: ContactEdit; source: string; actor: Actor; now: number },
): ContactOutcome {
  const { edit, actor, now, source } = input;
  const contact = rootOf(state, input.id);
  if (!contact) return { ok: false, status: 404, code: 'not-found', detail: 'There is no such contact.' };
  const at = new Date(now).toISOString();
  const changed: string[] = [];
  const changes = (name: string) => {
    changed.push(name);
    contact.provenance[name] = { source, at };
  };
  if (edit.name !== undefined && edit.name !== contact.name) {
    contact.name = edit.name;
    changes('name');
  }
  if (edit.company !== undefined && edit.company !== contact.company) {
    contact.company = edit.company || null;
    changes('company');
  }
  if (edit.attributes) {
    const names = new Set([...Object.keys(contact.attributes), ...Object.keys(edit.attributes)]);
    for (const name of names) {
      if (edit.attributes[name] === contact.attributes[name]) continue;
      changes(name);
      if (!(name in edit.attributes)) delete contact.provenance[name];
    }
    contact.attributes = edit.attributes;
  }
  contact.updatedAt = now;
  // What was shown from somebody merged in is theirs no longer, also where it was taken away.
  releaseFields(
    state,
    contact.number,
    changed.map((name) => (name === 'name' || name === 'company' ? name : attributeField(name))),
  );
  saveContact(state, contact, now);
  state.audit.record({
    at: now,
    actor,
    verb: 'contact.edited',
    subject: `contact:${contact.id}`,
    payload: { changed },
  });
  return { ok: true, contact: presentContact(state, contact, false) };
}
