import type { Evidence } from '../../contract/response.ts';
import { maskIdentifier } from './maskIdentifier.ts';

const KINDS = { email: 'email', phone: 'phone', externalId: 'external' } as const;

/** Evidence as viewers see it: that there was an identifier and of which kind, not the identifier. Names stay. */
export function maskEvidence(evidence: Evidence): Evidence {
  switch (evidence.kind) {
    case 'identifier':
      return { ...evidence, value: maskIdentifier(evidence.identifier, evidence.value) };
    case 'claim':
      return evidence.field === 'name'
        ? evidence
        : { ...evidence, value: maskIdentifier(KINDS[evidence.field], evidence.value) };
    case 'visitor':
      return { ...evidence, visitor: maskIdentifier('visitor', evidence.visitor) };
    default:
      return evidence;
  }
}
