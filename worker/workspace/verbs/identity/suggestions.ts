import type { MergeChoice, Suggestion, SuggestionState } from '../../../../contract/identity.ts';
import { maskIdentityEvidence } from '../../../identity/maskIdentityEvidence.ts';
import { survivorOf } from '../../../identity/survivorOf.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ContactRecord } from '../../tables/contacts.ts';
import type { SuggestionRecord } from '../../tables/suggestions.ts';
import { presentContacts } from '../people/presentContact.ts';
import { type Merged, mergeContacts, undoMerge } from './mergeContacts.ts';

const AT_ONCE = 100;

export type Reviewed = { ok: true } | { ok: false; status: 404 | 409; code: string; detail: string };

/**
 * Pairs of people of one state; open ones the surest first. A pair that was joined in another way is nothing to ask any
 * more, and is passed over as long as it is. `cursor` is how many rows were passed. Of one `contact` all come at once.
 */
export function listSuggestions(
  state: WorkspaceState,
  input: { state: SuggestionState; contact?: string; cursor?: number; limit: number; masked: boolean },
): { items: Suggestion[]; next: string | null; counts: Record<SuggestionState, number> } {
  const found: { record: SuggestionRecord; people: [ContactRecord, ContactRecord] }[] = [];
  if (input.contact !== undefined) {
    const contact = state.contacts.byId(input.contact);
    const person = contact && state.contacts.root(contact.number);
    for (const record of person ? state.suggestions.ofContacts(state.contacts.leaves(person.number)) : []) {
      const people = record.state === input.state && found.length < input.limit ? peopleOf(state, record) : null;
      if (people) found.push({ record, people });
    }
    return page(state, found, null, input.masked);
  }
  let passed = input.cursor ?? 0;
  let more = true;
  while (more) {
    const rows = state.suggestions.list(input.state, passed, AT_ONCE);
    more = rows.length === AT_ONCE;
    for (const record of rows) {
      const people = peopleOf(state, record);
      if (people && found.length === input.limit) return page(state, found, String(passed), input.masked);
      if (people) found.push({ record, people });
      passed += 1;
    }
  }
  return page(state, found, null, input.masked);
}

function page(
  state: WorkspaceState,
  found: { record: SuggestionRecord; people: [ContactRecord, ContactRecord] }[],
  next: string | null,
  masked: boolean,
) {
  const all = new Map(found.flatMap(({ people }) => people).map((contact) => [contact.number, contact]));
  const contacts = [...all.values()];
  const summaries = presentContacts(state, contacts, masked);
  const summary = new Map(contacts.map(({ number }, index) => [number, summaries[index]]));
  const decisions = state.suggestions.decisions(found.map(({ record }) => record.number));
  const items = found.flatMap(({ record, people }): Suggestion[] => {
    const [a, b] = [summary.get(people[0].number), summary.get(people[1].number)];
    const last = decisions.findLast(({ suggestion }) => suggestion === record.number);
    const isDecided = record.state !== 'open' && last;
    if (!a || !b) return [];
    return [
      {
        id: record.id,
        state: record.state,
        weight: record.weight,
        evidence: masked ? record.evidence.map(maskIdentityEvidence) : record.evidence,
        a,
        b,
        at: new Date(record.at).toISOString(),
        decidedAt: isDecided ? new Date(last.at).toISOString() : null,
        decidedBy: isDecided ? last.by : null,
      },
    ];
  });
  return { items, next, counts: state.suggestions.counts() };
}

/** The two as they are now: survivors while they are two, and each on their own once a merge made them one. */
function peopleOf(state: WorkspaceState, record: SuggestionRecord): [ContactRecord, ContactRecord] | null {
  if (record.state === 'accepted') {
    const [a, b] = state.contacts.rows([record.a, record.b]);
    return a && b ? [a, b] : null;
  }
  const [a, b] = [state.contacts.root(record.a), state.contacts.root(record.b)];
  return a && b && a.number !== b.number ? [a, b] : null;
}

