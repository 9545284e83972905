import type { WorkspaceState } from '../../state.ts';
import type { ResponseRecord } from '../../tables/responses.ts';
import { consentsIn } from '../privacy/consents.ts';

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
  const note = (stream: 'response' | 'display', seq: number) => {
    // Several leaves used this browser: that they are one person may be undone.
    if (seenWith.length > 1) state.stitched.insert({ stream, seq, visitor });
  };
  for (const seqs of batches((before) => state.responses.anonymousOf(visitor, before, AT_ONCE))) {
    for (const record of state.responses.bySeqs(seqs)) {
      if (stitch(state, record, { visitor, contact, earlier: seqs.length }, now)) note('response', record.seq);
    }
  }
  for (const seqs of batches((before) => state.displays.anonymousOf(visitor, before, AT_ONCE))) {
    for (const record of state.displays.bySeqs(seqs)) {
      state.changeDisplay({ ...record, contact, updatedAt: now });
      note('display', record.seq);
    }
  }
}

/** Two families became one person: a browser both used is nobody else's now, so what it answered before may follow. */
export function stitchTogether(
  state: WorkspaceState,
  one: readonly number[],
  other: readonly number[],
  now: number,
): void {
  for (const visitor of sharedVisitors(state, one, other)) state.clock.plan('stitch', visitor, now);
}

/** Two families were parted: what followed a browser of both, because they were one, is nobody's again. */
export function unstitch(state: WorkspaceState, one: readonly number[], other: readonly number[], now: number): void {
  for (const visitor of sharedVisitors(state, one, other)) {
    for (const row of state.stitched.ofVisitor(visitor)) {
      if (row.stream === 'response') unstitchResponse(state, row.seq, visitor, now);
      else for (const record of state.displays.bySeqs([row.seq])) state.releaseDisplay(record, now);
      state.stitched.remove(row);
    }
  }
}

function unstitchResponse(state: WorkspaceState, seq: number, visitor: string, now: number): void {
  const record = state.responses.bySeq(seq);
  const decisions = state.matches.of(seq);
  const current = decisions.at(-1);
  // Somebody, or a proof, has decided since: that stands.
  if (!record || record.contact === null || current?.method !== 'visitor' || current.by !== 'rule') return;
  if (current.undoes !== null) return;
  const { contact } = record;
  state.matches.insert({
    response: seq,
    n: decisions.length + 1,
    method: 'visitor',
    state: 'untied',
    contact: null,
    trust: record.trust,
    evidence: [{ kind: 'visitor', visitor, earlier: 0 }],
    claim: null,
    undoes: current.n,
    at: now,
    by: 'rule',
  });
  state.matches.left({ contact, at: now, response: seq, n: decisions.length + 1 });
  record.contact = null;
  record.updatedAt = now;
  state.retieResponse(record);
  state.tell('response.updated', record);
}

function sharedVisitors(state: WorkspaceState, one: readonly number[], other: readonly number[]): string[] {
  const visitors = (leaves: readonly number[]) =>
    state.identifiers.ofContacts(leaves).flatMap(({ kind, norm }) => (kind === 'visitor' ? norm : []));
  const theirs = new Set(visitors(other));
  return [...new Set(visitors(one))].filter((visitor) => theirs.has(visitor));
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
): boolean {
  const decisions = state.matches.of(record.seq);
  // What somebody decided, no rule overturns.
  if ((decisions.at(-1)?.by ?? 'rule') !== 'rule') return false;
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
  consentsIn(state, record, now);
  state.tell('response.updated', record);
  return true;
}
