import { TRUSTS } from '../../../../contract/metric.ts';
import type { ResponseDetail } from '../../../../contract/response.ts';
import type { Actor } from '../../auditTrail.ts';
import { decisionsInForce } from '../../decisionsInForce.ts';
import { presentDetail } from '../../presentResponse.ts';
import type { WorkspaceState } from '../../state.ts';
import { type ResponseRecord, ROW } from '../../tables/responses.ts';

const ANONYMOUS = TRUSTS.indexOf('anonymous');

export type Decided = { ok: true; response: ResponseDetail } | { ok: false; status: 404 | 409; detail: string };

/** Ties a response to a contact by hand, or to nobody. The decision before stays in the journal. */
export function retie(
  state: WorkspaceState,
  input: { id: string; contact: string | null; actor: Actor; now: number },
): Decided {
  const record = visible(state, input.id);
  if (!record) return missing('response');
  if (record.flags & ROW.anonymised) {
    return { ok: false, status: 409, detail: 'This response is nobody’s for good, so it can be tied to nobody.' };
  }
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
    trust: ANONYMOUS,
    evidence: [{ kind: 'hand', by: input.actor.name }],
    claim: null,
    undoes: null,
    at: input.now,
    by: input.actor.name,
  });
  noteLeft(state, record, contact?.number ?? null, decisions.length + 1, input.now);
  record.contact = contact?.number ?? null;
  record.trust = ANONYMOUS;
  return decided(state, record, input, contact ? 'response.tied' : 'response.untied', { contact: contact?.id ?? null });
}

/**
 * Undoes the decision in force: back to the one before it or, of a first decision, to nobody. Each further undo goes
 * one step further back; to go forward again, tie anew. The undoing itself stays in the journal.
 */
export function undoMatch(state: WorkspaceState, input: { id: string; actor: Actor; now: number }): Decided {
  const record = visible(state, input.id);
  if (!record) return missing('response');
  const journal = state.matches.of(record.seq);
  const inForce = decisionsInForce(journal);
  const current = inForce.at(-1);
  const before = inForce.at(-2);
  if (!current || !inForce.some((decision) => decision.state === 'tied')) {
    return { ok: false, status: 409, detail: 'This response is tied to nobody, so there is nothing to undo.' };
  }
  const nobody = { method: 'hand', state: 'untied', contact: null, trust: ANONYMOUS, evidence: [] } as const;
  const next = before ?? nobody;
  state.matches.insert({
    response: record.seq,
    n: journal.length + 1,
    method: next.method,
    state: next.state,
    contact: next.contact,
    trust: next.trust,
    evidence: before ? before.evidence : [{ kind: 'hand', by: input.actor.name }],
    // A claim that was decided about is not tried again.
    claim: null,
    undoes: current.n,
    at: input.now,
    by: input.actor.name,
  });
  noteLeft(state, record, next.contact, journal.length + 1, input.now);
  record.contact = next.contact;
  record.trust = next.trust;
  return decided(state, record, input, 'response.match-undone', { from: current.method, to: before?.method ?? 'none' });
}

/** Takes a response out of every list and figure. */
export function deleteResponse(state: WorkspaceState, input: { id: string; actor: Actor; now: number }): boolean {
  const record = visible(state, input.id);
  if (!record) return false;
  record.flags |= ROW.deleted;
  record.updatedAt = input.now;
  state.reviseResponse(record);
  state.audit.record({ at: input.now, actor: input.actor, verb: 'response.deleted', subject: `response:${record.id}` });
  return true;
}

/** A response that has not been deleted or withdrawn. */
export function visible(state: WorkspaceState, id: string): ResponseRecord | undefined {
  const record = state.responses.byId(id);
  return record && record.flags & ROW.deleted ? undefined : record;
}

/** What was tied to somebody else so far leaves them: their journal says so. */
function noteLeft(state: WorkspaceState, record: ResponseRecord, next: number | null, n: number, at: number): void {
  if (record.contact === null || record.contact === next) return;
  state.matches.left({ contact: record.contact, at, response: record.seq, n });
}

function decided(
  state: WorkspaceState,
  record: ResponseRecord,
  { actor, now }: { actor: Actor; now: number },
  verb: string,
  payload: unknown,
): Decided {
  record.updatedAt = now;
  state.retieResponse(record);
  state.audit.record({ at: now, actor, verb, subject: `response:${record.id}`, payload });
  state.tell('response.updated', record);
  return { ok: true, response: presentDetail(state, record, false) };
}

function missing(what: string): Decided {
  return { ok: false, status: 404, detail: `There is no such ${what}.` };
}
