import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type * as z from 'zod';
import { problem } from '../../contract/problem.ts';
import type { Role } from '../../contract/role.ts';
import { ProblemError } from '../errors.ts';
import { faultsOf } from '../validate.ts';
import { type ApiEnv, requireRole } from './caller.ts';

/** The error answers every admin route may give, besides its own. */
export const PROBLEMS = {
  400: problemAnswer('What was sent does not have the expected shape'),
  401: problemAnswer('Signed out, or an unknown key'),
  403: problemAnswer('The role does not allow it'),
  404: problemAnswer('Not there, or of another workspace'),
  415: problemAnswer('The body is not said to be JSON'),
};

export function problemAnswer(description: string) {
  return { description, content: { 'application/problem+json': { schema: problem } } };
}

/** The answer of a route that has one. */
export function answer<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } };
}

/** The body of a route that takes one. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}

/**
 * A route of the admin API. The role named here is the one that is enforced and the one the OpenAPI document states.
 */
export function adminRoute<P extends string, R extends Omit<RouteConfig, 'path' | 'middleware'> & { path: P }>(
  role: Role,
  config: R,
) {
  return createRoute({
    ...config,
    middleware: [requireRole(role)] as const,
    security: [{ session: [] }, { apiKey: [] }],
    'x-least-role': role,
  });
}

/** A sub-app whose validation failures are problem documents. */
export function resource() {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new ProblemError(400, 'invalid', 'What was sent does not have the expected shape.', {
        errors: faultsOf(result.error),
      });
    },
  });
}
