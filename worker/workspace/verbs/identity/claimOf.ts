import type { Evidence } from '../../../../contract/response.ts';
import { normaliseEmail } from '../../../identity/normaliseEmail.ts';
import { normaliseIdentifier } from '../../../identity/normaliseIdentifier.ts';
import { normalisePhone } from '../../../identity/normalisePhone.ts';
import type { ClaimIdentity, SiteContext, TokenIdentity } from '../../identified.ts';
import { claimKey } from './claimKey.ts';
import { tokenEvidence } from './verifiedContact.ts';

/**
 * What an unproven identity comes to: evidence, and the strongest identifier it may be resolved by later.
 * Looks nothing up: before the reply everything is the same whether the person exists or not.
 */
export function claimOf(
  site: SiteContext,
  country: string,
  identity: ClaimIdentity | TokenIdentity,
): { claim: string | null; evidence: Evidence[] } {
  const said =
    identity.kind === 'token'
      ? {
          externalId: identity.sub,
          email: identity.emailVerified ? identity.email : null,
          phone: identity.phone,
          name: identity.name,
        }
      : identity;
  const system = identity.kind === 'token' ? identity.system : site.idSystem;
  const evidence: Evidence[] = identity.kind === 'token' ? [tokenEvidence(identity)] : [];
  for (const field of ['externalId', 'email', 'phone', 'name'] as const) {
    const value = said[field];
    if (value) evidence.push({ kind: 'claim', field, value });
  }
  const external = said.externalId && normaliseIdentifier('external', said.externalId, country);
  const email = said.email && normaliseEmail(said.email);
  const phone = said.phone && normalisePhone(said.phone, country);
  let claim: string | null = null;
  if (email) claim = claimKey('email', '', email);
  if (phone && !claim) claim = claimKey('phone', '', phone);
  if (external) claim = claimKey('external', system, external);
  return { claim, evidence };
}
