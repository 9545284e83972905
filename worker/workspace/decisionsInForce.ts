import type { MatchRecord } from './tables/matches.ts';

/**
 * The decisions on a response that nothing has taken back, oldest first: the journal replayed, each undo taking the
 * last one off. What is in force is the last; what an undo would go back to is the one before it.
 */
export function decisionsInForce(journal: readonly MatchRecord[]): MatchRecord[] {
  const inForce: MatchRecord[] = [];
  for (const decision of journal) {
    if (decision.undoes === null) inForce.push(decision);
    else inForce.pop();
  }
  return inForce;
}
