import { METRICS, type Metric, TRUSTS, type Trust } from '../../../../contract/metric.ts';
import type { Filter } from '../../../facts/filter.ts';
import { dayBounds } from '../../dayBounds.ts';
import { languageOf } from '../../factsOf.ts';
import type { WorkspaceState } from '../../state.ts';
import { peopleMask } from '../people/peopleFilter.ts';

/** What the Responses screen may filter by. Days are the workspace's own, inclusive. */
export interface ResponseQuery {
  survey?: string[];
  touchpoint?: string[];
  metric?: Metric[];
  score?: number[];
  trust?: Trust[];
  site?: string[];
  language?: string[];
  contact?: string;
  from?: string;
  to?: string;
  q?: string;
  /** Answers given while trying things out: not at all, too, or nothing else. */
  test?: 'exclude' | 'include' | 'only';
  /** Of people in one of these segments; of a company's. */
  segment?: string[];
  company?: string;
}

/** A query as a filter over facts. What nobody has ever seen matches nothing. */
export function responseFilter(state: WorkspaceState, query: ResponseQuery, now: number): Filter {
  const filter: Filter = {};
  const { timeZone } = state.settings.read();
  if (query.from) filter.from = dayBounds(query.from, timeZone).from;
  if (query.to) filter.until = dayBounds(query.to, timeZone).until;
  if (query.survey) filter.surveys = query.survey.flatMap((id) => state.surveys.byId(id)?.number ?? []);
  if (query.touchpoint) filter.touchpoints = query.touchpoint.flatMap((id) => state.journey.byId(id)?.number ?? []);
  if (query.metric) filter.metrics = query.metric.map((metric) => METRICS.indexOf(metric));
  if (query.test && query.test !== 'exclude') filter.tests = query.test;
  if (query.score) filter.scores = query.score;
  if (query.trust) filter.trusts = query.trust.map((trust) => TRUSTS.indexOf(trust));
  if (query.site) filter.sites = query.site.flatMap((key) => state.words.known('site', key) ?? []);
  if (query.language)
    filter.languages = query.language.flatMap((tag) => state.words.known('language', languageOf(tag) ?? '') ?? []);
  if (query.contact) {
    const contact = state.contacts.byId(query.contact);
    const root = contact && state.contacts.root(contact.number);
    filter.contacts = new Set(root ? state.contacts.leaves(root.number) : []);
  }
  const people = peopleMask(state, query, now);
  if (people) filter.people = people;
  return filter;
}
