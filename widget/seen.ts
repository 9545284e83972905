import type { Outcome } from '../contract/metric.ts';
import type { SurveyRule } from '../contract/rules.ts';
import type { Store } from './loader/store.ts';

/** What a visitor did with a survey, kept on their device once they have acted. */
export interface Seen {
  /** Milliseconds since the epoch. */
  at: number;
  outcome: Outcome;
  /** The answer, while it may be taken back. */
  thread?: Thread;
}

/** What names one response over its revisions. */
export interface Thread {
  id: string;
  revision: number;
  version: number;
  /** RFC 3339 */
  startedAt: string;
}

const DAY = 86_400_000;

export const SEEN = 'seen:';

export function readSeen(store: Store, survey: string): Seen | undefined {
  try {
    return JSON.parse(store.get(SEEN + survey) ?? '') as Seen;
  } catch {
    return undefined;
  }
}

/** Whether the visitor has been asked lately, or wants never to be asked again. */
export function isResting(seen: Seen | undefined, rule: SurveyRule, now: number): boolean {
  return !!seen && (seen.outcome === 'never' || now < seen.at + rule.period * DAY);
}

export function writeSeen(store: Store, survey: string, seen: Seen): void {
  store.set(SEEN + survey, JSON.stringify(seen));
}
