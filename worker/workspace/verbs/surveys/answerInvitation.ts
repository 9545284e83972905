import type { Answer } from '../../../../contract/collect.ts';
import type { Invitation } from '../../../../contract/invitation.ts';
import { REVISABLE_FOR } from '../../../../contract/limits.ts';
import { nextPlace, pathOf } from '../../../../contract/path.ts';
import type { SurveyDefinition } from '../../../../contract/survey.ts';
import type { SiteContext } from '../../identified.ts';
import type { WorkspaceState } from '../../state.ts';
import type { InvitationRecord } from '../../tables/invitations.ts';
import { type ResponseRecord, ROW } from '../../tables/responses.ts';
import type { NumberedSurvey } from '../../tables/surveys.ts';
import { type Collected, type CollectOutcome, collectResponse } from '../responses/collectResponse.ts';

/** Who speaks at a place: made when the page was drawn, and nothing written until they say something. */
export interface Ticket {
  response: string;
  visitor: string;
}

/** What a link leads to, as far as whoever holds it may know: nothing of the contact. */
export interface OpenInvitation {
  survey: string;
  version: number;
  kind: Invitation['kind'];
  test: boolean;
  definition: SurveyDefinition;
  answers: Answer[];
  /**
   * `new`: nothing said yet. `begun` and `complete` may be revised. `closed`: said, and a day has passed. `withdrawn`:
   * taken back.
   */
  state: 'new' | 'begun' | 'complete' | 'closed' | 'withdrawn';
}

/** Reads what a link leads to; null when it leads nowhere, for whatever reason. Writes nothing. */
export function readInvitation(
  state: WorkspaceState,
  input: { hash: string; ticket: Ticket | null; now: number },
): OpenInvitation | null {
  const found = open(state, input.hash, input.ticket, input.now);
  if (!found) return null;
  const { invitation, survey, definition, response } = found;
  return {
    survey: survey.id,
    version: invitation.version,
    kind: invitation.kind,
    test: invitation.test,
    definition,
    answers: response?.answers ?? [],
    state: stateOf(response, input.now),
  };
}

/**
 * Takes what one page of a survey by link was answered with, beside what was said on the pages before. Answers that are
 * no longer on the way are left out.
 */
export function answerInvitation(
  state: WorkspaceState,
  input: Omit<Collected, 'identity' | 'body' | 'site' | 'channel'> & {
    hash: string;
    ticket: Ticket | null;
    site: SiteContext;
    /** Questions of the page, whether answered or passed over. */
    asked: string[];
    said: Answer[];
    page: string;
    locale: string;
  },
): CollectOutcome | null {
  const { hash, ticket, asked, said, now } = input;
  const found = open(state, hash, ticket, now);
  if (!found) return null;
  const { definition, response } = found;
  const merged = [...(response?.answers ?? []).filter(({ question }) => !asked.includes(question)), ...said];
  const { questions } = definition;
  const values = valuesOf(merged);
  const path = pathOf(questions, { values });
  const onTheWay = path.map((place) => questions[place]?.id);
  const earlier = pathOf(questions, { values: valuesOf(response?.answers ?? []) });
  // Who mends one answer has not unsaid the others; only a way not taken before is still to be gone.
  const wasWhole = ((response?.flags ?? 0) & ROW.complete) !== 0 && path.every((place) => earlier.includes(place));
  const last = Math.max(...asked.map((id) => questions.findIndex((question) => question.id === id)));
  return collect(state, found, input, {
    answers: merged
      .filter(({ question }) => onTheWay.includes(question))
      .sort((a, b) => onTheWay.indexOf(a.question) - onTheWay.indexOf(b.question)),
    complete: wasWhole || nextPlace(questions, last, { values }) >= questions.length,
  });
}

/** Takes back what was said by a link. */
export function withdrawInvitation(
  state: WorkspaceState,
  input: Omit<Collected, 'identity' | 'body' | 'channel'> & {
    hash: string;
    ticket: Ticket | null;
    page: string;
    locale: string;
  },
): CollectOutcome | null {
  const found = open(state, input.hash, input.ticket, input.now);
  if (!found?.response) return null;
  return collect(state, found, input, { answers: [], complete: false, withdrawn: true });
}

interface Open {
  invitation: InvitationRecord;
  survey: NumberedSurvey;
  definition: SurveyDefinition;
  /** What was said by it, or by this ticket of it. */
  response: ResponseRecord | null;
}

function open(state: WorkspaceState, hash: string, ticket: Ticket | null, now: number): Open | null {
  const invitation = state.invitations.byHash(hash);
  if (!invitation || invitation.revokedAt !== null || invitation.expiresAt <= now) return null;
  const survey = state.surveys.byNumber(invitation.survey);
  const definition = survey && state.surveys.version(survey, invitation.version);
  if (!survey || !definition) return null;
  const id = invitation.response ?? ticket?.response;
  const response = (id !== undefined && state.responses.byId(id)) || null;
  // A survey that rests asks nobody anew; who has begun may end.
  if (survey.status !== 'live' && !response) return null;
  return { invitation, survey, definition, response };
}

function collect(
  state: WorkspaceState,
  { invitation, survey, response }: Open,
  input: Pick<Collected, 'site' | 'device' | 'country' | 'now'> & {
    ticket: Ticket | null;
    page: string;
    locale: string;
  },
  said: Pick<Collected['body'], 'answers' | 'complete' | 'withdrawn'>,
): CollectOutcome | null {
  const { site, ticket, now } = input;
  const id = invitation.response ?? ticket?.response;
  if (id === undefined) return null;
  const touchpoint = state.journey.byNumber(invitation.touchpoint)?.id;
  const outcome = collectResponse(state, {
    site,
    body: {
      id,
      revision: (response?.revision ?? 0) + 1,
      survey: survey.id,
      version: invitation.version,
      ...(touchpoint === undefined ? {} : { touchpoint }),
      // A person needs no name of a browser beside their own.
      ...(invitation.kind === 'place' && ticket ? { visitor: ticket.visitor } : {}),
      startedAt: new Date(response?.startedAt ?? now).toISOString(),
      page: { url: input.page },
      locale: input.locale,
      ...(invitation.test ? { test: true as const } : {}),
      ...said,
    },
    identity:
      invitation.contact === null
        ? null
        : {
            kind: 'link',
            invitation: invitation.id,
            contact: invitation.contact,
            madeAt: invitation.createdAt,
          },
    device: input.device,
    country: input.country,
    channel: invitation.kind === 'personal' ? 'link' : 'place',
    now,
  });
  if (outcome.ok && !response) state.invitations.noteAnswer(invitation.hash, now);
  return outcome;
}

function valuesOf(answers: readonly Answer[]): Record<string, Answer['value']> {
  return Object.fromEntries(answers.map(({ question, value }) => [question, value]));
}

function stateOf(response: ResponseRecord | null, now: number): OpenInvitation['state'] {
  if (!response) return 'new';
  if (response.flags & ROW.withdrawn) return 'withdrawn';
  if (response.flags & ROW.deleted || now - response.receivedAt > REVISABLE_FOR) return 'closed';
  return response.flags & ROW.complete ? 'complete' : 'begun';
}
