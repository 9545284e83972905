import { foldText } from '../../../identity/foldText.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ContactRecord, ShownAs } from '../../tables/contacts.ts';
import type { MergeRecord } from '../../tables/merges.ts';

/**
 * What a survivor is shown as: its own fields and, over them in the order of the merges in force, those that were taken
 * from whom it absorbed, as that person is shown in turn. Nothing is copied: a field follows its contact.
 */
export function shownAs(
  contact: ContactRecord,
  contacts: ReadonlyMap<number, ContactRecord>,
  merges: readonly MergeRecord[],
): ShownAs {
  const shown: ShownAs = {
    name: contact.name,
    company: contact.company,
    attributes: { ...contact.attributes },
    provenance: { ...contact.provenance },
  };
  for (const merge of merges) {
    if (merge.survivor !== contact.number) continue;
    const absorbed = contacts.get(merge.absorbed);
    if (!absorbed) continue;
    const theirs = shownAs(absorbed, contacts, merges);
    for (const field of merge.taken) {
      if (merge.released.includes(field)) continue;
      const name = attributeOf(field);
      const value = name === null ? undefined : theirs.attributes[name];
      if (field === 'name') shown.name = theirs.name;
      if (field === 'company') shown.company = theirs.company;
      if (name !== null && value !== undefined) shown.attributes[name] = value;
      if (name !== null && value === undefined) delete shown.attributes[name];
      const key = name ?? field;
      const from = theirs.provenance[key];
      if (from) shown.provenance[key] = from;
      else delete shown.provenance[key];
    }
  }
  return shown;
}

/** A field of an overlay that is an attribute, by its name. */
export function attributeOf(field: string): string | null {
  return field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : null;
}

export function attributeField(name: string): string {
  return ATTRIBUTE + name;
}

const ATTRIBUTE = 'attributes.';

/** Brings what a survivor is shown as up to date with its family. */
export function showPerson(state: WorkspaceState, root: number): void {
  const family = state.contacts.leaves(root);
  const contacts = new Map(state.contacts.rows(family).map((contact) => [contact.number, contact]));
  const contact = contacts.get(root);
  if (!contact) return;
  const merges = state.merges.inForce(family);
  const shown = shownAs(contact, contacts, merges);
  const company = shown.company ? foldText(shown.company) : '';
  const isAlone = merges.every(({ survivor }) => survivor !== root);
  state.contacts.setShown(root, isAlone ? null : shown, company || null);
}
