import { matchingSeqs } from '../../../facts/matching.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import { parts } from '../../tables/parts.ts';
import { scrub } from './scrub.ts';

const AT_ONCE = 500;

/** Takes every answer out that was given while trying things out, contents and all. Answers how many there were. */
export function deleteTests(state: WorkspaceState, input: { actor: Actor; now: number }): { deleted: number } {
  const seqs = Array.from(matchingSeqs(state.responseFacts.all(['time', 'figure']), { tests: 'only' }));
  for (const part of parts(seqs, AT_ONCE)) {
    for (const record of state.responses.bySeqs(part)) {
      scrub(record);
      record.updatedAt = input.now;
      state.matches.scrub(record.seq);
      state.reviseResponse(record);
      state.retieResponse(record);
    }
  }
  const payload = { deleted: seqs.length };
  state.audit.record({
    at: input.now,
    actor: input.actor,
    verb: 'responses.tests-deleted',
    subject: 'workspace',
    payload,
  });
  return payload;
}
