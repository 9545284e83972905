import type { Session } from '../session.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** This page view's one outbox, whichever file asks for it first; it tries again whenever the network comes back. */
export function outboxOf(session: Session): Outbox {
  if (session.outbox) return session.outbox;
  const outbox = createOutbox({
    store: session.store,
    post: (body) => session.post('responses', body),
    // Nobody has one until somebody is known.
    freshToken: async (stale) => session.freshToken?.(stale),
    alone: (name, isPatient, work) =>
      navigator.locks
        ? navigator.locks
            .request(`touchstone:${name}`, { ifAvailable: !isPatient }, (lock) => lock && work())
            // Pages without an origin may hold no locks, nor may a page on its way out: what is kept waits.
            .catch(() => {})
        : work(),
    later: (work, milliseconds) => setTimeout(work, milliseconds),
    now: Date.now,
    random: Math.random,
  });
  addEventListener('online', () => void outbox.flush());
  session.outbox = outbox;
  return outbox;
}
