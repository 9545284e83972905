import type { ConnectionFault } from '../../contract/connection.ts';
import { type ApiAnswer, CallFailed } from '../outbound/callApi.ts';

/** What went wrong with a call to another system, and what follows from it. */
export class ConnectorError extends Error {
  readonly code: ConnectionFault;
  readonly status: number | null;
  /** Their own word for it; never a sentence of theirs, which might hold anything. */
  readonly detail: string | null;
  /** How long they ask us to wait, in milliseconds. */
  readonly retryAfter: number | null;
  /** Whether what was asked may have been done all the same. */
  readonly mayBeDone: boolean;

  constructor(
    code: ConnectionFault,
    more: { status?: number; detail?: string | null; retryAfter?: number | null; mayBeDone?: boolean } = {},
  ) {
    super(`${code}${more.status === undefined ? '' : ` (${more.status})`}`);
    this.name = 'ConnectorError';
    this.code = code;
    this.status = more.status ?? null;
    this.detail = more.detail && /^[A-Za-z][A-Za-z0-9_.-]{0,79}$/.test(more.detail) ? more.detail : null;
    this.retryAfter = more.retryAfter ?? null;
    this.mayBeDone = more.mayBeDone ?? false;
  }

  /** Whether trying the same again later can help. */
  get isPassing(): boolean {
    return ['rate-limited', 'unreachable', 'their-error', 'bad-answer'].includes(this.code);
  }
}

/** The fault that an answer states by its status alone. */
export function faultOf(answer: ApiAnswer, detail: string | null): ConnectorError {
  const { status } = answer;
  const more = { status, detail, retryAfter: retryAfterOf(answer.headers) };
  if (status === 429) return new ConnectorError('rate-limited', more);
  if (status === 401) return new ConnectorError('unauthorised', more);
  if (status === 403) return new ConnectorError('forbidden', more);
  // 408 and 423 pass, as does everything on their side; after those nobody knows what was done.
  if (status === 408 || status === 423 || status >= 500)
    return new ConnectorError('their-error', { ...more, mayBeDone: true });
  return new ConnectorError('refused', more);
}

/** A call that brought no answer, as a fault. */
export function faultOfCall(error: unknown): unknown {
  if (!(error instanceof CallFailed)) return error;
  if (error.why === 'not-allowed') return new ConnectorError('not-allowed');
  return new ConnectorError(error.why === 'too-large' ? 'bad-answer' : 'unreachable', { mayBeDone: true });
}

/** Half an answer, or one that is not as documented. */
export function badAnswer(status: number): ConnectorError {
  return new ConnectorError('bad-answer', { status, mayBeDone: true });
}

const WAIT_MAX = 24 * 3_600_000;

/** RFC 9110, 10.2.3: seconds, or a date, which is read by the clock that wrote it. */
function retryAfterOf(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d{1,7}$/.test(value)
    ? Number(value) * 1_000
    : Date.parse(value) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.max(0, Math.min(wait, WAIT_MAX)) : null;
}
