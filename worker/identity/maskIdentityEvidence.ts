import type { IdentityEvidence } from '../../contract/identity.ts';
import { maskIdentifier } from './maskIdentifier.ts';

/** What a decision about two people rests on as viewers see it: which kinds of identifiers, not the identifiers. */
export function maskIdentityEvidence(evidence: IdentityEvidence): IdentityEvidence {
  switch (evidence.kind) {
    case 'token':
      return {
        ...evidence,
        sub: maskIdentifier('external', evidence.sub),
        email: maskIdentifier('email', evidence.email),
      };
    case 'shared':
      return { ...evidence, value: maskIdentifier(evidence.identifier, evidence.value) };
    case 'record':
      return { ...evidence, value: maskIdentifier('external', evidence.value) };
    default:
      return evidence;
  }
}
