import type { Attributes } from '../../../contract/contact.ts';
import { foldText } from '../../identity/foldText.ts';
import type { WorkspaceState } from '../state.ts';
import { uuid7 } from '../uuid7.ts';
import type { NewIdentifier } from './addIdentifier.ts';
import { claimKey } from './claimKey.ts';
import { searchText } from './searchText.ts';

export interface NewPerson {
  /** Given by an import that wants its own; else made. */
  id?: string;
  name: string;
  company: string | null;
  attributes: Attributes;
  source: string;
  identifiers: readonly NewIdentifier[];
  createdAt?: number;
  updatedAt?: number;
}

/** Makes a contact with its identifiers; strong ones that point at somebody else already are left out. Answers its number. */
export function createPerson(state: WorkspaceState, person: NewPerson, now: number): number {
  const identifiers = person.identifiers.filter(
    ({ kind, system, norm }) =>
      (kind !== 'external' && kind !== 'email') || state.identifiers.strong(kind, system, norm) === null,
  );
  const createdAt = person.createdAt ?? now;
  const updatedAt = person.updatedAt ?? createdAt;
  const at = new Date(updatedAt).toISOString();
  const number = state.contacts.insert({
    id: person.id ?? uuid7(now, state.random),
    name: person.name,
    company: person.company,
    companyFolded: person.company ? foldText(person.company) : null,
    search: searchText(person, identifiers),
    attributes: person.attributes,
    provenance: Object.fromEntries(
      ['name', ...(person.company ? ['company'] : []), ...Object.keys(person.attributes)].map((name) => [
        name,
        { source: person.source, at },
      ]),
    ),
    source: person.source,
    createdAt,
    updatedAt,
  });
  for (const identifier of identifiers) {
    state.identifiers.insert({ ...identifier, contact: number, firstSeen: createdAt, lastSeen: updatedAt });
    if (identifier.kind !== 'external' && identifier.kind !== 'email') continue;
    const claim = claimKey(identifier.kind, identifier.system, identifier.norm);
    if (state.matches.waitingFor(claim).length > 0) state.clock.plan('claim', claim, now);
  }
  return number;
}
