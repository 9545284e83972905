import type { Settings } from '../../../../contract/workspace.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';

/** Changes what is named; the rest stays as it is by then. */
export function writeSettings(
  state: WorkspaceState,
  { edit, actor, now }: { edit: Partial<Settings>; actor: Actor; now: number },
): Settings {
  const before = state.settings.read();
  const after = { ...before, ...edit };
  state.settings.write(after);
  state.audit.record({ at: now, actor, verb: 'settings.changed', subject: 'workspace', payload: { before, after } });
  return after;
}
