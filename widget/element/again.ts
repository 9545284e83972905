import type { SurveyRule } from '../../contract/rules.ts';
import { OUT } from '../outbox/keys.ts';
import { NEVER, readSeen, type Values } from '../seen.ts';
import type { Session } from '../session.ts';
import type { Answering } from './answering.ts';

/**
 * Takes up the answer of an earlier visit. What was broken off is gone on with, unless its questions have changed or the
 * visitor has had enough of them; what is complete may still be taken back.
 */
export function again(session: Session, rule: SurveyRule, answering: Answering, popup: boolean): void {
  const { store, drafts } = session;
  const seen = readSeen(store, rule.id);
  const thread = seen?.thread;
  if (!thread) return;
  const stored = thread.version === rule.version && (popup || !store.get(NEVER)) ? seen.stored : undefined;
  let draft: Values = {};
  try {
    if (stored) draft = JSON.parse(drafts.get(thread.id) ?? '');
  } catch {
    // Nothing was being typed.
  }
  answering.resume(thread, stored, draft, store.get(OUT + thread.id) ? 'kept' : 'sent');
}
