import type { AuditProof } from '../../../../contract/audit.ts';
import type { WorkspaceState } from '../../state.ts';

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** A page of the audit trail, newest first. `before` is the entry to go on below. */
export function auditList(
  state: WorkspaceState,
  input: { before?: number; limit: number; verb?: string; subject?: string },
) {
  const subjects = input.subject === undefined ? null : subjectsOf(state, input.subject);
  const about = { verb: input.verb ?? null, subjects };
  const entries = state.auditTable.list(input.before ?? Number.MAX_SAFE_INTEGER, input.limit + 1, about);
  const shown = entries.slice(0, input.limit);
  return {
    items: shown.map(({ seq, at, ...entry }) => ({ ...entry, id: String(seq), at: new Date(at).toISOString() })),
    next: entries.length > shown.length ? String(shown.at(-1)?.seq) : null,
  };
}

/**
 * What entries name that are about something: itself, and the erasure that took it, which names nobody. An id alone is
 * a contact's.
 */
function subjectsOf(state: WorkspaceState, text: string): string[] {
  const subject = UUID.test(text) ? `contact:${text}` : text;
  const [kind, id = ''] = subject.split(':', 2);
  if (kind !== 'contact' && kind !== 'response') return [subject];
  const number = state.tombstones.erasureOf(kind, '', id);
  const erasure = number === null ? undefined : state.erasures.byNumber(number);
  return erasure ? [subject, `erasure:${erasure.id}`] : [subject];
}

/** Whether the whole trail follows, and what it is about. */
export function auditProof(state: WorkspaceState): AuditProof {
  return { verifies: state.audit.verifies(), ...state.auditTable.summary() };
}
