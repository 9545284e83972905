import { TRUSTS } from '../../../../contract/metric.ts';
import type { WorkspaceState } from '../../state.ts';
import type { MatchRecord } from '../../tables/matches.ts';
import { ODDITY, type ResponseRecord } from '../../tables/responses.ts';
import type { Collected } from '../responses/collectResponse.ts';
import { addIdentifier } from './addIdentifier.ts';
import { claimOf } from './claimOf.ts';
import { verifiedContact } from './verifiedContact.ts';

const [ANONYMOUS, CLAIMED, VERIFIED] = TRUSTS.map((_, index) => index) as [number, number, number];

const MAX_SEQ = Number.MAX_SAFE_INTEGER;

/** What the identity of a call comes to for a response. `store` writes it, after the response's own row. */
export interface Settled {
  contact: number | null;
  trust: number;
  /** A claim was stored that is to be resolved after the reply. */
  pending: boolean;
  store(): void;
}

/** Decides who a response belongs to. Trust only rises, so a revision without identity changes nothing. */
export function settleIdentity(state: WorkspaceState, input: Collected, record: ResponseRecord): Settled {
  const { identity, site, now } = input;
  const unchanged = { contact: record.contact, trust: record.trust, pending: false, store: () => {} };
  if (!identity) return unchanged;
  const decisions = state.matches.of(record.seq);
  // What somebody decided by hand, a later revision does not overturn.
  if ((decisions.at(-1)?.by ?? 'rule') !== 'rule') return unchanged;
  const decision = { response: record.seq, n: decisions.length + 1, undoes: null, at: now, by: 'rule' };

  if (identity.kind === 'link') {
    if (record.trust >= VERIFIED) return unchanged;
    const { contact, invitation, madeAt } = identity;
    const match: MatchRecord = {
      ...decision,
      method: 'link',
      state: 'tied',
      contact,
      trust: VERIFIED,
      evidence: [{ kind: 'link', invitation, madeAt: new Date(madeAt).toISOString() }],
      claim: null,
    };
    return { contact, trust: VERIFIED, pending: false, store: () => state.matches.insert(match) };
  }

  if (identity.kind === 'token' && !identity.late) {
    if (record.trust >= VERIFIED) return unchanged;
    const verified = verifiedContact(state, site, identity, now);
    if (!verified) {
      record.flags |= ODDITY.identityDropped;
      return unchanged;
    }
    const { contact, evidence } = verified;
    const { visitor } = record;
    const earlier = visitor ? state.responses.countOfVisitor(visitor, record.seq) : 0;
    if (visitor && earlier > 0) evidence.push({ kind: 'visitor', visitor, earlier });
    const match: MatchRecord = {
      ...decision,
      method: 'token',
      state: 'tied',
      contact,
      trust: VERIFIED,
      evidence,
      claim: null,
    };
    const before = record.contact;
    const store = () => {
      state.matches.insert(match);
      if (before !== null && before !== contact) {
        state.matches.left({ contact: before, at: now, response: record.seq, n: match.n });
      }
      if (visitor) linkVisitor(state, site.key, visitor, contact, now);
    };
    return { contact, trust: VERIFIED, pending: false, store };
  }

  if (record.trust >= CLAIMED) return unchanged;
  const { claim, evidence } = claimOf(site, state.settings.read().country, identity);
  if (evidence.length === 0) {
    record.flags |= ODDITY.identityDropped;
    return unchanged;
  }
  const match: MatchRecord = {
    ...decision,
    method: 'claim',
    state: claim ? 'pending' : 'unmatched',
    contact: null,
    trust: CLAIMED,
    evidence,
    claim,
  };
  return {
    contact: record.contact,
    trust: CLAIMED,
    pending: claim !== null,
    store: () => state.matches.insert(match),
  };
}

/**
 * Remembers that this browser signed in as this contact; what it answered and was shown anonymously before follows in a
 * job after the reply.
 */
export function linkVisitor(
  state: WorkspaceState,
  siteKey: string,
  visitor: string,
  contact: number,
  now: number,
  source = `token:${siteKey}`,
): void {
  const identifier = {
    kind: 'visitor',
    system: '',
    value: visitor,
    norm: visitor,
    trust: ANONYMOUS,
    source,
  } as const;
  addIdentifier(state, contact, identifier, now);
  // A browser two people sign in from brings nobody's answers along, so there is nothing to plan.
  const seenWith = state.identifiers.find('visitor', '', visitor).map((seen) => seen.contact);
  const isShared = seenWith.length > 1 && new Set(state.contacts.rootNumbers(seenWith).values()).size > 1;
  if (isShared) return;
  const hasEarlier = [state.responses, state.displays].some((rows) => rows.anonymousOf(visitor, MAX_SEQ, 1).length > 0);
  if (hasEarlier) state.clock.plan('stitch', visitor, now);
}
