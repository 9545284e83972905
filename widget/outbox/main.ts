import type { Session } from '../session.ts';
import { outboxOf } from './outboxOf.ts';

/** Sends what earlier visits left behind, without the element. */
export function start(session: Session): void {
  outboxOf(session).flush();
}
