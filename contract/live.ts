import type { ResponseSummary } from './response.ts';

/** What `/api/live` pushes. Types only: the admin trusts its own worker. */
export type LiveMessage =
  | { type: 'response.created'; response: ResponseSummary }
  | { type: 'response.updated'; response: ResponseSummary };
