/** What a column of a file of past feedback becomes; `leave` is not taken along. Free of zod, for the admin. */
export const FEEDBACK_KINDS = ['nps', 'csat', 'stars', 'ces', 'thumbs', 'single', 'multiple', 'text', 'leave'] as const;
