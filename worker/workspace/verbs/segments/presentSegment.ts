import type { ResponseSummary } from '../../../../contract/response.ts';
import type { Segment } from '../../../../contract/segment.ts';
import { csatTrend } from '../../../facts/people/csatTrend.ts';
import { maskOf } from '../../../facts/people/maskOf.ts';
import { isIn } from '../../../facts/people/people.ts';
import type { Block } from '../../../facts/scan.ts';
import { share } from '../../../stats/share.ts';
import { presentSummary } from '../../presentResponse.ts';
import type { WorkspaceState } from '../../state.ts';
import type { SegmentRecord } from '../../tables/segments.ts';
import { visible } from '../responses/decideMatch.ts';
import { summaryOf } from './segments.ts';

/** A segment with its face, its quote while it still speaks, and how satisfied its people are. */
export function presentSegment(state: WorkspaceState, segment: SegmentRecord, masked: boolean): Segment {
  const people = state.people.all;
  const mask = maskOf(people, (root) => isIn(people, root, segment.place));
  const blocks = state.responseFacts.all(['time', 'figure', 'who']) as Iterable<Block>;
  const [felt = { n: 0, satisfied: 0 }] = csatTrend(blocks, mask, [0, 0xffff_ffff]);
  return {
    ...summaryOf(state, segment, state.contacts.count()),
    rule: segment.rule,
    face: segment.persona,
    quote: quoteOf(state, segment, mask, masked),
    csat: share(felt.satisfied, felt.n),
  };
}

/** What the face says: a comment that is still there, by somebody who is in the segment now. */
function quoteOf(
  state: WorkspaceState,
  { persona }: SegmentRecord,
  mask: Uint8Array,
  masked: boolean,
): ResponseSummary | null {
  const record = persona?.quote ? visible(state, persona.quote) : undefined;
  if (!record?.comment || record.contact === null || mask[record.contact] !== 1) return null;
  return presentSummary(state, [record], masked)[0] ?? null;
}
