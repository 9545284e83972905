/**
 * How somebody stands: never asked; asked and silent; heard within the last `lately` days; heard once, longer ago; heard
 * several times, longer ago. Each person is exactly one of them. Free of zod.
 */
export const COVERAGES = ['never', 'silent', 'once', 'earlier', 'lately'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** How far back askings and answers count, in days; 0: all there are. */
export const ASKED_WITHIN_DEFAULT = 0;
/** Who was heard within so many days was heard lately. */
export const LATELY_DEFAULT = 90;
