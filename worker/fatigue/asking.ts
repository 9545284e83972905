import type { Outcome } from '../../contract/metric.ts';

/** One time a survey was shown to a person, on whatever device, by proof of who they are. Times in milliseconds. */
export interface Asking {
  survey: number;
  /** The display's own number. */
  display: number;
  outcome: Outcome;
  at: number;
  /** Shown where the page has it or the visitor opened it, so that nobody was interrupted. */
  unbidden: boolean;
}
