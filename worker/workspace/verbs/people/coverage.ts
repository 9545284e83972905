import type { CoverageLine, CoverageReport, NamedCoverage } from '../../../../contract/coverage.ts';
import { ASKED_WITHIN_DEFAULT, COVERAGES, LATELY_DEFAULT } from '../../../../contract/coverageKinds.ts';
import { isIn } from '../../../facts/people/people.ts';
import { share } from '../../../stats/share.ts';
import { freshPeople } from '../../derived/people.ts';
import type { WorkspaceState } from '../../state.ts';
import { contactedNow, coverageOf, type PeopleQuery, peopleMask } from './peopleFilter.ts';

const COMPANIES_SHOWN = 20;
const PLACES = COVERAGES.length;

/** Who has been asked and heard, of everybody or of some, and by segment, stage and company: one pass over the facts. */
export function coverage(
  state: WorkspaceState,
  input: Pick<PeopleQuery, 'segment' | 'lately' | 'within'> & { now: number },
): CoverageReport {
  const { now, lately = LATELY_DEFAULT, within = ASKED_WITHIN_DEFAULT } = input;
  freshPeople(state, now);
  const people = state.people.all;
  const mask = peopleMask(state, input.segment ? { segment: input.segment } : {}, now);
  const { contacted, lately: since } = contactedNow(state, people, { lately, within }, now);
  const segments = state.segments.all();
  const all = new Array<number>(PLACES).fill(0);
  const bySegment = segments.map(() => new Array<number>(PLACES).fill(0));
  const byStage = new Map<number, number[]>();
  const byCompany = new Map<number, number[]>();
  const cellsOf = (groups: Map<number, number[]>, key: number) => {
    const cells = groups.get(key) ?? new Array<number>(PLACES).fill(0);
    groups.set(key, cells);
    return cells;
  };
  const add = (cells: number[] | undefined, place: number) => {
    if (cells) cells[place] = (cells[place] ?? 0) + 1;
  };
  for (let root = 1; root < people.size; root += 1) {
    if (people.root[root] !== root || (mask && mask[root] !== 1)) continue;
    const place = COVERAGES.indexOf(coverageOf(contacted, root, since));
    add(all, place);
    add(cellsOf(byStage, people.stage[root] ?? 0), place);
    const company = people.company[root] ?? 0;
    if (company !== 0) add(cellsOf(byCompany, company), place);
    for (const [index, segment] of segments.entries())
      if (isIn(people, root, segment.place)) add(bySegment[index], place);
  }
  const stages = state.people.stages();
  const largest = [...byCompany].sort((a, b) => sum(b[1]) - sum(a[1]) || a[0] - b[0]);
  const shown = largest.slice(0, COMPANIES_SHOWN);
  const names = state.peopleTable.companyNames(shown.map(([number]) => number));
  const named = (id: string, name: string, cells: readonly number[]): NamedCoverage => ({ id, name, ...line(cells) });
  return {
    lately,
    within,
    all: line(all),
    segments: segments.map(({ id, name }, index) => named(id, name, bySegment[index] ?? [])),
    stages: [...byStage]
      .sort((a, b) => sum(b[1]) - sum(a[1]))
      .map(([code, cells]) => named(stages.get(code) ?? '-', stages.get(code) ?? '', cells)),
    companies: shown.map(([number, cells]) => named(String(number), names.get(number) ?? '', cells)),
    companiesMore: largest.length - shown.length,
  };
}

function line(cells: readonly number[]): CoverageLine {
  const counts = Object.fromEntries(
    COVERAGES.map((name, place) => [name, cells[place] ?? 0]),
  ) as CoverageLine['counts'];
  const people = sum(cells);
  const reached = people - counts.never;
  return { people, counts, rate: share(reached - counts.silent, reached) };
}

function sum(cells: readonly number[]): number {
  return cells.reduce((total, n) => total + n, 0);
}
