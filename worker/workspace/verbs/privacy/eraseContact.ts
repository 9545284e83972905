import type { EraseBody, Erasure } from '../../../../contract/erasure.ts';
import { foldText } from '../../../identity/foldText.ts';
import type { Actor } from '../../auditTrail.ts';
import { anonymised, emptied } from '../../erasure/anonymise.ts';
import { certificateHash, presentErasure } from '../../erasure/certificate.ts';
import { type ErasedCounts, FORGETTERS } from '../../erasure/forgetters.ts';
import { type Person, personOf } from '../../erasure/personOf.ts';
import type { WorkspaceState } from '../../state.ts';
import { ROW } from '../../tables/responses.ts';
import { uuid7 } from '../../uuid7.ts';
import { rootOf } from '../people/contacts.ts';

export type ErasureOutcome =
  | { ok: true; erasure: Erasure }
  | { ok: false; status: 404 | 409 | 422; code: string; detail: string };

/**
 * Erases a person and everybody merged into them, for good: whole or not at all. Their answers stay as nobody's or go
 * with them, keyed hashes keep them from coming back, and what is left is a certificate that names nobody.
 */
export function eraseContact(
  state: WorkspaceState,
  input: { id: string; wanted: EraseBody; actor: Actor; now: number },
): ErasureOutcome {
  const { wanted, actor, now } = input;
  const root = rootOf(state, input.id);
  if (!root) return { ok: false, status: 404, code: 'not-found', detail: 'There is no such contact.' };
  const confirmed = foldText(wanted.confirm);
  if (!confirmed || ![root.id, input.id, root.name].some((known) => foldText(known) === confirmed)) {
    return {
      ok: false,
      status: 422,
      code: 'not-confirmed',
      detail: 'That is neither this person’s name nor their id.',
    };
  }
  const person = personOf(state, root);
  const number = state.erasures.next();
  const counts: ErasedCounts = {
    tombstones: bury(state, person, number),
    matches:
      state.personal.removeMatches(person.responses.map(({ seq }) => seq)) + state.personal.forgetMatches(person),
    responses: person.responses.length,
    displays: person.displays.length,
  };
  const without = wanted.responses === 'delete' ? emptied : anonymised;
  state.rewriteResponses(
    person.responses.map((record) => (record.flags & ROW.deleted ? emptied : without)(state, record, now)),
  );
  state.personal.forgetVisitors(person.visitors);
  state.forgetDisplays(person.displays);
  for (const forget of FORGETTERS) add(counts, forget(state, person, now));
  counts.audit = state.personal.forgetAudit(
    [...person.ids.map((id) => `contact:${id}`), ...person.responses.map(({ id }) => `response:${id}`)],
    [...person.needles, ...person.names],
  );
  for (const kind of Object.keys(counts) as (keyof ErasedCounts)[]) if (!counts[kind]) delete counts[kind];
  const said = { id: uuid7(now, state.random), at: now, responses: wanted.responses, counts };
  const entry = state.audit.record({
    at: now,
    actor,
    verb: 'contact.erased',
    subject: `erasure:${said.id}`,
    payload: { certificate: certificateHash(said), responses: said.responses, counts },
  });
  const record = { ...said, number, by: actor.name, entry, liftedAt: null, liftedBy: null };
  state.erasures.insert(record, person.contacts);
  state.tellErased(person.ids);
  return { ok: true, erasure: presentErasure(state, record) };
}

/** Keeps everything that tells the person from coming back; answers how many hashes that takes. */
function bury(state: WorkspaceState, { identifiers, ids, visitors, responses }: Person, erasure: number): number {
  const stones = new Map<string, [Parameters<typeof state.tombstones.add>[0], string, string]>();
  const add = (...stone: [Parameters<typeof state.tombstones.add>[0], string, string]) =>
    stones.set(JSON.stringify(stone), stone);
  for (const { kind, system, norm } of identifiers) if (kind !== 'visitor') add(kind, system, norm);
  for (const visitor of visitors) add('visitor', '', visitor);
  for (const { id } of responses) add('response', '', id);
  for (const id of ids) add('contact', '', id);
  for (const [kind, system, norm] of stones.values()) state.tombstones.add(kind, system, norm, erasure);
  return stones.size;
}

function add(counts: ErasedCounts, more: ErasedCounts): void {
  for (const [kind, n] of Object.entries(more) as [keyof ErasedCounts, number][])
    counts[kind] = (counts[kind] ?? 0) + n;
}
