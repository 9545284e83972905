import type { ContactSurvey } from '../../../../contract/decision.ts';
import { attributesOf } from '../../../fatigue/attributesOf.ts';
import { memoryOf } from '../../../fatigue/restOf.ts';
import { type Cause, verdict } from '../../../fatigue/verdict.ts';
import { pastOf } from '../../pastOf.ts';
import { segmentsOf } from '../../segmentsOf.ts';
import type { WorkspaceState } from '../../state.ts';
import type { DecisionRecord } from '../../tables/decisions.ts';
import type { NumberedSurvey } from '../../tables/surveys.ts';
import { rootOf } from './contacts.ts';

/** For every live survey: whether a person would be asked it now if they were signed in, and why not. */
export function contactSurveys(state: WorkspaceState, input: { id: string; now: number }): ContactSurvey[] | null {
  const root = rootOf(state, input.id);
  if (!root) return null;
  const { now } = input;
  const { fatigue } = state.settings.read();
  const live = state.surveys.list().filter(({ status }) => status === 'live');
  const leaves = state.contacts.leaves(root.number);
  const past = pastOf(
    state,
    leaves,
    now -
      memoryOf(
        fatigue,
        live.map(({ period }) => period),
      ),
  );
  const attributes = attributesOf(root);
  const segments = segmentsOf(state, root.number, now);
  const due = state.dueSurveys.of(leaves, now);
  // Oldest first, so that of several leaves the latest decision stays.
  const decisions = new Map(state.decisions.ofContacts(leaves).map((record) => [record.survey, record]));
  const found = live.map((survey) => ({
    survey,
    verdict: verdict(survey, { attributes, segments, past, due }, fatigue, now),
  }));
  const causes = [
    ...found.flatMap(({ verdict }) => (verdict.show ? [] : verdict.cause)),
    ...[...decisions.values()].map(({ cause }) => cause),
  ];
  const displays = state.displays.bySeqs(causes.flatMap(({ display }) => display ?? []));
  const ids = new Map(displays.map(({ seq, id }) => [seq, id]));
  const present = ({ survey, display, attribute, segment }: Cause): ContactSurvey['detail'] => {
    const about = survey === undefined ? undefined : state.surveys.byNumber(survey)?.id;
    const shown = display === undefined ? undefined : ids.get(display);
    return {
      ...(about ? { survey: about } : {}),
      ...(shown ? { display: shown } : {}),
      ...(attribute ? { attribute } : {}),
      ...(segment ? { segment } : {}),
    };
  };
  const presentLast = ({ at, reason, cause }: DecisionRecord): ContactSurvey['last'] => ({
    at: instant(at),
    shown: reason === null,
    reason,
    detail: present(cause),
  });
  return found.map(({ survey, verdict }) => {
    const last = decisions.get(survey.number);
    return {
      survey: survey.id,
      name: survey.name,
      version: survey.version,
      asked: verdict.show,
      reason: verdict.show ? null : verdict.reason,
      detail: verdict.show ? {} : present(verdict.cause),
      since: verdict.show || verdict.since === null ? null : instant(verdict.since),
      until: verdict.show || verdict.until === null ? null : instant(verdict.until),
      depends: dependsOn(survey),
      last: last ? presentLast(last) : null,
    };
  });
}

/** What the page or the edge would still have to say. */
function dependsOn({ audience = {} }: NumberedSurvey): ContactSurvey['depends'] {
  const { devices, languages, referrers, utm, visitors, sample } = audience;
  const isForPage =
    [devices, languages, referrers, utm].some((list) => list?.length) || visitors !== undefined || (sample ?? 1) < 1;
  return [...(audience.countries?.length ? (['country'] as const) : []), ...(isForPage ? (['page'] as const) : [])];
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
