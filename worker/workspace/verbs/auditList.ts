import type { WorkspaceState } from '../state.ts';

/** A page of the audit trail, newest first. `before` is the entry to go on below. */
export function auditList(state: WorkspaceState, input: { before?: number; limit: number }) {
  const entries = state.auditTable.list(input.before ?? Number.MAX_SAFE_INTEGER, input.limit + 1);
  const shown = entries.slice(0, input.limit);
  return {
    items: shown.map(({ seq, at, ...entry }) => ({ ...entry, id: String(seq), at: new Date(at).toISOString() })),
    next: entries.length > shown.length ? String(shown.at(-1)?.seq) : null,
  };
}
