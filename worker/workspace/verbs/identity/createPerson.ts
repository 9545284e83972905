import type { Attributes } from '../../../../contract/contact.ts';
import type { WorkspaceState } from '../../state.ts';
import { isStrong } from '../../tables/identifiers.ts';
import { uuid7 } from '../../uuid7.ts';
import { ensureCompany } from '../people/saveContact.ts';
import { searchTexts } from '../people/searchText.ts';
import { type NewIdentifier, retryClaims } from './addIdentifier.ts';
import { claimKey } from './claimKey.ts';
import { ErasedPerson, isErased } from './isErased.ts';

export interface NewPerson {
  /** Given by an import that wants its own; else made. */
  id?: string;
  name: string;
  company: string | null;
  attributes: Attributes;
  source: string;
  /** Where fields came from that `source` did not bring. */
  sources?: Readonly<Record<string, string>>;
  identifiers: readonly NewIdentifier[];
  createdAt?: number;
  updatedAt?: number;
}

/**
 * Makes a contact with its identifiers, each once; strong ones that point at somebody else already are left out.
 *
 * @returns its number
 * @throws ErasedPerson when they were erased: whoever brings people in asks `isErased` first
 */
export function createPerson(state: WorkspaceState, person: NewPerson, now: number): number {
  const isKnownErased = person.id !== undefined && state.tombstones.has('contact', '', person.id);
  if (isKnownErased || isErased(state, person.identifiers)) throw new ErasedPerson();
  const once = new Map(person.identifiers.map((one) => [claimKey(one.kind, one.system, one.norm), one]));
  const identifiers = [...once.values()].filter(({ kind, system, norm }) =>
    isStrong(kind) ? state.identifiers.strong(kind, system, norm) === null : !state.tombstones.has(kind, system, norm),
  );
  const createdAt = person.createdAt ?? now;
  const updatedAt = person.updatedAt ?? createdAt;
  const at = new Date(updatedAt).toISOString();
  const facts = ['name', ...(person.company ? ['company'] : []), ...Object.keys(person.attributes)];
  const number = state.contacts.insert({
    id: person.id ?? uuid7(now, state.random),
    name: person.name,
    company: person.company,
    companyFolded: ensureCompany(state, person, now),
    texts: searchTexts(person, identifiers),
    attributes: person.attributes,
    provenance: Object.fromEntries(
      facts.map((name) => [name, { source: person.sources?.[name] ?? person.source, at }]),
    ),
    source: person.source,
    createdAt,
    updatedAt,
  });
  for (const identifier of identifiers) {
    state.identifiers.insert({ ...identifier, contact: number, firstSeen: createdAt, lastSeen: updatedAt });
    retryClaims(state, identifier, now);
  }
  state.touch([number], now);
  return number;
}
