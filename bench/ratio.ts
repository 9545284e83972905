/** One comparison: a ratio of medians, and what it must not pass. */
export interface Ratio {
  what: string;
  ratio: number;
  budget: number;
  /** Whether the ratio must stay below the budget, or above it. */
  atMost: boolean;
  /** The two medians with their ranges. */
  detail: string;
}

/** The middle value; of an even count the lower of the two middles. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

/** `median (lowest–highest)`, rounded. */
export function spread(values: readonly number[], digits = 0): string {
  return `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
}
