import type { Company, CompanyOrder, CompanySummary } from '../../../../contract/company.ts';
import { csatTrend } from '../../../facts/people/csatTrend.ts';
import { maskOf } from '../../../facts/people/maskOf.ts';
import { type CompanySatisfaction, satisfactionOf } from '../../../facts/people/satisfactionOf.ts';
import { sortBySatisfaction } from '../../../facts/people/sortBySatisfaction.ts';
import type { Block } from '../../../facts/scan.ts';
import { foldText } from '../../../identity/foldText.ts';
import { maskAttributes } from '../../../identity/maskAttributes.ts';
import { share } from '../../../stats/share.ts';
import { addDays, dayBounds, dayOf } from '../../dayBounds.ts';
import { freshPeople } from '../../derived/people.ts';
import type { WorkspaceState } from '../../state.ts';

const EVER = { from: 0, until: 0xffff_ffff };
const MINUTE = 60_000;
/** Steps of time shown of a company, and the days of one. */
const STEPS = 12;
const STEP_DAYS = 30;

/** Companies that people belong to, in an order. `cursor` is how many are above. */
export function listCompanies(
  state: WorkspaceState,
  input: { q?: string; order: CompanyOrder; cursor?: number; limit: number; now: number },
): { items: CompanySummary[]; next: string | null; total: number } {
  const { cursor = 0, limit } = input;
  freshPeople(state, input.now);
  const sizes = sizesOf(state);
  const words = foldText(input.q ?? '')
    .split(' ')
    .filter(Boolean);
  const found = words.length > 0 ? new Set(state.peopleTable.companiesHolding(words)) : null;
  const order: number[] = [];
  for (let number = 1; number < sizes.length; number += 1) {
    if ((sizes[number] ?? 0) > 0 && (!found || found.has(number))) order.push(number);
  }
  const felt = satisfactionNow(state, sizes.length);
  const bySize = (a: number, b: number) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b;
  if (input.order === 'people') order.sort(bySize);
  else sortBySatisfaction(order, felt, input.order === 'most-satisfied' ? -1 : 1, bySize);
  const shown = order.slice(cursor, cursor + limit);
  const names = state.peopleTable.companyNames(shown);
  return {
    items: shown.map((number) => summaryOf(number, names.get(number) ?? '', sizes[number] ?? 0, felt)),
    next: cursor + limit < order.length ? String(cursor + limit) : null,
    total: order.length,
  };
}

/** One company: what is known of it, and how satisfied its people are. */
export function readCompany(
  state: WorkspaceState,
  input: { id: string; masked: boolean; now: number },
): Company | null {
  const record = /^[1-9]\d{0,9}$/.test(input.id) ? state.companies.byNumber(Number(input.id)) : undefined;
  if (!record) return null;
  freshPeople(state, input.now);
  const sizes = sizesOf(state);
  const { number } = record;
  const people = state.people.all;
  const mask = maskOf(people, (root) => people.company[root] === number);
  const { timeZone } = state.settings.read();
  const today = dayOf(input.now, timeZone);
  const starts = Array.from({ length: STEPS }, (_, at) => addDays(today, 1 - (STEPS - at) * STEP_DAYS));
  const edges = [...starts, addDays(today, 1)].map((day) => dayBounds(day, timeZone).from);
  const points = csatTrend(responses(state), mask, edges);
  return {
    ...summaryOf(number, record.name, sizes[number] ?? 0, satisfactionNow(state, Math.max(sizes.length, number + 1))),
    attributes: input.masked ? maskAttributes(record.attributes) : record.attributes,
    provenance: record.provenance,
    identifiers: input.masked ? [] : state.peopleTable.companyIds(number),
    source: record.source,
    createdAt: new Date(record.createdAt).toISOString(),
    trend: starts.map((from, at) => ({
      from,
      to: addDays(from, STEP_DAYS - 1),
      csat: share(points[at]?.satisfied ?? 0, points[at]?.n ?? 0),
    })),
    today,
  };
}

/** How many people each company has, by its number. */
function sizesOf(state: WorkspaceState): Uint32Array {
  const { size, root, company } = state.people.all;
  let most = 0;
  for (let number = 1; number < size; number += 1) most = Math.max(most, company[number] ?? 0);
  const sizes = new Uint32Array(most + 1);
  for (let number = 1; number < size; number += 1) {
    const of = company[number] ?? 0;
    if (of !== 0 && root[number] === number) sizes[of] = (sizes[of] ?? 0) + 1;
  }
  return sizes;
}

function satisfactionNow(state: WorkspaceState, companies: number): CompanySatisfaction {
  return satisfactionOf(state.people.all, companies, responses(state), EVER);
}

function responses(state: WorkspaceState): Iterable<Block> {
  return state.responseFacts.all(['time', 'figure', 'who']) as Iterable<Block>;
}

function summaryOf(number: number, name: string, people: number, felt: CompanySatisfaction): CompanySummary {
  const last = felt.last[number] ?? 0;
  return {
    id: String(number),
    name,
    people,
    csat: share(felt.satisfied[number] ?? 0, felt.n[number] ?? 0),
    lastResponseAt: last === 0 ? null : new Date(last * MINUTE).toISOString(),
  };
}
