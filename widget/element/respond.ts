import type { Answer, ResponseBody } from '../../contract/collect.ts';
import type { SurveyRule } from '../../contract/rules.ts';
import { outboxOf } from '../outbox/outboxOf.ts';
import type { Thread } from '../seen.ts';
import type { Context, Session } from '../session.ts';
import { device } from './device.ts';

/** What one revision says. */
export interface Said {
  answers: Answer[];
  complete: boolean;
  locale: string;
  touchpoint: string | undefined;
  page: ResponseBody['page'];
  context?: Context;
  withdrawn?: true;
}

/**
 * Keeps the thread's current revision on this device, then sends it; how that went is heard from the outbox.
 *
 * @returns whether it will outlive the page even if nothing can be sent now
 */
export function respond(session: Session, rule: SurveyRule, thread: Thread, said: Said): boolean {
  const { touchpoint = rule.touchpoint, ...spoken } = said;
  const { id, revision, version, startedAt, visitor } = thread;
  const body: ResponseBody = {
    ...spoken,
    id,
    revision,
    survey: rule.id,
    version,
    visitor,
    startedAt,
    device: device(),
    ...(session.isTest && { test: true }),
    // One that cannot be a touchpoint must not cost the answer.
    ...(touchpoint && /^[\w-]{1,64}$/.test(touchpoint) && { touchpoint }),
  };
  const outbox = outboxOf(session);
  const keeps = outbox.put(body);
  // The answer is safe first; who gave it may take a moment to learn.
  const sending = session.identity().then((identity) => {
    const known = identity ? { ...body, identity } : body;
    // Meanwhile the visitor may have said more.
    if (identity && thread.revision === revision) outbox.put(known);
    return outbox.send(known);
  });
  // Whatever goes wrong, it goes wrong without the page.
  sending.catch(() => {});
  return keeps;
}
