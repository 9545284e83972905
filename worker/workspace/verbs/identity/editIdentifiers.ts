import type { IdentifierNew, Resting } from '../../../../contract/contact.ts';
import { TRUSTS } from '../../../../contract/metric.ts';
import { normaliseIdentifier } from '../../../identity/normaliseIdentifier.ts';
import type { Actor } from '../../auditTrail.ts';
import { presentSummary } from '../../presentResponse.ts';
import type { WorkspaceState } from '../../state.ts';
import { isStrong } from '../../tables/identifiers.ts';
import { type ContactOutcome, rootOf } from '../people/contacts.ts';
import { presentContact } from '../people/presentContact.ts';
import { saveContact } from '../people/saveContact.ts';
import { addIdentifier } from './addIdentifier.ts';
import { claimKey } from './claimKey.ts';

/** So many are shown of the answers that taking an identifier away unties. */
const RESTING_SHOWN = 20;

interface Editing {
  id: string;
  wanted: IdentifierNew;
  source: string;
  actor: Actor;
  now: number;
}

/** Gives a person one identifier more; claims that waited for it are tried again. */
export function addIdentifierByHand(state: WorkspaceState, input: Editing): ContactOutcome {
  const { wanted, actor, now, source } = input;
  const root = rootOf(state, input.id);
  if (!root) return missing();
  const { kind } = wanted;
  const system = systemOf(wanted);
  const norm = normaliseIdentifier(kind, wanted.value, state.settings.read().country);
  if (!norm) return unusable();
  if (state.tombstones.has(kind, system, norm)) {
    const detail = 'Whoever has this identifier was erased. An owner may let them come back.';
    return { ok: false, status: 409, code: 'erased', detail };
  }
  const family = state.contacts.leaves(root.number);
  const holder = isStrong(kind) ? state.identifiers.strong(kind, system, norm) : null;
  if (holder !== null && !family.includes(holder)) {
    return { ok: false, status: 409, code: 'identifier-taken', detail: 'Another contact has this identifier.' };
  }
  const own = state.identifiers.ofContacts(family).some((one) => sameAs(one, kind, system, norm));
  if (!own) {
    const trust = TRUSTS.indexOf('verified');
    addIdentifier(state, root.number, { kind, system, value: wanted.value.trim(), norm, trust, source }, now);
    const payload = { kind, ...(system ? { system } : {}) };
    state.audit.record({ at: now, actor, verb: 'contact.identifier-added', subject: `contact:${root.id}`, payload });
  }
  return { ok: true, contact: presentContact(state, state.contacts.byNumber(root.number) ?? root, false) };
}

/**
 * Takes an identifier away from a person. Answers that were tied to them by nothing but a claim of it are nobody's again,
 * and the claim waits for whoever gains it.
 */
export function removeIdentifierByHand(state: WorkspaceState, input: Editing): ContactOutcome {
  const { wanted, actor, now } = input;
  const root = rootOf(state, input.id);
  if (!root) return missing();
  const { kind } = wanted;
  const system = systemOf(wanted);
  const norm = normaliseIdentifier(kind, wanted.value, state.settings.read().country);
  if (!norm) return unusable();
  const family = state.contacts.leaves(root.number);
  const own = state.identifiers.ofContacts(family).filter((one) => sameAs(one, kind, system, norm));
  if (own.length === 0) {
    return { ok: false, status: 404, code: 'not-found', detail: 'This person has no such identifier.' };
  }
  let untied = 0;
  for (const one of own) {
    state.identifiers.remove(one);
    untied += untie(state, one.contact, kind, system, norm, now);
    const record = state.contacts.byNumber(one.contact);
    if (record) saveContact(state, record, now);
  }
  const payload = { kind, ...(system ? { system } : {}), untied };
  state.audit.record({ at: now, actor, verb: 'contact.identifier-removed', subject: `contact:${root.id}`, payload });
  return { ok: true, contact: presentContact(state, state.contacts.byNumber(root.number) ?? root, false) };
}

/** What taking an identifier away would untie, without doing it. Null: there is no such contact. */
export function restingOnIdentifier(state: WorkspaceState, input: Pick<Editing, 'id' | 'wanted'>): Resting | null {
  const root = rootOf(state, input.id);
  if (!root) return null;
  const { kind, value } = input.wanted;
  const norm = normaliseIdentifier(kind, value, state.settings.read().country);
  const family = state.contacts.leaves(root.number);
  const own = norm
    ? state.identifiers.ofContacts(family).filter((one) => sameAs(one, kind, systemOf(input.wanted), norm))
    : [];
  const records = own
    .flatMap((one) => restingOn(state, one.contact, kind, one.norm))
    .map(({ record }) => record)
    .sort((a, b) => b.receivedAt - a.receivedAt);
  return { total: records.length, responses: presentSummary(state, records.slice(0, RESTING_SHOWN), false) };
}

/** Puts claims back that this identifier alone had resolved; answers how many. */
function untie(
  state: WorkspaceState,
  contact: number,
  kind: IdentifierNew['kind'],
  system: string,
  norm: string,
  now: number,
): number {
  const resting = restingOn(state, contact, kind, norm);
  for (const { record, last } of resting) {
    state.matches.resolve({ ...last, state: 'unmatched', contact: null, claim: claimKey(kind, system, norm), at: now });
    record.contact = null;
    record.updatedAt = now;
    state.retieResponse(record);
    state.tell('response.updated', record);
  }
  return resting.length;
}

/** Answers of a leaf that are tied by nothing but a claim of this identifier, with the decision that ties each. */
function restingOn(state: WorkspaceState, contact: number, kind: IdentifierNew['kind'], norm: string) {
  if (!isStrong(kind)) return [];
  const { country } = state.settings.read();
  const field = kind === 'external' ? 'externalId' : kind;
  return state.personal.claimed(contact).flatMap((response) => {
    const last = state.matches.of(response).at(-1);
    const record = state.responses.bySeq(response);
    if (!record || !last || last.method !== 'claim' || last.state !== 'tied') return [];
    const rests = last.evidence.some(
      (piece) =>
        piece.kind === 'claim' && piece.field === field && normaliseIdentifier(kind, piece.value, country) === norm,
    );
    return rests ? [{ record, last }] : [];
  });
}

function systemOf({ kind, system }: IdentifierNew): string {
  return kind === 'external' ? (system ?? '') : '';
}

function sameAs(one: { kind: string; system: string; norm: string }, kind: string, system: string, norm: string) {
  return one.kind === kind && one.system === system && one.norm === norm;
}

function missing(): ContactOutcome {
  return { ok: false, status: 404, code: 'not-found', detail: 'There is no such contact.' };
}

function unusable(): ContactOutcome {
  const errors = [{ pointer: '/value', message: 'is not usable' }];
  return { ok: false, status: 422, code: 'identifier-refused', detail: 'This identifier cannot be used.', errors };
}