/** The two are one person: they are merged, which undoing the suggestion or the merge takes back. */
export function acceptSuggestion(
  state: WorkspaceState,
  input: { id: string; survivor?: string; choose?: MergeChoice; actor: Actor; now: number },
): Merged {
  const record = state.suggestions.byId(input.id);
  if (!record) return missing();
  if (record.state !== 'open') return decidedAlready(record.state);
  const people = peopleOf(state, record);
  if (!people) {
    return { ok: false, status: 409, code: 'same-person', detail: 'These two are one person already.' };
  }
  const survivor = input.survivor === undefined ? undefined : state.contacts.byId(input.survivor);
  const root = survivor && state.contacts.root(survivor.number);
  if (input.survivor !== undefined && !people.some(({ number }) => number === root?.number)) {
    return { ok: false, status: 404, code: 'not-found', detail: 'The survivor is not one of these two.' };
  }
  const stays = root?.number ?? stayingOf(state, people);
  const goes = people[0].number === stays ? people[1].number : people[0].number;
  const merged = mergeContacts(
    state,
    {
      survivor: stays,
      absorbed: goes,
      overlay: input.choose,
      by: input.actor,
      method: 'hand',
      evidence: [{ kind: 'suggestion', suggestion: record.id }, ...record.evidence],
      suggestion: record.number,
    },
    input.now,
  );
  if (merged.ok) {
    const decision = { decision: 'accepted', at: input.now, by: input.actor.name } as const;
    state.suggestions.decide(record.number, 'accepted', merged.merge, decision);
  }
  return merged;
}

function stayingOf(state: WorkspaceState, [a, b]: [ContactRecord, ContactRecord]): number {
  const [left, right] = presentContacts(state, [a, b], true);
  return survivorOf({ ...a, responses: left?.responses ?? 0 }, { ...b, responses: right?.responses ?? 0 }).number;
}

/** The two are two people: they are never asked about again, unless somebody takes that back. */
export function rejectSuggestion(state: WorkspaceState, input: { id: string; actor: Actor; now: number }): Reviewed {
  const record = state.suggestions.byId(input.id);
  if (!record) return missing();
  if (record.state !== 'open') return decidedAlready(record.state);
  const decision = { decision: 'rejected', at: input.now, by: input.actor.name } as const;
  state.suggestions.decide(record.number, 'rejected', null, decision);
  audit(state, input, 'suggestion.rejected', record);
  return { ok: true };
}

/** Takes a decision back: an accepted pair is parted again, a rejected one is asked about again. */
export function undoSuggestion(state: WorkspaceState, input: { id: string; actor: Actor; now: number }): Reviewed {
  const record = state.suggestions.byId(input.id);
  if (!record) return missing();
  if (record.state === 'open') {
    return { ok: false, status: 409, code: 'open', detail: 'Nothing has been decided about these two.' };
  }
  const merge = record.merge === null ? undefined : state.merges.byNumber(record.merge);
  if (record.state === 'accepted' && merge) {
    const undone = undoMerge(state, merge.id, input.actor, input.now);
    return undone.ok ? { ok: true } : undone;
  }
  const decision = { decision: 'reopened', at: input.now, by: input.actor.name } as const;
  state.suggestions.decide(record.number, 'open', null, decision);
  audit(state, input, 'suggestion.reopened', record);
  return { ok: true };
}

function audit(
  state: WorkspaceState,
  { actor, now }: { actor: Actor; now: number },
  verb: string,
  { id, a, b }: SuggestionRecord,
): void {
  const people = state.contacts.rows([a, b]).map((contact) => contact.id);
  state.audit.record({ at: now, actor, verb, subject: `suggestion:${id}`, payload: { people } });
}

function missing() {
  return { ok: false, status: 404, code: 'not-found', detail: 'There is no such suggestion.' } as const;
}

function decidedAlready(state: SuggestionState) {
  return { ok: false, status: 409, code: 'decided', detail: `This suggestion has been ${state} already.` } as const;
}
