import type { AnswerValue } from '../../contract/collect.ts';

/** A value, if it says anything: what was skipped is kept as ''. */
export function given(value: AnswerValue | undefined): AnswerValue | undefined {
  return value === '' ? undefined : value;
}
