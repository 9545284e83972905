/** Two-sided quantiles of the standard normal distribution, by confidence level. */
export const Z = { 0.95: 1.959964, 0.99: 2.575829 } as const;

/** The confidence levels this product speaks of. */
export type Level = keyof typeof Z;
