/** What may be said about a purpose. Free of zod, so that the admin may import values from here. */
export const CONSENT_STATES = ['given', 'withdrawn'] as const;
