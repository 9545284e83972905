import type { WorkspaceState } from '../../state.ts';

/** A visitor's id as it may be kept: not at all, once the person it was of has been erased. */
export function keptVisitor(state: WorkspaceState, visitor: string | undefined): string | null {
  return visitor === undefined || state.tombstones.has('visitor', '', visitor) ? null : visitor;
}
