import type { AuditProof } from '../../../../contract/audit.ts';
import type { WorkspaceState } from '../../state.ts';

/** A page of the audit trail, newest first. `before` is the entry to go on below. */
export function auditList(
  state: WorkspaceState,
  input: { before?: number; limit: number; verb?: string; subject?: string },
) {
  const about = { verb: input.verb ?? null, subject: input.subject ?? null };
  const entries = state.auditTable.list(input.before ?? Number.MAX_SAFE_INTEGER, input.limit + 1, about);
  const shown = entries.slice(0, input.limit);
  return {
    items: shown.map(({ seq, at, ...entry }) => ({ ...entry, id: String(seq), at: new Date(at).toISOString() })),
    next: entries.length > shown.length ? String(shown.at(-1)?.seq) : null,
  };
}

/** Whether the whole trail follows, and what it is about. */
export function auditProof(state: WorkspaceState): AuditProof {
  return { verifies: state.audit.verifies(), ...state.auditTable.summary() };
}
