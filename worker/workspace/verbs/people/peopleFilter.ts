import { ASKED_WITHIN_DEFAULT, type Coverage, LATELY_DEFAULT } from '../../../../contract/coverageKinds.ts';
import { type Contacted, contactedOf } from '../../../facts/people/contactedOf.ts';
import { maskOf } from '../../../facts/people/maskOf.ts';
import { isIn, type People } from '../../../facts/people/people.ts';
import type { Block } from '../../../facts/scan.ts';
import { freshPeople } from '../../derived/people.ts';
import type { WorkspaceState } from '../../state.ts';

const DAY_MINUTES = 1_440;
const MINUTE = 60_000;

/** Which people a list or a report stays among. Several segments: whoever is in one of them. */
export interface PeopleQuery {
  segment?: string[];
  /** A company's id. */
  company?: string;
  /** A lifecycle stage as it is written; `-`: whoever has none. */
  stage?: string;
  coverage?: Coverage[];
  lately?: number;
  within?: number;
}

/** 1 at every contact whose person passes, leaves too; undefined when everybody does. */
export function peopleMask(state: WorkspaceState, query: PeopleQuery, now: number): Uint8Array | undefined {
  const { segment, company, stage, coverage } = query;
  if (segment === undefined && company === undefined && stage === undefined && coverage === undefined) return undefined;
  freshPeople(state, now);
  const people = state.people.all;
  const tests: ((root: number) => boolean)[] = [];
  if (segment) {
    const places = segment.flatMap((id) => state.segments.byId(id)?.place ?? []);
    tests.push((root) => places.some((place) => isIn(people, root, place)));
  }
  if (company !== undefined) tests.push((root) => people.company[root] === Number(company) && company !== '0');
  if (stage !== undefined) {
    const code = stage === '-' ? 0 : state.people.knownStage(stage);
    tests.push((root) => people.stage[root] === code);
  }
  if (coverage) {
    const { contacted, lately } = contactedNow(state, people, query, now);
    tests.push((root) => coverage.includes(coverageOf(contacted, root, lately)));
  }
  return maskOf(people, (root) => tests.every((test) => test(root)));
}

/** Whom the workspace asked and heard, within the days a query names, and since which minute is lately. */
export function contactedNow(
  state: WorkspaceState,
  people: People,
  { lately = LATELY_DEFAULT, within = ASKED_WITHIN_DEFAULT }: Pick<PeopleQuery, 'lately' | 'within'>,
  now: number,
): { contacted: Contacted; lately: number } {
  const until = Math.floor(now / MINUTE) + DAY_MINUTES;
  const from = within === 0 ? 0 : Math.floor(now / MINUTE) - within * DAY_MINUTES;
  const groups = ['time', 'figure', 'who'] as const;
  const contacted = contactedOf(
    people,
    state.displayFacts.read(from, until, groups) as Iterable<Block>,
    state.responseFacts.read(from, until, groups) as Iterable<Block>,
    { from, until },
  );
  return { contacted, lately: Math.floor(now / MINUTE) - lately * DAY_MINUTES };
}

/** How a person stands. */
export function coverageOf({ asked, heard, last }: Contacted, root: number, lately: number): Coverage {
  const times = heard[root] ?? 0;
  if (times === 0) return (asked[root] ?? 0) === 0 ? 'never' : 'silent';
  if ((last[root] ?? 0) >= lately) return 'lately';
  return times === 1 ? 'once' : 'earlier';
}
