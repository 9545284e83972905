import type { Segment, SegmentCreate, SegmentEdit, SegmentSummary } from '../../../../contract/segment.ts';
import { isIn } from '../../../facts/people/people.ts';
import { needsOf } from '../../../segments/needsOf.ts';
import type { Actor } from '../../auditTrail.ts';
import { countSegments, freshPeople } from '../../derived/people.ts';
import type { WorkspaceState } from '../../state.ts';
import type { SegmentRecord } from '../../tables/segments.ts';
import { uuid7 } from '../../uuid7.ts';
import { nextDay } from './countSegmentsDaily.ts';
import { presentSegment } from './presentSegment.ts';

export type SegmentOutcome =
  | { ok: true; segment: Segment }
  | { ok: false; status: 404 | 409; code: string; detail: string };

/** All segments, oldest first, with how many people are in each. */
export function listSegments(state: WorkspaceState, now: number): SegmentSummary[] {
  freshPeople(state, now);
  const of = state.contacts.count();
  return state.segments.all().map((segment) => summaryOf(state, segment, of));
}

/** A segment's row, with how many are in it. */
export function summaryOf(state: WorkspaceState, segment: SegmentRecord, of: number): SegmentSummary {
  const people = state.people.all;
  let inside = 0;
  for (let root = 1; root < people.size; root += 1) {
    if (people.root[root] === root && isIn(people, root, segment.place)) inside += 1;
  }
  const { id, name, looked, countedAt, persona, createdAt, updatedAt } = segment;
  return {
    id,
    name,
    people: inside,
    of,
    counting: looked,
    countedAt: countedAt === null ? null : new Date(countedAt).toISOString(),
    persona: persona?.name ?? null,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}

export function readSegment(
  state: WorkspaceState,
  input: { id: string; masked: boolean; now: number },
): Segment | null {
  const segment = state.segments.byId(input.id);
  if (!segment) return null;
  freshPeople(state, input.now);
  return presentSegment(state, segment, input.masked);
}

export function createSegment(
  state: WorkspaceState,
  input: { id?: string; segment: SegmentCreate; actor: Actor; now: number },
): SegmentOutcome {
  const { segment, actor, now } = input;
  const place = state.segments.freePlace();
  if (place === null) {
    return { ok: false, status: 409, code: 'segments-full', detail: 'There are as many segments as there may be.' };
  }
  const record: SegmentRecord = {
    place,
    id: input.id ?? uuid7(now, state.random),
    ...segment,
    looked: 0,
    countedAt: null,
    createdAt: now,
    updatedAt: now,
  };
  state.segments.write(record);
  state.audit.record({ at: now, actor, verb: 'segment.created', subject: `segment:${record.id}` });
  return counted(state, record.id, now);
}

export function editSegment(
  state: WorkspaceState,
  input: { id: string; edit: SegmentEdit; actor: Actor; now: number },
): SegmentOutcome {
  const { edit, actor, now } = input;
  const segment = state.segments.byId(input.id);
  if (!segment) return { ok: false, status: 404, code: 'not-found', detail: 'There is no such segment.' };
  const { name = segment.name, rule = segment.rule, persona = segment.persona } = edit;
  const isOther = JSON.stringify(rule) !== JSON.stringify(segment.rule);
  state.segments.write({ ...segment, name, rule, persona, looked: isOther ? 0 : segment.looked, updatedAt: now });
  const changed = Object.keys(edit);
  state.audit.record({
    at: now,
    actor,
    verb: 'segment.changed',
    subject: `segment:${segment.id}`,
    payload: { changed },
  });
  return counted(state, segment.id, now);
}

/** Looks at the first people at once, so that a small workspace has its answer with the reply; the clock goes on. */
function counted(state: WorkspaceState, id: string, now: number): SegmentOutcome {
  const segment = state.segments.byId(id);
  if (!segment) throw new Error('a segment just written is missing');
  if (segment.looked !== null && countSegments(state, now)) state.clock.plan('segments', '', now);
  freshPeople(state, now);
  if (needsOf([segment.rule]).time) state.clock.plan('segment-day', '', nextDay(state, now));
  const written = state.segments.byId(id) ?? segment;
  return { ok: true, segment: presentSegment(state, written, false) };
}

/** Takes a segment away. A survey that names it asks nobody by it any more, and says so when it is published again. */
export function deleteSegment(state: WorkspaceState, input: { id: string; actor: Actor; now: number }): boolean {
  const segment = state.segments.byId(input.id);
  if (!segment) return false;
  state.people.clearSegment(segment.place);
  state.people.save();
  state.segments.remove(segment.place);
  const { actor, now } = input;
  state.audit.record({ at: now, actor, verb: 'segment.deleted', subject: `segment:${segment.id}` });
  return true;
}
