import { TRUSTS } from '../../../../contract/metric.ts';
import type { ResponseSummary } from '../../../../contract/response.ts';
import { FLAG } from '../../../facts/fact.ts';
import { type Block, scan } from '../../../facts/scan.ts';
import { presentSummary } from '../../presentResponse.ts';
import type { WorkspaceState } from '../../state.ts';
import { peopleMask } from '../people/peopleFilter.ts';

const UNCLAIMED = TRUSTS.flatMap((trust, code) => (trust === 'claimed' ? [] : [code]));

/** The latest comments by people of a segment, of which a persona may quote one. */
export function segmentComments(
  state: WorkspaceState,
  input: { id: string; limit: number; masked: boolean; now: number },
): ResponseSummary[] | null {
  if (!state.segments.byId(input.id)) return null;
  const people = peopleMask(state, { segment: [input.id] }, input.now);
  const blocks = state.responseFacts.all(['time', 'figure', 'who']) as Iterable<Block>;
  const found: { seq: number; minute: number }[] = [];
  scan(blocks, { people, trusts: UNCLAIMED }, ['time'], ({ flags, seq, minute }, i) => {
    if ((flags[i] ?? 0) & FLAG.commented) found.push({ seq: seq[i] ?? 0, minute: minute[i] ?? 0 });
  });
  found.sort((a, b) => b.minute - a.minute || b.seq - a.seq);
  return presentSummary(state, state.responses.bySeqs(found.slice(0, input.limit).map(({ seq }) => seq)), input.masked);
}
