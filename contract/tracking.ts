import * as z from 'zod';
import { EVENT_NAME_MAX, EXTERNAL_ID_MAX, MESSAGE_ID_MAX, TRACKED_BATCH_MAX } from './limits.ts';

/**
 * Calls in the shape of Segment's HTTP tracking API, as servers and customer data platforms send them. Their libraries
 * send more than is read here, and differently typed in places: what is not understood is left alone, not refused.
 */

export const TRACKED_TYPES = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;

/** Somebody's id: a text, or a number as many databases have it. */
const personId = z
  .union([z.string().max(EXTERNAL_ID_MAX), z.number().finite().transform(String)])
  .nullish()
  .transform((value) => value?.trim() || null);

const when = z.string().max(40).nullish();
const values = z.record(z.string(), z.unknown()).nullish();

export const trackedCall = z
  .object({
    type: z.enum(TRACKED_TYPES),
    messageId: z.string().min(1).max(MESSAGE_ID_MAX).nullish(),
    userId: personId,
    anonymousId: personId,
    previousId: personId,
    groupId: personId,
    event: z.string().trim().min(1).max(EVENT_NAME_MAX).nullish(),
    traits: values,
    properties: values,
    context: values,
    timestamp: when,
    /** When it happened by the sender's clock, in libraries that fill `timestamp` themselves. */
    originalTimestamp: when,
    sentAt: when,
  })
  .superRefine((call, context) => {
    const missing = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'is required' });
    if (call.type === 'alias') {
      if (call.previousId === null) missing('previousId');
      if (call.userId === null) missing('userId');
    } else if (call.userId === null && call.anonymousId === null) missing('userId');
    if (call.type === 'track' && !call.event) missing('event');
    if (call.type === 'group' && call.groupId === null) missing('groupId');
  });
export type TrackedCall = z.output<typeof trackedCall>;

export const trackedBatch = z.object({
  batch: z.array(z.unknown()).min(1).max(TRACKED_BATCH_MAX),
  context: values,
  sentAt: when,
});

/** What is answered: nothing but success, unless some calls of a batch were no calls. */
export interface Tracked {
  success: true;
  refused?: { index: number; message: string }[];
}
