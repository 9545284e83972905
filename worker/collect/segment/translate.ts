import { EVENT_PROPERTIES_MAX, EVENT_VALUE_MAX, KEY_MAX, NAME_MAX } from '../../../contract/limits.ts';
import type { TrackedCall } from '../../../contract/tracking.ts';
import type { Message } from '../../workspace/message.ts';
import { flatten, scalarOf } from './flatten.ts';
import { happenedAt } from './happenedAt.ts';
import { personOf } from './personOf.ts';

const COMPANY_ATTRIBUTES_MAX = 60;
const COMPANY_VALUE_MAX = 1_000;

/**
 * A call in Segment's shape as the workspace takes it: bounded, its traits and times read. `sentAt` of a whole batch
 * holds for calls without their own.
 */
export function translate(call: TrackedCall, sentAt: string | null | undefined, receivedAt: number): Message {
  const message = {
    id: call.messageId ?? null,
    user: idOf(call.userId),
    // An id that no browser of ours could have made ties nothing, and is not worth keeping.
    visitor: call.anonymousId !== null && isVisitor(call.anonymousId) ? call.anonymousId : null,
    at: happenedAt({ ...call, sentAt: call.sentAt ?? sentAt }, receivedAt),
  };
  switch (call.type) {
    case 'identify':
      return { ...message, kind: 'identify', person: personOf(call.traits ?? {}) };
    case 'track':
      return {
        ...message,
        kind: 'track',
        event: String(scalarOf(call.event, NAME_MAX) ?? ''),
        properties: flatten(call.properties ?? {}, { keys: EVENT_PROPERTIES_MAX, length: EVENT_VALUE_MAX }),
      };
    case 'group': {
      const { name, ...traits } = call.traits ?? {};
      return {
        ...message,
        kind: 'group',
        group: idOf(call.groupId) ?? '',
        name: String(scalarOf(name, NAME_MAX) ?? ''),
        attributes: flatten(traits, { keys: COMPANY_ATTRIBUTES_MAX, length: COMPANY_VALUE_MAX }),
      };
    }
    case 'alias':
      return { ...message, kind: 'alias', previous: idOf(call.previousId) ?? '' };
    case 'page':
    case 'screen':
      return { ...message, kind: 'seen' };
  }
}

function idOf(value: string | null): string | null {
  const id = scalarOf(value, KEY_MAX * 2);
  return id === null ? null : String(id);
}

function isVisitor(value: string): boolean {
  return value.length <= KEY_MAX && /^[A-Za-z0-9_-]+$/.test(value);
}
