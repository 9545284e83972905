import type { AnswerValue } from '../contract/collect.ts';
import type { Outcome } from '../contract/metric.ts';
import type { SiteRules, SurveyRule } from '../contract/rules.ts';
import type { Store } from './loader/store.ts';
import { stringify } from './stringify.ts';

/** Values by question. */
export type Values = Partial<Record<string, AnswerValue>>;

/** What a visitor did with a survey, kept on their device once they have acted. */
export interface Seen {
  /** Milliseconds since the epoch. */
  at: number;
  outcome: Outcome;
  /** The answer, while it may be taken back. */
  thread?: Thread;
  /** What the answer says so far, while it may be gone on with. */
  stored?: Values;
}

/** What names one response over its revisions. */
export interface Thread {
  id: string;
  revision: number;
  version: number;
  /** RFC 3339 */
  startedAt: string;
  /** The display it grew from. */
  display: string;
  /** Whoever began it speaks for it: the server takes its revisions from no other visitor. */
  visitor: string;
}

const DAY = 86_400_000;

export const SEEN = 'seen:';

/** Kept once a visitor wants never to be asked again, by any survey of the site. */
export const NEVER = 'never';

export function readSeen(store: Store, survey: string): Seen | undefined {
  try {
    return JSON.parse(store.get(SEEN + survey) ?? '') as Seen;
  } catch {
    return undefined;
  }
}

/** Whether the visitor has been asked lately, or wants never to be asked again. */
export function isResting(store: Store, rule: SurveyRule, now: number): boolean {
  return !!store.get(NEVER) || now < (readSeen(store, rule.id)?.at ?? Number.NaN) + rule.period * DAY;
}

/** Everything that the visitor has done with the site's surveys, as far as it is remembered. */
function readAll(store: Store): Seen[] {
  return store.keys(SEEN).flatMap((key) => readSeen(store, key.slice(SEEN.length)) ?? []);
}

/** When the visitor acted, survey by survey. */
export function actedAt(store: Store): number[] {
  return readAll(store).map(({ at }) => at);
}

/** Whether the visitor has been asked enough by all surveys of the site, or has just said no to one. */
export function isTired(
  store: Store,
  { cooldown, cap: [most, days] = [] as unknown as [number, number] }: SiteRules,
  now: number,
): boolean {
  const seen = readAll(store);
  // A bound that is not there makes no comparison true.
  return (
    seen.some(({ at, outcome }) => outcome === 'dismissed' && now < at + (cooldown as number) * DAY) ||
    seen.filter(({ at }) => now < at + days * DAY).length >= most
  );
}

export function writeSeen(store: Store, survey: string, seen: Seen): void {
  store.set(SEEN + survey, stringify(seen));
}
