import type { Evidence } from '../../contract/response.ts';
import { HIDDEN } from './hidden.ts';
import { maskIdentifier } from './maskIdentifier.ts';

/**
 * Evidence as viewers see it: that there was an identifier and of which kind, not the identifier. Of a claim nothing of
 * what was said: anybody can make one, and of an erased person's nothing is kept.
 */
export function maskEvidence(evidence: Evidence): Evidence {
  switch (evidence.kind) {
    case 'identifier':
      return { ...evidence, value: maskIdentifier(evidence.identifier, evidence.value) };
    case 'claim':
      return { ...evidence, value: HIDDEN };
    case 'visitor':
      return { ...evidence, visitor: maskIdentifier('visitor', evidence.visitor) };
    default:
      return evidence;
  }
}
