/**
 * What an answer's status means for it: `done` (stored), `hold` (the server has queued it; send again at the next page
 * view), `identity` (the token was refused), `drop` (it will never be taken), `retry` (later).
 */
export type Verdict = 'done' | 'hold' | 'identity' | 'drop' | 'retry';

/** The verdict on an HTTP status; timeouts (408) and rate limits (429) are worth another try, other 4xx are not. */
export function verdictOf(status: number): Verdict {
  if (status === 200) return 'done';
  if (status === 202) return 'hold';
  if (status === 401) return 'identity';
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'drop' : 'retry';
}
