/** What may be said about a purpose. Free of zod, so that the admin may import values from here. */
export const CONSENT_STATES = ['given', 'withdrawn'] as const;

/** What a consent is for that names no purpose. */
export const PURPOSE_DEFAULT = 'feedback';

/** What answers count for by themselves: a consent without a purpose, an address given with one. */
export const PURPOSES_OWN: readonly string[] = [PURPOSE_DEFAULT, 'email', 'phone'];
