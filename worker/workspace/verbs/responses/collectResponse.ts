import type { ResponseBody } from '../../../../contract/collect.ts';
import {
  QUOTA_VERIFIED_SHARE,
  REVISABLE_FOR,
  STARTED_AHEAD_MAX,
  STARTED_BEFORE_MAX,
  TESTS_A_DAY,
} from '../../../../contract/limits.ts';
import { METRICS } from '../../../../contract/metric.ts';
import { scoreOf } from '../../../../contract/score.ts';
import { foldText } from '../../../identity/foldText.ts';
import { headlineMetric, scoredQuestions } from '../../factsOf.ts';
import type { Identified, LinkIdentity, SiteContext } from '../../identified.ts';
import type { WorkspaceState } from '../../state.ts';
import { ODDITY, type ResponseRecord, ROW } from '../../tables/responses.ts';
import type { NumberedSurvey } from '../../tables/surveys.ts';
import { keptVisitor } from '../identity/keptVisitor.ts';
import { settleIdentity } from '../identity/settleIdentity.ts';
import { consentsIn } from '../privacy/consents.ts';
import { type AnswerFault, checkAnswers, commentOf } from './checkAnswers.ts';
import { claimInAnswers } from './claimInAnswers.ts';
import { withoutErased } from './forgetClaim.ts';
import { isComplete } from './isComplete.ts';
import { scrub } from './scrub.ts';

/** A response as the edge hands it over: bounded, its URLs cleaned, its identity checked. */
export interface Collected {
  site: SiteContext;
  body: Omit<ResponseBody, 'identity' | 'device'>;
  identity: Identified | LinkIdentity;
  /** How it came, when not from a page of the site. */
  channel?: 'link' | 'place';
  device: ResponseRecord['device'];
  country: string | null;
  now: number;
}

export type CollectOutcome =
  | { ok: true; id: string; revision: number; pending: boolean }
  | { ok: false; status: 409 | 422 | 429; code: string; detail: string; errors?: AnswerFault[]; retryAfter?: number };

const VERIFIED_FROM = 1 - QUOTA_VERIFIED_SHARE;
const DAY = 86_400_000;

/**
 * Stores one response, or a revision of it. Idempotent: the same id and revision twice is one response; revisions only
 * grow. Everything is checked before anything of the visitor's is written.
 */
export function collectResponse(state: WorkspaceState, input: Collected): CollectOutcome {
  const { site, body, now } = input;
  const survey = state.surveys.byId(body.survey);
  const definition = survey && state.surveys.version(survey, body.version);
  if (!survey || !definition) {
    return refuse(422, 'unknown-survey', 'No survey with this id and version is known.');
  }
  const siteNumber = state.words.number('site', site.key);
  const faults = body.withdrawn ? [] : checkAnswers(definition.questions, body.answers);
  if (faults.length > 0) {
    return { ...refuse(422, 'answer-refused', 'An answer does not fit its question.'), errors: faults };
  }

  // Erased: answered like any other, and nothing is stored.
  if (state.tombstones.has('response', '', body.id)) return accepted(input, false);
  const known = state.responses.byId(body.id);
  if (known) {
    const refusal = refuseRevision(known, survey, siteNumber, input);
    if (refusal) return refusal;
    if (body.revision <= known.revision) return accepted(input, false);
    // Deleted by an admin, it takes no more words; but what was said may still be taken back.
    if (known.flags & ROW.deleted && !body.withdrawn) return accepted(input, false);
  } else {
    const isTest = body.test === true;
    if (state.responseQuota.used(siteNumber, isTest, now) >= (isTest ? TESTS_A_DAY : quotaOf(input))) {
      const untilMidnight = Math.ceil((DAY - (now % DAY)) / 1000);
      return { ...refuse(429, 'quota', 'This site has used its answers for today.'), retryAfter: untilMidnight };
    }
  }

  const record = known ? revised(known, input) : created(state, input, survey, siteNumber);
  if (record.flags & ODDITY.identityDropped) record.answers = withoutErased(state, record);
  const headline = scoredQuestions(definition.questions)[0];
  const value = body.answers.find((answer) => answer.question === headline?.id)?.value;
  record.metric = METRICS.indexOf(headlineMetric(definition.questions));
  record.score = headline ? scoreOf(headline.type, value) : null;
  record.comment = commentOf(definition.questions, body.answers);
  record.folded = record.comment && foldText(record.comment);
  const { shownAttributes } = state.settings.read();
  if (body.complete && isComplete(definition.questions, body.answers, record.context ?? {}, shownAttributes)) {
    record.flags |= ROW.complete;
  }
  if (body.withdrawn) {
    scrub(record);
    record.flags |= ROW.withdrawn;
    state.matches.scrub(record.seq);
  }
  // What somebody types is a claim like any other, unless the page says better.
  const identity = input.identity ?? claimInAnswers(definition.questions, body.answers);
  const settled = body.withdrawn ? null : settleIdentity(state, { ...input, identity }, record);
  if (settled) {
    record.contact = settled.contact;
    record.trust = settled.trust;
  }
  if (!known) {
    state.addResponse(record);
  } else {
    state.reviseResponse(record);
    if (record.contact !== known.contact || record.visitor !== known.visitor) state.retieResponse(record);
  }
  settled?.store();
  consentsIn(state, record, now);

  state.tell(known ? 'response.updated' : 'response.created', record);
  return accepted(input, settled?.pending ?? false);
}

