import { holdsWord } from '../../../identity/wordStarts.ts';
import type { WorkspaceState } from '../../state.ts';

/** Of those who changed since the index was last written so many, the latest, are looked at one by one. */
const CHANGED_MAX = 500;
/** How many found people are counted; beyond it a list says "more than". */
export const COUNTED_MAX = 1_000;

/** Words somebody looks for, and whether they may look in identifiers. */
export interface Sought {
  words: readonly string[];
  inIdentifiers: boolean;
}

/**
 * Roots whose family holds every word, newest first, below `before`: from the index, and for those it does not know as
 * they are now, from their rows.
 */
export function findContacts(state: WorkspaceState, sought: Sought, before: number, limit: number): number[] {
  const { changed, holding } = lookAtChanged(state, sought);
  const indexed = state.contactIndex.find(sought.words, sought.inIdentifiers, { before, except: changed, limit });
  return [...indexed, ...holding.filter((root) => root < before)].sort((a, b) => b - a).slice(0, limit);
}

/** How many roots hold every word, counted up to COUNTED_MAX. */
export function countContacts(state: WorkspaceState, sought: Sought): { total: number; more: boolean } {
  const { changed, holding } = lookAtChanged(state, sought);
  const wanted = COUNTED_MAX + 1;
  const found = holding.length + state.contactIndex.count(sought.words, sought.inIdentifiers, changed, wanted);
  return { total: Math.min(found, COUNTED_MAX), more: found > COUNTED_MAX };
}

/** Whose entries do not hold any more, and which roots among and above them hold every word as they are now. */
function lookAtChanged(
  state: WorkspaceState,
  { words, inIdentifiers }: Sought,
): { changed: number[]; holding: number[] } {
  const dirty = state.dirty.latest(CHANGED_MAX);
  if (dirty.length === 0) return { changed: [], holding: [] };
  const roots = [...new Set(state.contacts.rootNumbers(dirty).values())];
  const families = state.contacts.families(roots);
  const texts = state.contacts.texts([...families.values()].flat());
  const holding = roots.filter((root) => {
    const family = (families.get(root) ?? []).flatMap((leaf) => texts.get(leaf) ?? []);
    const text = family.map(({ called, search }) => (inIdentifiers ? search : called)).join(' ');
    return words.every((word) => holdsWord(text, word));
  });
  return { changed: [...new Set([...dirty, ...roots])], holding };
}
