import type { WorkspaceState } from '../../state.ts';
import { type IdentifierKind, isStrong } from '../../tables/identifiers.ts';

interface Told {
  kind: IdentifierKind;
  system: string;
  norm: string;
}

/**
 * Whether whoever brings these identifiers was erased: one that is proof says so, and where there is none, one that is
 * evidence. A phone that was theirs keeps nobody else away who can prove another email.
 */
export function isErased(state: WorkspaceState, identifiers: readonly Told[]): boolean {
  const strong = identifiers.filter(({ kind }) => isStrong(kind));
  const telling = strong.length > 0 ? strong : identifiers;
  return telling.some(({ kind, system, norm }) => state.tombstones.has(kind, system, norm));
}

/** Somebody who was erased was about to be made again: whoever lets people in asks first. */
export class ErasedPerson extends Error {
  constructor() {
    super('this person was erased');
    this.name = 'ErasedPerson';
  }
}