/** What a site may take today: all of it for verified answers only. */
function quotaOf({ site, identity }: Collected): number {
  const isProven = identity?.kind === 'link' || (identity?.kind === 'token' && !identity.late);
  return isProven ? site.dailyQuota : site.dailyQuota * VERIFIED_FROM;
}

function refuseRevision(
  known: ResponseRecord,
  survey: NumberedSurvey,
  site: number,
  { body, channel, now }: Collected,
): CollectOutcome | null {
  if (known.site !== site || known.survey !== survey.number || known.version !== body.version) {
    return refuse(409, 'other-response', 'This id belongs to a response of another site, survey or version.');
  }
  // What was said by a link is spoken for by whoever holds the link, and its id is no secret.
  if ((known.flags & (ROW.link | ROW.place)) !== (channel ? ROW[channel] : 0) && body.revision > known.revision) {
    return refuse(409, 'other-channel', 'This response was not begun on a page of the site.');
  }
  // The visitor id is the browser's own secret: whoever only read a response's id cannot speak for it.
  if (known.visitor !== null && known.visitor !== body.visitor && body.revision > known.revision) {
    return refuse(409, 'other-visitor', 'This response was begun by another visitor.');
  }
  if (known.flags & ROW.withdrawn && !body.withdrawn && body.revision > known.revision) {
    return refuse(409, 'withdrawn', 'This response was withdrawn.');
  }
  if (now - known.receivedAt > REVISABLE_FOR && body.revision > known.revision) {
    return refuse(409, 'too-late', 'A response may be revised for 24 hours.');
  }
  return null;
}

function created(state: WorkspaceState, input: Collected, survey: NumberedSurvey, site: number): ResponseRecord {
  const { body, channel, now } = input;
  const named = body.touchpoint === undefined ? undefined : state.journey.byId(body.touchpoint);
  const touchpoint = named ?? (survey.touchpoint === null ? undefined : state.journey.byId(survey.touchpoint));
  const startedAt = Date.parse(body.startedAt);
  const believable = startedAt >= now - STARTED_BEFORE_MAX && startedAt <= now + STARTED_AHEAD_MAX;
  return {
    seq: state.takeResponseSeq(),
    id: body.id,
    revision: body.revision,
    site,
    survey: survey.number,
    version: body.version,
    touchpoint: touchpoint?.number ?? 0,
    metric: 0,
    score: null,
    comment: null,
    folded: null,
    answers: body.answers,
    trust: 0,
    contact: null,
    visitor: keptVisitor(state, body.visitor),
    page: { url: body.page.url, title: body.page.title ?? null, referrer: body.page.referrer ?? null },
    locale: body.locale ?? null,
    device: input.device,
    country: input.country,
    context: body.context ?? null,
    flags:
      (body.touchpoint !== undefined && !named ? ODDITY.unknownTouchpoint : 0) |
      (believable ? 0 : ODDITY.startReplaced) |
      (channel ? ROW[channel] : 0) |
      (body.test ? ROW.test : 0),
    startedAt: believable ? startedAt : now,
    receivedAt: now,
    updatedAt: now,
  };
}

function revised(known: ResponseRecord, { body, now }: Collected): ResponseRecord {
  return {
    ...known,
    revision: body.revision,
    answers: body.answers,
    context: body.context ?? known.context,
    flags: known.flags & ~ROW.complete,
    updatedAt: now,
  };
}

function accepted({ body }: Collected, pending: boolean): CollectOutcome {
  return { ok: true, id: body.id, revision: body.revision, pending };
}

function refuse(status: 409 | 422 | 429, code: string, detail: string): Extract<CollectOutcome, { ok: false }> {
  return { ok: false, status, code, detail };
}
