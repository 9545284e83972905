import { TRUSTS } from '../../../contract/metric.ts';
import type { ResponseDetail } from '../../../contract/response.ts';
import type { Actor } from '../auditTrail.ts';
import type { WorkspaceState } from '../state.ts';
import { type ResponseRecord, ROW } from '../tables/responses.ts';
import { presentDetail } from './presentResponse.ts';

export type Decided = { ok: true; response: ResponseDetail } | { ok: false; status: 404 | 409; detail: string };

/** Ties a response to a contact by hand, or to nobody. The decision before stays in the journal. */
export function retie(
  state: WorkspaceState,
  input: { id: string; contact: string | null; actor: Actor; now: number },
): Decided {
  const record = visible(state, input.id);
  if (!record) return missing('response');
  const contact = input.contact === null ? null : state.contacts.byId(input.contact);
  if (contact === undefined) return missing('contact');
  const decisions = state.matches.of(record.seq);
  state.matches.insert({
    response: record.seq,
    n: decisions.length + 1,
    method: 'hand',
    state: contact ? 'tied' : 'untied',
    contact: contact?.number ?? null,
    // Somebody in the office is no proof that the visitor is this person.
    trust: record.trust,
    evidence: [{ kind: 'hand', by: input.actor.name }],
    claim: null,
    at: input.now,
    by: input.actor.name,
  });
  record.contact = contact?.number ?? null;
  return decided(state, record, input, contact ? 'response.tied' : 'response.untied', { contact: contact?.id ?? null });
}

/**
 * Undoes the decision in force: back to the one before it, or, of a first decision, to nobody. The undoing is itself a
 * decision in the journal, so it can be undone too.
 */
export function undoMatch(state: WorkspaceState, input: { id: string; actor: Actor; now: number }): Decided {
  const record = visible(state, input.id);
  if (!record) return missing('response');
  const decisions = state.matches.of(record.seq);
  const current = decisions.at(-1);
  const before = decisions.at(-2);
  if (!current || (current.state !== 'tied' && !before)) {
    return { ok: false, status: 409, detail: 'This response is tied to nobody, so there is nothing to undo.' };
  }
  const evidence = [{ kind: 'hand' as const, by: input.actor.name }];
  const next = before
    ? { ...before, evidence: [...before.evidence.filter(({ kind }) => kind !== 'hand'), ...evidence] }
    : { ...current, state: 'untied' as const, contact: null, evidence, trust: TRUSTS.indexOf('anonymous') };
  state.matches.insert({
    ...next,
    n: current.n + 1,
    method: before ? before.method : 'hand',
    // A claim that is undone is not tried again.
    claim: null,
    at: input.now,
    by: input.actor.name,
  });
  record.contact = next.contact;
  return decided(state, record, input, 'response.match-undone', { from: current.method, to: before?.method ?? 'none' });
}

/** Takes a response out of every list and figure. */
export function deleteResponse(state: WorkspaceState, input: { id: string; actor: Actor; now: number }): boolean {
  const record = visible(state, input.id);
  if (!record) return false;
  record.flags |= ROW.deleted;
  record.updatedAt = input.now;
  state.changeResponse(record);
  state.audit.record({ at: input.now, actor: input.actor, verb: 'response.deleted', subject: `response:${record.id}` });
  return true;
}

/** A response that has not been deleted or withdrawn. */
export function visible(state: WorkspaceState, id: string): ResponseRecord | undefined {
  const record = state.responses.byId(id);
  return record && record.flags & ROW.deleted ? undefined : record;
}

function decided(
  state: WorkspaceState,
  record: ResponseRecord,
  { actor, now }: { actor: Actor; now: number },
  verb: string,
  payload: unknown,
): Decided {
  record.updatedAt = now;
  state.changeResponse(record);
  state.audit.record({ at: now, actor, verb, subject: `response:${record.id}`, payload });
  state.tell('response.updated', record);
  return { ok: true, response: presentDetail(state, record, false) };
}

function missing(what: string): Decided {
  return { ok: false, status: 404, detail: `There is no such ${what}.` };
}
