import type { LinkField } from '../../../contract/identity.ts';
import { foldText } from '../../identity/foldText.ts';
import type { Linkable } from '../../identity/linkage/linkable.ts';
import type { LinkModel } from '../../identity/linkage/model.ts';
import { type CountOf, SHOWN_FROM, score } from '../../identity/linkage/score.ts';
import { linkables } from '../linkage/linkables.ts';
import { LINK_AFTER, modelOf } from '../linkage/runLink.ts';
import type { WorkspaceState } from '../state.ts';
import type { ContactRecord } from '../tables/contacts.ts';
import { suggest } from '../verbs/identity/suggest.ts';

/** More changes than these are an import: everybody is compared once it is over, instead of each on their own. */
export const FEW = 60;
/** So many are compared with whoever changed, by each way of finding them. */
const CANDIDATES_MAX = 25;
const COUNTED_MAX = 500;

/**
 * Compares contacts that changed with those who may be the same person: the same mailbox name, phone, name or company's
 * colleague of nearly that name, as the indexes at hand find them. Writes nothing unless a pair is likely.
 */
export function linkChanged(state: WorkspaceState, numbers: readonly number[], now: number): void {
  if (numbers.length > FEW || state.clock.isPlanned('link', 'again')) {
    state.clock.plan('link', 'again', now + LINK_AFTER);
    return;
  }
  const roots = state.contacts.byNumbers([...new Set(state.contacts.rootNumbers(numbers).values())]);
  if (roots.length === 0) return;
  const model = modelOf(state, state.contacts.count());
  const countOf = counting(state, model);
  for (const [index, person] of linkables(state, roots).entries()) {
    const root = roots[index];
    if (!root) continue;
    for (const other of linkables(state, candidates(state, root, person))) {
      const scored = score(person, other, model, countOf);
      if (scored.probability >= SHOWN_FROM) {
        suggest(state, person.number, other.number, { kind: 'score', ...scored }, now);
      }
    }
  }
}

function candidates(state: WorkspaceState, root: ContactRecord, person: Linkable): ContactRecord[] {
  const leaves = [
    ...person.emails.flatMap(({ local }) => state.identifiers.atAnyHouse(local, CANDIDATES_MAX)),
    ...person.phones.flatMap((phone) => state.identifiers.find('phone', '', phone)),
  ].map(({ contact }) => contact);
  const words = foldText(root.name)
    .split(' ')
    .filter((word) => word.length > 2);
  const page = { before: Number.MAX_SAFE_INTEGER, except: [root.number], limit: CANDIDATES_MAX };
  for (const sought of [words, ...words.map((word) => [word])]) {
    if (sought.length > 0) leaves.push(...state.contactIndex.find(sought, false, page));
  }
  const found = new Set(state.contacts.rootNumbers([...new Set(leaves)]).values());
  found.delete(root.number);
  return state.contacts.byNumbers([...found]);
}

/** How common values are, as the indexes count them, each once. */
function counting(state: WorkspaceState, model: LinkModel): CountOf {
  const known = new Map<string, number>();
  const count = (field: LinkField | 'word', value: string): number => {
    switch (field) {
      case 'word':
        return state.contactIndex.count([value], false, [], COUNTED_MAX);
      case 'name':
        return state.contactIndex.count(value.split(' '), false, [], COUNTED_MAX);
      case 'email':
        return state.identifiers.atAnyHouse(value, COUNTED_MAX).length;
      case 'phone':
        return state.identifiers.find('phone', '', value).length;
      default:
        // No index counts these: taken as common as such values are on the whole.
        return Math.round(model.u[field][0] * model.people) + 2;
    }
  };
  return (field, value) => {
    const key = `${field} ${value}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = count(field, value);
    known.set(key, found);
    return found;
  };
}
