import { HTTPException } from 'hono/http-exception';
import type { Problem } from '../contract/problem.ts';

const TITLES = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Not of that type',
  422: 'Cannot be accepted',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Overloaded',
} as const;
export type ProblemStatus = keyof typeof TITLES;

/** An error that has an answer: thrown anywhere, mapped to RFC 9457 problem details in one place. */
export class ProblemError extends Error {
  readonly status: ProblemStatus;
  readonly code: string;
  readonly errors: Problem['errors'];
  readonly retryAfter: number | undefined;

  /**
   * @param status HTTP status
   * @param code what went wrong, for machines: the last part of the problem's `type`
   * @param detail what went wrong, for people
   * @param more `errors` by RFC 6901 pointer; `retryAfter` in seconds
   */
  constructor(
    status: ProblemStatus,
    code: string,
    detail?: string,
    more: { errors?: Problem['errors']; retryAfter?: number } = {},
  ) {
    super(detail ?? TITLES[status]);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.errors = more.errors;
    this.retryAfter = more.retryAfter;
  }
}

/** Nothing at this address, or nothing that the caller may know of. */
export function notFound(what = 'Nothing is here.'): ProblemError {
  return new ProblemError(404, 'not-found', what);
}

/** The problem document of an error. Unknown errors say nothing of the inside. */
export function problemOf(
  error: unknown,
  instance: string,
): { body: Problem; status: ProblemStatus; retryAfter?: number } {
  if (error instanceof ProblemError) {
    return {
      status: error.status,
      ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
      body: {
        type: `urn:touchstone:problem:${error.code}`,
        title: TITLES[error.status],
        status: error.status,
        detail: error.message,
        instance,
        ...(error.errors ? { errors: error.errors } : {}),
      },
    };
  }
  if (error instanceof HTTPException && error.status === 400) {
    return problemOf(new ProblemError(400, 'not-json', 'The body is not JSON in UTF-8.'), instance);
  }
  if (error instanceof HTTPException && error.status === 415) {
    const detail = 'The body must be JSON, and say so: Content-Type: application/json.';
    return problemOf(new ProblemError(415, 'content-type', detail), instance);
  }
  if (isOverloaded(error)) {
    return {
      status: 503,
      retryAfter: 5,
      body: { type: 'urn:touchstone:problem:overloaded', title: TITLES[503], status: 503, instance },
    };
  }
  return {
    status: 500,
    body: { type: 'urn:touchstone:problem:internal', title: TITLES[500], status: 500, instance },
  };
}

/** Whether a call into a Durable Object failed because it has more to do than it can. */
function isOverloaded(error: unknown): boolean {
  return error instanceof Error && 'overloaded' in error && error.overloaded === true;
}
