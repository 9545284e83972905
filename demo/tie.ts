import type { HistoryContact, HistoryResponse } from '../contract/history.ts';
import type { Trust } from '../contract/metric.ts';
import type { Evidence } from '../contract/response.ts';
import type { Place } from './places.ts';
import { between, type Random, token } from './random.ts';
import type { Visitor, Visitors } from './visitors.ts';

/** Who answered, how surely that is known, and by what. */
export interface Tie {
  visitor: Visitor;
  /** False where the browser keeps nothing: then each answer stands alone. */
  recognised: boolean;
  trust: Trust;
  contact: HistoryContact | null;
  method: HistoryResponse['match']['method'];
}

/** Somebody answers at this place. */
export function tie(random: Random, place: Place, { known, unknown }: Visitors): Tie {
  const { verified, claimed } = place.trust;
  const drawn = random();
  if (drawn < verified) {
    const visitor = known(random);
    return { visitor, recognised: random() < 0.96, trust: 'verified', contact: visitor.contact, method: 'token' };
  }
  if (drawn < verified + claimed) {
    // Two claims in three name somebody known.
    const visitor = random() < 0.67 ? known(random) : unknown(random);
    const emailed = visitor.contact?.identifiers.some(({ kind }) => kind === 'email') ?? false;
    return {
      visitor,
      recognised: random() < 0.9,
      trust: 'claimed',
      contact: emailed ? visitor.contact : null,
      method: 'claim',
    };
  }
  // Some come back later and sign in, so their earlier answers are known to be theirs.
  if (random() < 0.14) {
    const visitor = known(random);
    return { visitor, recognised: true, trust: 'anonymous', contact: visitor.contact, method: 'visitor' };
  }
  const visitor = unknown(random);
  return { visitor, recognised: random() < 0.8, trust: 'anonymous', contact: null, method: 'none' };
}

/**
 * What a match rests on.
 *
 * @param earlier answers this browser gave before
 */
export function evidenceOf(
  random: Random,
  { visitor, recognised, contact, method }: Tie,
  at: number,
  earlier: number,
): Evidence[] {
  const before: Evidence[] = recognised && earlier > 0 ? [{ kind: 'visitor', visitor: visitor.id, earlier }] : [];
  if (method === 'none') return [];
  if (method === 'visitor') return [{ kind: 'visitor', visitor: visitor.id, earlier }];
  if (method === 'claim') {
    const email = contact?.identifiers.find(({ kind }) => kind === 'email');
    if (!email) return [{ kind: 'claim', field: 'email', value: `${token(random, 7).toLowerCase()}@mail.example` }];
    return [
      { kind: 'claim', field: 'email', value: email.value },
      { kind: 'identifier', identifier: 'email', value: email.norm, added: false },
      ...before,
    ];
  }
  const issued = at - between(random, 20, 1_500) * 1_000;
  return [
    {
      kind: 'token',
      kid: 'k1',
      issuedAt: new Date(issued).toISOString(),
      expiresAt: new Date(issued + 3_600_000).toISOString(),
      late: false,
    },
    ...knownBy(contact),
    ...before,
  ];
}

/** The identifier a token named: the shop's id, or the email of those who have none. */
function knownBy(contact: HistoryContact | null): Evidence[] {
  const external = contact?.identifiers.find(({ kind }) => kind === 'external');
  if (external) {
    const { system, value } = external;
    return [{ kind: 'identifier', identifier: 'external', system, value, added: false }];
  }
  const email = contact?.identifiers.find(({ kind }) => kind === 'email');
  return email ? [{ kind: 'identifier', identifier: 'email', value: email.norm, added: false }] : [];
}
