import { type Linkable, linkable } from '../../identity/linkage/linkable.ts';
import type { WorkspaceState } from '../state.ts';
import type { ContactRecord } from '../tables/contacts.ts';

/** Roots as they are compared, each with the identifiers of all its leaves: three look-ups for all of them. */
export function linkables(state: WorkspaceState, roots: readonly ContactRecord[]): Linkable[] {
  const families = state.contacts.families(roots.map(({ number }) => number));
  const known = Map.groupBy(state.identifiers.ofContacts([...families.values()].flat()), ({ contact }) => contact);
  return roots.map(({ number, name, company, attributes }) => {
    const own = (families.get(number) ?? []).flatMap((leaf) => known.get(leaf) ?? []);
    const of = (wanted: string) => own.flatMap(({ kind, norm }) => (kind === wanted ? norm : []));
    return linkable({ number, name, company, attributes, emails: of('email'), phones: of('phone') });
  });
}
