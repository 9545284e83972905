import type { IdentityEvidence, MergeChoice, MergeMethod } from '../../../../contract/identity.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ContactRecord } from '../../tables/contacts.ts';
import { uuid7 } from '../../uuid7.ts';
import { attributeField, showPerson } from './showPerson.ts';
import { stitchTogether, unstitch } from './stitchVisitor.ts';

export interface Merging {
  /** Leaves of the two people; it is their survivors that are joined. */
  survivor: number;
  absorbed: number;
  /** Whose fields are shown. */
  overlay?: MergeChoice | undefined;
  by: Actor;
  method: MergeMethod;
  evidence: IdentityEvidence[];
  /** The import that does it. */
  batch?: number | undefined;
  /** The suggestion that is accepted by it. */
  suggestion?: number | undefined;
}

/** `id` is the merge's, `contact` the survivor's. */
export type Merged =
  | { ok: true; id: string; merge: number; contact: string }
  | { ok: false; status: 404 | 409; code: string; detail: string };

/**
 * Makes two people one by moving a pointer: identifiers, answers, displays and events go on naming the leaf that brought
 * them, and readers follow `parent` to the survivor. What is shown from the absorbed is a choice kept with the merge, so
 * undoing it leaves nothing behind.
 */
export function mergeContacts(state: WorkspaceState, merging: Merging, now: number): Merged {
  const survivor = state.contacts.root(merging.survivor);
  const absorbed = state.contacts.root(merging.absorbed);
  if (!survivor || !absorbed) return refused(404, 'not-found', 'There is no such contact.');
  if (survivor.number === absorbed.number) {
    return refused(409, 'same-person', 'These two are one person already.');
  }
  const id = uuid7(now, state.random);
  const merge = state.merges.insert({
    id,
    survivor: survivor.number,
    absorbed: absorbed.number,
    taken: takenFields(survivor, absorbed, merging.overlay ?? {}),
    method: merging.method,
    evidence: merging.evidence,
    batch: merging.batch ?? null,
    suggestion: merging.suggestion ?? null,
    at: now,
    by: merging.by.name,
  });
  const family = state.contacts.leaves(absorbed.number);
  const before = state.contacts.leaves(survivor.number);
  state.contacts.setParent(absorbed.number, survivor.number);
  showPerson(state, survivor.number);
  stitchTogether(state, before, family, now);
  changed(state, [...before, ...family], now);
  // What an import does is in the trail as one entry, the import's.
  if (merging.method === 'hand') {
    const payload = { merge: id, absorbed: absorbed.id };
    state.audit.record({
      at: now,
      actor: merging.by,
      verb: 'contact.merged',
      subject: `contact:${survivor.id}`,
      payload,
    });
  }
  return { ok: true, id, merge, contact: survivor.id };
}

/**
 * Parts two people again. The absorbed gets back whom it had absorbed itself before and since; edits of the survivor stay
 * with the survivor. Merges of a chain may be undone in any order, since each moved one pointer only.
 */
export function undoMerge(state: WorkspaceState, id: string, actor: Actor, now: number): Merged {
  const merge = state.merges.byId(id);
  if (!merge) return refused(404, 'not-found', 'There is no such merge.');
  if (merge.undoneAt !== null) return refused(409, 'undone', 'This merge has been undone already.');
  const [survivor, absorbed] = [state.contacts.byNumber(merge.survivor), state.contacts.byNumber(merge.absorbed)];
  if (merge.erased || !survivor || !absorbed) {
    return refused(409, 'erased', 'This merge touches somebody who has been erased, so it cannot be undone.');
  }
  const root = state.contacts.root(survivor.number)?.number ?? survivor.number;
  state.merges.undo(merge.number, now, actor.name);
  state.contacts.setParent(absorbed.number, null);
  const left = state.contacts.leaves(root);
  const family = state.contacts.leaves(absorbed.number);
  showPerson(state, root);
  showPerson(state, absorbed.number);
  unstitch(state, left, family, now);
  changed(state, [...left, ...family], now);
  if (merge.suggestion !== null) {
    state.suggestions.decide(merge.suggestion, 'open', null, { decision: 'reopened', at: now, by: actor.name });
  }
  if (merge.batch === null || merge.method === 'hand') {
    const payload = { merge: id, absorbed: absorbed.id };
    state.audit.record({ at: now, actor, verb: 'merge.undone', subject: `contact:${survivor.id}`, payload });
  }
  return { ok: true, id, merge: merge.number, contact: survivor.id };
}

/** Which fields are shown from the absorbed: those chosen, and those the survivor has nothing in. */
function takenFields(survivor: ContactRecord, absorbed: ContactRecord, choice: MergeChoice): string[] {
  const taken: string[] = [];
  for (const field of ['name', 'company'] as const) {
    const chosen = choice[field] ?? (survivor[field] || !absorbed[field] ? 'survivor' : 'absorbed');
    if (chosen === 'absorbed') taken.push(field);
  }
  const names = new Set([...Object.keys(survivor.attributes), ...Object.keys(absorbed.attributes)]);
  for (const name of names) {
    const isFilled = (survivor.attributes[name] ?? '') !== '';
    const chosen = choice.attributes?.[name] ?? (isFilled || !(name in absorbed.attributes) ? 'survivor' : 'absorbed');
    if (chosen === 'absorbed') taken.push(attributeField(name));
  }
  return taken;
}

/** Whatever is kept or derived of these leaves follows from other people now. */
function changed(state: WorkspaceState, leaves: readonly number[], now: number): void {
  for (const leaf of leaves) state.askings.forget(leaf);
  state.touch(leaves, now);
  state.tellPeople();
}

function refused(status: 404 | 409, code: string, detail: string): Merged {
  return { ok: false, status, code, detail };
}
