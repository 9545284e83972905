import type { IdentityEvidence } from '../../../../contract/identity.ts';
import type { WorkspaceState } from '../../state.ts';
import { uuid7 } from '../../uuid7.ts';

/**
 * Puts two people on the list of those who may be one, or says what else speaks for a pair that is on it. What somebody
 * rejected is never asked again, also not of whom the two were joined with since.
 *
 * @returns the suggestion's number; null when there is nothing to ask
 */
export function suggest(
  state: WorkspaceState,
  one: number,
  other: number,
  evidence: IdentityEvidence,
  now: number,
  by = 'rule',
): number | null {
  const roots = state.contacts.rootNumbers([one, other]);
  const [left, right] = [roots.get(one), roots.get(other)];
  if (left === undefined || right === undefined || left === right) return null;
  const known = state.suggestions.between(state.contacts.leaves(left), state.contacts.leaves(right));
  if (known.some(({ state: decided }) => decided === 'rejected')) return null;
  const weight = evidence.kind === 'score' ? evidence.weight : null;
  const open = known.find(({ state: decided }) => decided === 'open');
  if (open) {
    const others = open.evidence.filter((before) => !isSameGround(before, evidence));
    const grounds = [...others, evidence].slice(-EVIDENCE_MAX);
    if (JSON.stringify(grounds) !== JSON.stringify(open.evidence)) {
      state.suggestions.weigh({ number: open.number, weight: weight ?? open.weight, evidence: grounds });
    }
    return open.number;
  }
  const [a, b] = left < right ? [left, right] : [right, left];
  const number = state.suggestions.insert({
    id: uuid7(now, state.random),
    a,
    b,
    weight,
    evidence: [evidence],
    at: now,
  });
  state.suggestions.note(number, { decision: 'suggested', at: now, by });
  return number;
}

/** A pair keeps this much evidence: a page that signs in every minute says nothing new. */
const EVIDENCE_MAX = 8;

function isSameGround(a: IdentityEvidence, b: IdentityEvidence): boolean {
  if (a.kind === 'score' || b.kind === 'score') return a.kind === b.kind;
  return JSON.stringify(a) === JSON.stringify(b);
}
