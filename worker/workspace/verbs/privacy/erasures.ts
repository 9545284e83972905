import type { Erasure } from '../../../../contract/erasure.ts';
import type { Actor } from '../../auditTrail.ts';
import { presentErasure } from '../../erasure/certificate.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ErasureOutcome } from './eraseContact.ts';

/** Certificates, newest first. */
export function listErasures(
  state: WorkspaceState,
  input: { cursor?: number; limit: number },
): { items: Erasure[]; next: string | null } {
  const found = state.erasures.list(input.cursor ?? Number.MAX_SAFE_INTEGER, input.limit + 1);
  const shown = found.slice(0, input.limit);
  return {
    items: shown.map((record) => presentErasure(state, record)),
    next: found.length > shown.length ? String(shown.at(-1)?.number) : null,
  };
}

export function readErasure(state: WorkspaceState, id: string): Erasure | null {
  const record = state.erasures.byId(id);
  return record ? presentErasure(state, record) : null;
}

/** Lets whoever was erased come back: their identifiers may be stored again. What was erased stays erased. */
export function liftErasure(
  state: WorkspaceState,
  { id, actor, now }: { id: string; actor: Actor; now: number },
): ErasureOutcome {
  const record = state.erasures.byId(id);
  if (!record) return { ok: false, status: 404, code: 'not-found', detail: 'There is no such erasure.' };
  if (record.liftedAt !== null) return { ok: true, erasure: presentErasure(state, record) };
  const lifted = state.tombstones.lift(record.number);
  state.erasures.lift(record.number, now, actor.name);
  state.audit.record({ at: now, actor, verb: 'erasure.lifted', subject: `erasure:${id}`, payload: { lifted } });
  return { ok: true, erasure: presentErasure(state, { ...record, liftedAt: now, liftedBy: actor.name }) };
}
