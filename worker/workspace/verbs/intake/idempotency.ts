import type { WorkspaceState } from '../../state.ts';

const DAY = 24 * 3_600_000;
/** A call that has not answered for so long has died, and may be made again. */
const ALIVE = 60_000;

export type Recall = { state: 'new' } | { state: 'same'; answer: string } | { state: 'other' } | { state: 'busy' };

/** Whether a call was made before under its key, within a day; if not, it is made now. */
export function recallAnswer(
  state: WorkspaceState,
  { key, digest, now }: { key: string; digest: string; now: number },
): Recall {
  const known = state.imports.answerTo(key, now - DAY);
  if (known && known.digest !== digest) return { state: 'other' };
  if (known && known.answer !== '') return { state: 'same', answer: known.answer };
  if (known && known.at > now - ALIVE) return { state: 'busy' };
  state.imports.keepAnswer(key, digest, '', now, now - DAY);
  return { state: 'new' };
}

/** Keeps what a call answered; '' lets go of a call that failed, so that it may be made again. */
export function keepAnswer(
  state: WorkspaceState,
  { key, digest, answer, now }: { key: string; digest: string; answer: string; now: number },
): void {
  if (answer === '') state.imports.forgetAnswer(key);
  else state.imports.keepAnswer(key, digest, answer, now, now - DAY);
}
