import type { Actor } from './auditTrail.ts';
import type { WorkspaceState } from './state.ts';

/** A verb for the audit trail. */
export interface Done {
  now: number;
  actor: Actor;
  verb: string;
  subject: string;
  payload?: unknown;
}

/** Records a verb that has no module of its own. */
export function record(state: WorkspaceState, { now, ...entry }: Done): void {
  state.audit.record({ ...entry, at: now });
}
