import type { Answer } from '../../../../contract/collect.ts';
import { HIDDEN } from '../../../identity/hidden.ts';
import { normaliseIdentifier } from '../../../identity/normaliseIdentifier.ts';
import type { WorkspaceState } from '../../state.ts';
import type { MatchRecord } from '../../tables/matches.ts';
import { ODDITY, type ResponseRecord } from '../../tables/responses.ts';
import { readClaimKey } from '../identity/claimKey.ts';

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

/**
 * An erased person's claim goes on being one, as a stranger's that nobody answers to: who reads no identifiers sees no
 * difference. What was said to make it is not kept.
 */
export function forgetClaim(state: WorkspaceState, match: MatchRecord, record: ResponseRecord, now: number): void {
  record.answers = withoutErased(state, record);
  record.flags |= ODDITY.identityDropped;
  record.updatedAt = now;
  const evidence = match.evidence.map((piece) => (piece.kind === 'claim' ? { ...piece, value: HIDDEN } : piece));
  state.matches.resolve({ ...match, state: 'unmatched', evidence, claim: null });
  state.reviseResponse(record);
}

/** Answers without the addresses and numbers of erased people; that there was one stays. */
export function withoutErased(state: WorkspaceState, record: ResponseRecord): Answer[] {
  const { country } = state.settings.read();
  const survey = state.surveys.byNumber(record.survey);
  const questions = (survey && state.surveys.version(survey, record.version)?.questions) ?? [];
  return record.answers.map(({ question, value }) => {
    const type = questions.find(({ id }) => id === question)?.type;
    if ((type !== 'email' && type !== 'phone') || typeof value !== 'string') return { question, value };
    const said = normaliseIdentifier(type, value, country);
    return { question, value: said !== null && isGone(state, type, '', said) ? HIDDEN : value };
  });
}

function isGone(state: WorkspaceState, kind: string, system: string, norm: string): boolean {
  if (kind !== 'external' && kind !== 'email' && kind !== 'phone') return false;
  return state.tombstones.has(kind, system, norm);
}
