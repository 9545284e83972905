import type { WorkspaceState } from '../state.ts';
import type { ResponseRecord } from '../tables/responses.ts';

const AT_ONCE = 500;

/**
 * Ties a visitor's earlier anonymous answers, and what they were shown, to the contact they turned out to be. Trust stays
 * anonymous. A visitor id seen with two people (a shared device) stitches neither; a sign-out starts a new visitor id, so
 * nothing older follows.
 */
export function stitchVisitor(state: WorkspaceState, visitor: string, now: number): void {
  const seenWith = state.identifiers.find('visitor', '', visitor);
  const roots = new Set(seenWith.map((record) => state.contacts.root(record.contact)?.number));
  const contact = seenWith[0]?.contact;
  if (contact === undefined || roots.size !== 1) return;
  for (const seqs of batches((before) => state.responses.anonymousOf(visitor, before, AT_ONCE))) {
    for (const record of state.responses.bySeqs(seqs))
      stitch(state, record, { visitor, contact, earlier: seqs.length }, now);
  }
  for (const seqs of batches((before) => state.displays.anonymousOf(visitor, before, AT_ONCE))) {
    for (const record of state.displays.bySeqs(seqs)) state.changeDisplay({ ...record, contact, updatedAt: now });
  }
}

/** Seqs below one another, as many at once as there may be. */
function* batches(next: (before: number) => number[]): Generator<number[]> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const seqs = next(before);
    yield seqs;
    if (seqs.length < AT_ONCE) return;
    before = seqs.at(-1) ?? 0;
  }
}

function stitch(
  state: WorkspaceState,
  record: ResponseRecord,
  { visitor, contact, earlier }: { visitor: string; contact: number; earlier: number },
  now: number,
): void {
  const decisions = state.matches.of(record.seq);
  // What somebody decided, no rule overturns.
  if ((decisions.at(-1)?.by ?? 'rule') !== 'rule') return;
  state.matches.insert({
    response: record.seq,
    n: decisions.length + 1,
    method: 'visitor',
    state: 'tied',
    contact,
    trust: record.trust,
    evidence: [{ kind: 'visitor', visitor, earlier }],
    claim: null,
    undoes: null,
    at: now,
    by: 'rule',
  });
  record.contact = contact;
  record.updatedAt = now;
  state.retieResponse(record);
  state.tell('response.updated', record);
}
