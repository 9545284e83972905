/** What may be said about a purpose. Free of zod, so that the admin may import values from here. */
export const CONSENT_STATES = ['given', 'withdrawn'] as const;

/** What a consent is for that names no purpose. Whoever withdraws it is not asked any more. */
export const PURPOSE_DEFAULT = 'feedback';

/**
 * What ended the asking: `feedback` was withdrawn, and not given again since. A box left open in an answer speaks of that
 * answer alone and ends nothing. Newest first.
 */
export function endOfAsking<Record extends { purpose: string; state: string; source: string }>(
  consents: readonly Record[],
): Record | null {
  const last = consents.find(
    ({ purpose, state, source }) => purpose === PURPOSE_DEFAULT && (state === 'given' || source !== 'survey'),
  );
  return last?.state === 'withdrawn' ? last : null;
}

/** What answers count for by themselves: a consent without a purpose, an address given with one. */
export const PURPOSES_OWN: readonly string[] = [PURPOSE_DEFAULT, 'email', 'phone'];
