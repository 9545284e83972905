import type { ResponseSummary } from '../../contract/response.ts';
import type { Persona, Segment, SegmentFields, SegmentSummary } from '../../contract/segment.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { navigate } from './location.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

/** All segments: what lists, reports and surveys can be narrowed to. */
export const segmentList = createResource<SegmentSummary[]>();
/** The segment whose page is open. */
export const segment = createResource<Segment>();
/** What its people say. */
export const comments = createResource<ResponseSummary[]>();
/** What conditions may speak of. */
export const fields = createResource<SegmentFields>();

const COMMENTS_SHOWN = 30;

export function loadSegments(): Promise<void> {
  return segmentList.load(async (signal) => (await api.listSegments(signal)).items);
}

/** Opens a segment's page. */
export async function loadSegment(id: string): Promise<void> {
  if (segment.data.value?.id !== id) {
    segment.clear();
    comments.clear();
  }
  await Promise.all([
    segment.load((signal) => api.getSegment(id, signal)),
    comments.load(async (signal) => (await api.listSegmentComments(id, COMMENTS_SHOWN, signal)).items),
  ]);
}

export function loadFields(): Promise<void> {
  return fields.load((signal) => api.getSegmentFields(signal));
}

/** Gives the open segment a face, or takes it away. Resolves to whether it was done. */
export function saveFace(id: string, persona: Persona | null, faults?: Faults): Promise<boolean> {
  return attempt(async () => {
    segment.data.value = await api.editSegment(id, { persona });
    say(t('segments.saved'));
  }, faults);
}

/** Deletes a segment and leaves its page. */
export function deleteSegment(id: string): Promise<boolean> {
  return attempt(async () => {
    await api.deleteSegment(id);
    say(t('segments.deleted'));
    navigate('/segments', { replace: true });
  });
}
