import { TRUSTS } from '../../../../contract/metric.ts';
import { normaliseIdentifier } from '../../../identity/normaliseIdentifier.ts';
import type { WorkspaceState } from '../../state.ts';
import type { MatchRecord } from '../../tables/matches.ts';
import { ODDITY, type ResponseRecord } from '../../tables/responses.ts';
import { readClaimKey } from '../identity/claimKey.ts';

const ANONYMOUS = TRUSTS.indexOf('anonymous');

/** Whether somebody claims to be a person who was erased. */
export function isErasedClaim(state: WorkspaceState, match: MatchRecord): boolean {
  const { kind, system, norm } = readClaimKey(match.claim ?? '[]');
  if (isGone(state, kind, system, norm)) return true;
  const { country } = state.settings.read();
  return match.evidence.some((piece) => {
    if (piece.kind !== 'claim' || (piece.field !== 'email' && piece.field !== 'phone')) return false;
    const said = normaliseIdentifier(piece.field, piece.value, country);
    // A phone beside a proof of one's own is nobody's but theirs.
    return said !== null && (piece.field === 'email' || kind === 'phone') && isGone(state, piece.field, '', said);
  });
}

/** An erased person's claim, and what they typed to make it, is not kept: the answer is nobody's, like any other. */
export function forgetClaim(state: WorkspaceState, match: MatchRecord, record: ResponseRecord, now: number): void {
  const { country } = state.settings.read();
  const survey = state.surveys.byNumber(record.survey);
  const questions = (survey && state.surveys.version(survey, record.version)?.questions) ?? [];
  record.answers = record.answers.filter(({ question, value }) => {
    const type = questions.find(({ id }) => id === question)?.type;
    if ((type !== 'email' && type !== 'phone') || typeof value !== 'string') return true;
    const said = normaliseIdentifier(type, value, country);
    return said === null || !isGone(state, type, '', said);
  });
  record.trust = ANONYMOUS;
  record.flags |= ODDITY.identityDropped;
  record.updatedAt = now;
  state.matches.resolve({ ...match, state: 'unmatched', evidence: [], claim: null, at: now });
  state.reviseResponse(record);
  state.retieResponse(record);
  state.tell('response.updated', record);
}

function isGone(state: WorkspaceState, kind: string, system: string, norm: string): boolean {
  if (kind !== 'external' && kind !== 'email' && kind !== 'phone') return false;
  return state.tombstones.has(kind, system, norm);
}
