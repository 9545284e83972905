import type { SegmentCondition, SegmentRule } from '../../contract/segment.ts';
import { conditionOf } from './conditionOf.ts';
import type { Person } from './person.ts';

/** What the names in a rule mean here and today. */
export interface Meaning {
  /** The workspace day. */
  today: string;
  /** The minute since 1970. */
  minute: number;
  survey(id: string): number | undefined;
  touchpoint(id: string): number | undefined;
}

export type Test = (person: Person) => boolean;

/** A rule as a function of a person, its words folded and its names looked up once. */
export function compile(rule: SegmentRule, meaning: Meaning): Test {
  return joined(
    rule.match,
    rule.of.map((one) =>
      'conditions' in one
        ? joined(
            one.match,
            one.conditions.map((condition) => conditionOf(condition, meaning)),
          )
        : conditionOf(one, meaning),
    ),
  );
}

function joined(match: SegmentRule['match'], tests: readonly Test[]): Test {
  return match === 'all'
    ? (person) => tests.every((test) => test(person))
    : (person) => tests.some((test) => test(person));
}

/** Every condition of a rule, those in its groups included. */
export function conditionsOf(rule: SegmentRule): SegmentCondition[] {
  return rule.of.flatMap((one) => ('conditions' in one ? one.conditions : [one]));
}
