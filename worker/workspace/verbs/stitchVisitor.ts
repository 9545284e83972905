import type { WorkspaceState } from '../state.ts';

/**
 * Ties a visitor's earlier anonymous answers to the contact they turned out to be. Trust stays anonymous. A visitor id
 * seen with two people (a shared device) stitches neither; a sign-out starts a new visitor id, so nothing older follows.
 */
export function stitchVisitor(state: WorkspaceState, visitor: string, now: number): void {
  const seenWith = state.identifiers.find('visitor', '', visitor);
  const roots = new Set(seenWith.map((record) => state.contacts.root(record.contact)?.number));
  const contact = seenWith[0]?.contact;
  if (contact === undefined || roots.size !== 1) return;
  const records = state.responses.bySeqs(state.responses.anonymousOf(visitor, 0));
  for (const record of records) {
    const decisions = state.matches.of(record.seq);
    if (decisions.at(-1)?.method === 'hand') continue;
    state.matches.insert({
      response: record.seq,
      n: decisions.length + 1,
      method: 'visitor',
      state: 'tied',
      contact,
      trust: record.trust,
      evidence: [{ kind: 'visitor', visitor, earlier: records.length }],
      claim: null,
      at: now,
      by: 'rule',
    });
    record.contact = contact;
    record.updatedAt = now;
    state.changeResponse(record);
    state.tell('response.updated', record);
  }
}
