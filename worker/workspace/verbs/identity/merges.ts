import type { IdentityEvidence, Merge, MergeChoice } from '../../../../contract/identity.ts';
import { maskIdentityEvidence } from '../../../identity/maskIdentityEvidence.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import type { MergeRecord } from '../../tables/merges.ts';
import { type Merged, mergeContacts } from './mergeContacts.ts';

/** Merges two people by hand, named by their ids. */
export function mergeByHand(
  state: WorkspaceState,
  input: { survivor: string; absorb: string; choose?: MergeChoice; actor: Actor; now: number },
): Merged {
  const survivor = state.contacts.byId(input.survivor);
  const absorbed = state.contacts.byId(input.absorb);
  if (!survivor || !absorbed) {
    return { ok: false, status: 404, code: 'not-found', detail: 'There is no such contact.' };
  }
  const evidence: IdentityEvidence[] = [{ kind: 'hand', by: input.actor.name }];
  return mergeContacts(
    state,
    {
      survivor: survivor.number,
      absorbed: absorbed.number,
      overlay: input.choose,
      by: input.actor,
      method: 'hand',
      evidence,
    },
    input.now,
  );
}

/**
 * Merges, newest first; of one person's leaves alone where one is named. `cursor` is the number to go on below. Viewers
 * (`masked`) read none that an erased person took part in.
 */
export function listMerges(
  state: WorkspaceState,
  input: { contact?: string; cursor?: number; limit: number; masked: boolean },
): { items: Merge[]; next: string | null } {
  const before = input.cursor ?? Number.MAX_SAFE_INTEGER;
  const found =
    input.contact === undefined
      ? state.merges.list(before, input.limit + 1, !input.masked)
      : mergesOf(state, input.contact);
  const below = found.filter(({ number, erased }) => number < before && !(erased && input.masked));
  const shown = below.slice(0, input.limit);
  return {
    items: presentMerges(state, shown, input.masked),
    next: below.length > shown.length ? String(shown.at(-1)?.number) : null,
  };
}

function mergesOf(state: WorkspaceState, id: string): MergeRecord[] {
  const contact = state.contacts.byId(id);
  const root = contact && state.contacts.root(contact.number);
  return root ? state.merges.ofContacts(state.contacts.leaves(root.number)).reverse() : [];
}

/** Merges as the API shows them, each person as they were called on their own. */
export function presentMerges(state: WorkspaceState, records: readonly MergeRecord[], masked: boolean): Merge[] {
  const numbers = records.flatMap(({ survivor, absorbed }) => [survivor, absorbed]);
  const people = new Map(state.contacts.rows(numbers).map((contact) => [contact.number, contact]));
  const person = (number: number) => ({ id: people.get(number)?.id ?? '', name: people.get(number)?.name ?? '' });
  return records.map((record) => {
    const isGone = record.erased || !people.has(record.survivor) || !people.has(record.absorbed);
    return {
      id: record.id,
      at: new Date(record.at).toISOString(),
      by: record.by,
      method: record.method,
      evidence: masked ? record.evidence.map(maskIdentityEvidence) : record.evidence,
      survivor: person(record.survivor),
      absorbed: person(record.absorbed),
      taken: record.taken.filter((field) => !record.released.includes(field)),
      undoneAt: record.undoneAt === null ? null : new Date(record.undoneAt).toISOString(),
      undoneBy: record.undoneBy,
      why: record.undoneAt !== null ? 'undone' : isGone ? 'erased' : null,
    };
  });
}
