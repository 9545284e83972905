import type { HistoryContact, HistoryDisplay, HistoryResponse } from '../../../../contract/history.ts';
import { METRICS, OUTCOMES, TRUSTS } from '../../../../contract/metric.ts';
import { scoreOf } from '../../../../contract/score.ts';
import { foldText } from '../../../identity/foldText.ts';
import { headlineMetric, scoredQuestions } from '../../factsOf.ts';
import type { WorkspaceState } from '../../state.ts';
import type { DisplayRecord } from '../../tables/displays.ts';
import type { MatchRecord } from '../../tables/matches.ts';
import { type ResponseRecord, ROW } from '../../tables/responses.ts';
import { createPerson } from '../identity/createPerson.ts';
import { isErased } from '../identity/isErased.ts';
import { keptVisitor } from '../identity/keptVisitor.ts';
import { commentOf } from './checkAnswers.ts';

export interface History {
  /** Public key of the site it came through. */
  site: string;
  contacts: HistoryContact[];
  /** Ascending by time, as are displays. */
  responses: HistoryResponse[];
  displays: HistoryDisplay[];
}

/**
 * Takes in what happened before this workspace existed, with its own dates and people. Idempotent by id: what is
 * there already is left alone. Answers how many of each were added.
 */
export function importHistory(
  state: WorkspaceState,
  history: History,
  now: number,
): { contacts: number; responses: number; displays: number } {
  const site = state.words.number('site', history.site);
  const people = history.contacts.filter(
    (contact) =>
      !state.contacts.byId(contact.id) &&
      !state.tombstones.has('contact', '', contact.id) &&
      !isErased(state, contact.identifiers),
  );
  for (const contact of people) {
    const identifiers = contact.identifiers.map((identifier) => ({ ...identifier, trust: TRUSTS.indexOf('verified') }));
    createPerson(state, { ...contact, identifiers }, now);
  }
  const numbers = new Map<string, number | null>();
  const numberOf = (id: string | null) => {
    if (id === null) return null;
    if (!numbers.has(id)) numbers.set(id, state.contacts.byId(id)?.number ?? null);
    return numbers.get(id) ?? null;
  };
  const responses: ResponseRecord[] = [];
  const matches: MatchRecord[] = [];
  for (const response of history.responses) {
    const survey = state.surveys.byId(response.survey);
    const definition = survey && state.surveys.version(survey, response.version);
    if (!survey || !definition || state.responses.byId(response.id)) continue;
    if (state.tombstones.has('response', '', response.id)) continue;
    const headline = scoredQuestions(definition.questions)[0];
    const value = response.answers.find((answer) => answer.question === headline?.id)?.value;
    const comment = commentOf(definition.questions, response.answers);
    const record: ResponseRecord = {
      seq: state.takeResponseSeq(),
      id: response.id,
      revision: 1,
      site,
      survey: survey.number,
      version: response.version,
      touchpoint: (response.touchpoint && state.journey.byId(response.touchpoint)?.number) || 0,
      metric: METRICS.indexOf(headlineMetric(definition.questions)),
      score: headline ? scoreOf(headline.type, value) : null,
      comment,
      folded: comment && foldText(comment),
      answers: response.answers,
      trust: TRUSTS.indexOf(response.trust),
      contact: numberOf(response.contact),
      visitor: keptVisitor(state, response.visitor ?? undefined),
      page: { url: response.page.url, title: response.page.title, referrer: null },
      locale: response.locale,
      device: response.device,
      country: response.country,
      context: null,
      flags: (response.complete ? ROW.complete : 0) | ROW.imported,
      startedAt: response.startedAt,
      receivedAt: response.receivedAt,
      updatedAt: response.receivedAt,
    };
    responses.push(record);
    // Whoever it was may have been erased: then nothing tells of them.
    const isGone = response.contact !== null && record.contact === null;
    if (response.match.method === 'none' || isGone) continue;
    matches.push({
      response: record.seq,
      n: 1,
      method: response.match.method,
      state: record.contact === null ? 'unmatched' : 'tied',
      contact: record.contact,
      trust: record.trust,
      evidence: response.match.evidence,
      claim: null,
      undoes: null,
      at: response.receivedAt,
      by: 'rule',
    });
  }
  const displays = history.displays.flatMap((display): DisplayRecord[] => {
    const survey = state.surveys.byId(display.survey);
    if (!survey || state.displays.byId(display.visitor, display.id)) return [];
    return [
      {
        seq: state.takeDisplaySeq(),
        id: display.id,
        site,
        survey: survey.number,
        version: display.version,
        touchpoint: (display.touchpoint && state.journey.byId(display.touchpoint)?.number) || 0,
        visitor: keptVisitor(state, display.visitor ?? undefined),
        contact: numberOf(display.contact),
        outcome: OUTCOMES.indexOf(display.outcome),
        flags: 0,
        at: display.at,
        updatedAt: display.at,
      },
    ];
  });
  state.addHistory(responses, displays);
  state.matches.insertMany(matches);
  state.sealWhenDue(now);
  return { contacts: people.length, responses: responses.length, displays: displays.length };
}
