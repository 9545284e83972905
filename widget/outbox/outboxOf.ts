import type { Session } from '../session.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** This page view's one outbox, whichever file asks for it first; it tries again whenever the network comes back. */
export function outboxOf(session: Session): Outbox {
  if (session.outbox) return session.outbox;
  const outbox = createOutbox({
    store: session.store,
    post: (body) => session.post('responses', body),
    freshToken: session.freshToken,
    alone: (name, work) => (navigator.locks ? navigator.locks.request(`touchstone:${name}`, work) : work()),
    later: setTimeout,
    now: Date.now,
    random: Math.random,
  });
  addEventListener('online', () => void outbox.flush());
  session.outbox = outbox;
  return outbox;
}
