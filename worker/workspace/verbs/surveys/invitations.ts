import type { Invitation, InvitationCreate } from '../../../../contract/invitation.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import type { InvitationRecord } from '../../tables/invitations.ts';
import { uuid7 } from '../../uuid7.ts';

const DAY = 86_400_000;
const DAYS_DEFAULT = 60;

export type InvitationOutcome =
  | { ok: true; invitation: Invitation }
  | { ok: false; status: 404 | 422; code: string; detail: string; errors?: { pointer: string; message: string }[] };

/** Makes a link to a survey as it is published now. Only the hash of its token comes here. */
export function createInvitation(
  state: WorkspaceState,
  input: { hash: string; wanted: InvitationCreate; actor: Actor; now: number },
): InvitationOutcome {
  const { hash, wanted, actor, now } = input;
  const survey = state.surveys.byId(wanted.survey);
  if (!survey || survey.version === 0) return refuse('/survey', 'is not a published survey');
  if (survey.status === 'archived') return refuse('/survey', 'is archived');
  const personal = wanted.kind === 'personal';
  if (personal && wanted.contact === undefined) return refuse('/contact', 'is needed for a personal invitation');
  if (!personal && wanted.contact !== undefined) return refuse('/contact', 'is nobody’s at a place');
  const contact = wanted.contact === undefined ? undefined : state.contacts.byId(wanted.contact);
  if (personal && !contact) return refuse('/contact', 'is not a contact');
  const touchpoint = wanted.touchpoint === undefined ? undefined : state.journey.byId(wanted.touchpoint);
  if (wanted.touchpoint !== undefined && !touchpoint) return refuse('/touchpoint', 'is not a touchpoint');
  const record: InvitationRecord = {
    hash,
    id: uuid7(now, state.random),
    survey: survey.number,
    version: survey.version,
    kind: wanted.kind,
    contact: contact?.number ?? null,
    touchpoint: touchpoint?.number ?? 0,
    site: wanted.site,
    test: wanted.test === true,
    response: personal ? uuid7(now, state.random) : null,
    createdAt: now,
    expiresAt: now + (wanted.days ?? DAYS_DEFAULT) * DAY,
    revokedAt: null,
    answered: 0,
    answeredAt: null,
  };
  state.invitations.insert(record);
  const payload = { survey: survey.id, version: survey.version, kind: record.kind, contact: contact?.id ?? null };
  state.audit.record({ at: now, actor, verb: 'invitation.created', subject: `invitation:${record.id}`, payload });
  return done(state, record);
}

/** Links, newest first. A survey that is not there has none. */
export function listInvitations(
  state: WorkspaceState,
  input: { survey?: string; cursor?: string; limit: number },
): { items: Invitation[]; next: string | null } {
  const survey = input.survey === undefined ? undefined : state.surveys.byId(input.survey);
  if (input.survey !== undefined && !survey) return { items: [], next: null };
  // Above every id there may be.
  const found = state.invitations.list(survey?.number ?? null, input.cursor ?? 'g', input.limit + 1);
  const shown = found.slice(0, input.limit);
  return {
    items: present(state, shown),
    next: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Ends a link at once. What was answered by it stays. */
export function revokeInvitation(
  state: WorkspaceState,
  input: { id: string; actor: Actor; now: number },
): InvitationOutcome {
  const { id, actor, now } = input;
  const record = state.invitations.byId(id);
  if (!record) return { ok: false, status: 404, code: 'not-found', detail: 'There is no such invitation.' };
  if (record.revokedAt !== null) return done(state, record);
  state.invitations.revoke(record.hash, now);
  state.audit.record({ at: now, actor, verb: 'invitation.revoked', subject: `invitation:${id}` });
  return done(state, { ...record, revokedAt: now });
}

function done(state: WorkspaceState, record: InvitationRecord): InvitationOutcome {
  const [invitation] = present(state, [record]);
  if (!invitation) throw new Error('a row presented is a row answered');
  return { ok: true, invitation };
}

function present(state: WorkspaceState, records: readonly InvitationRecord[]): Invitation[] {
  const names = state.contacts.names(records.flatMap(({ contact }) => contact ?? []));
  return records.map((record) => ({
    id: record.id,
    survey: state.surveys.byNumber(record.survey)?.id ?? '',
    version: record.version,
    kind: record.kind,
    contact: (record.contact !== null && names.get(record.contact)) || null,
    touchpoint: state.journey.byNumber(record.touchpoint)?.id ?? null,
    site: record.site,
    test: record.test,
    createdAt: new Date(record.createdAt).toISOString(),
    expiresAt: new Date(record.expiresAt).toISOString(),
    revokedAt: record.revokedAt === null ? null : new Date(record.revokedAt).toISOString(),
    answered: record.answered,
    answeredAt: record.answeredAt === null ? null : new Date(record.answeredAt).toISOString(),
  }));
}

function refuse(pointer: string, message: string): InvitationOutcome {
  return {
    ok: false,
    status: 422,
    code: 'invitation-refused',
    detail: 'This invitation cannot be made.',
    errors: [{ pointer, message }],
  };
}
