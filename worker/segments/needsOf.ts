import type { SegmentRule } from '../../contract/segment.ts';
import { conditionsOf } from './compile.ts';

/** What has to be read of a person before a rule can be judged. */
export interface Needs {
  identifiers: boolean;
  displays: boolean;
  heard: boolean;
  events: boolean;
  never: boolean;
  consents: boolean;
  /** Its answer changes with the day, though nothing happens. */
  time: boolean;
}

export function needsOf(rules: readonly SegmentRule[]): Needs {
  const conditions = rules.flatMap(conditionsOf);
  return {
    identifiers: conditions.some(({ by }) => by === 'identifier'),
    displays: conditions.some((one) => one.by === 'did' && one.what === 'display'),
    heard: conditions.some((one) => one.by === 'score' || (one.by === 'did' && one.what === 'response')),
    events: conditions.some((one) => one.by === 'did' && one.what === 'event'),
    never: conditions.some(({ by }) => by === 'never'),
    consents: conditions.some(({ by }) => by === 'consent'),
    time: conditions.some(
      (one) =>
        ((one.by === 'date' || one.by === 'added') && one.range.in !== 'between') ||
        ((one.by === 'did' || one.by === 'score') && one.days !== undefined),
    ),
  };
}
