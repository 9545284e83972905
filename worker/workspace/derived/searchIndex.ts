import type { WorkspaceState } from '../state.ts';

/**
 * Writes anew what contacts that changed are found by. A leaf that was merged is found as its root, whose entry holds the
 * texts of all its leaves; whoever is no root, or is no more, has no entry.
 */
export function searchIndex(state: WorkspaceState, numbers: readonly number[]): void {
  const roots = [...new Set(state.contacts.rootNumbers(numbers).values())];
  const isRoot = new Set(roots);
  state.contactIndex.remove(numbers.filter((number) => !isRoot.has(number)));
  const families = state.contacts.families(roots);
  const texts = state.contacts.texts([...families.values()].flat());
  state.contactIndex.write(
    roots.map((root) => {
      const family = (families.get(root) ?? []).flatMap((leaf) => texts.get(leaf) ?? []);
      return {
        root,
        called: family.map(({ called }) => called).join(' '),
        // A leaf's text begins with how it is called.
        known: family.map(({ called, search }) => search.slice(called.length + 1)).join(' '),
      };
    }),
  );
}
