import type { Decision } from '../../../../contract/collect.ts';
import type { Attributes } from '../../../../contract/contact.ts';
import { attributesOf } from '../../../fatigue/attributesOf.ts';
import { memoryOf } from '../../../fatigue/restOf.ts';
import { spokenOf } from '../../../fatigue/spokenOf.ts';
import { type Askee, type Verdict, verdict } from '../../../fatigue/verdict.ts';
import type { Identified, SiteContext, TokenIdentity } from '../../identified.ts';
import { pastOf } from '../../pastOf.ts';
import { segmentsOf } from '../../segmentsOf.ts';
import type { WorkspaceState } from '../../state.ts';
import type { NumberedSurvey } from '../../tables/surveys.ts';
import { lookUpVerified } from '../identity/verifiedContact.ts';

const HOUR = 3_600_000;

export interface Deciding {
  site: SiteContext;
  /** Ids of surveys that are due by all the page can tell. */
  candidates: string[];
  identity: Identified;
  country: string | null;
  now: number;
}

/**
 * Which of the surveys due on a page this visitor is asked. Who is not proven is judged by nothing but the edge's country:
 * nobody is looked up, so nothing depends on whether somebody exists. An id nobody knows is not shown, like any other.
 */
export function decide(state: WorkspaceState, input: Deciding): Decision {
  const { identity, country, now } = input;
  const candidates = [...new Set(input.candidates)].flatMap((id) => state.surveys.byId(id) ?? []);
  const { fatigue, shownAttributes } = state.settings.read();
  const token = identity?.kind === 'token' && !identity.late ? identity : null;
  if (!token) {
    const stranger: Askee = { country, attributes: null, past: null };
    return { show: shownOf(candidates, (survey) => verdict(survey, stranger, fatigue, now)).map(({ id }) => id) };
  }
  const { contact, attributes } = personOf(state, input.site, token);
  const root = contact === null ? null : state.contacts.root(contact);
  const since =
    now -
    memoryOf(
      fatigue,
      candidates.map(({ period }) => period),
    );
  const leaves = root ? state.contacts.leaves(root.number) : [];
  const past = root ? pastOf(state, leaves, since) : null;
  const asksForSegments = candidates.some(({ audience }) => audience?.segments?.length);
  const segments = root && asksForSegments ? segmentsOf(state, root.number, now) : null;
  const isEventDue = candidates.some(({ triggers }) => triggers.server !== undefined);
  const due = isEventDue ? state.dueSurveys.of(leaves, now) : null;
  const decided = candidates.map((survey) => ({
    survey,
    verdict: verdict(survey, { country, attributes, segments, past, due }, fatigue, now),
  }));
  if (contact !== null) remember(state, contact, decided, now);
  const shown = decided.filter(({ verdict }) => verdict.show).map(({ survey }) => survey);
  const told = spokenOf(shown, attributes, shownAttributes);
  return { show: shown.map(({ id }) => id), ...(told ? { contact: told } : {}) };
}

function shownOf(surveys: readonly NumberedSurvey[], judge: (survey: NumberedSurvey) => Verdict): NumberedSurvey[] {
  return surveys.filter((survey) => judge(survey).show);
}

/**
 * Who a genuine token speaks of, as they would be known once it is taken in. Deciding makes nobody and changes nothing:
 * most who are asked whether to be asked never answer.
 */
function personOf(
  state: WorkspaceState,
  site: SiteContext,
  token: TokenIdentity,
): { contact: number | null; attributes: Attributes } {
  const { found, erased } = lookUpVerified(state, token);
  const contact = erased || 'create' in found ? null : found.contact;
  const known = contact === null ? undefined : state.contacts.root(contact);
  const { company, ...traits } = token.traits;
  const told = { name: token.name, company: typeof company === 'string' ? company : null, attributes: traits };
  const [first, second] = site.authoritative ? [told, known] : [known, told];
  return {
    contact,
    attributes: attributesOf({
      name: first?.name || second?.name || '',
      company: first?.company || second?.company || null,
      attributes: { ...second?.attributes, ...first?.attributes },
    }),
  };
}

/** Keeps what was decided last for each survey; the same again within the hour is not worth a row. */
function remember(
  state: WorkspaceState,
  contact: number,
  decided: readonly { survey: NumberedSurvey; verdict: Verdict }[],
  now: number,
): void {
  const before = new Map(state.decisions.ofContacts([contact]).map((record) => [record.survey, record]));
  for (const { survey, verdict } of decided) {
    const reason = verdict.show ? null : verdict.reason;
    const cause = verdict.show ? {} : verdict.cause;
    const last = before.get(survey.number);
    const isSame = last && last.reason === reason && JSON.stringify(last.cause) === JSON.stringify(cause);
    if (isSame && now - last.at < HOUR) continue;
    state.decisions.write({ contact, survey: survey.number, at: now, reason, cause });
  }
}
