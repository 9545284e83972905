import type { Context } from 'hono';
import * as z from 'zod';
import { ProblemError } from '../errors.ts';
import type { ApiEnv } from './caller.ts';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** Described for clients; what it may hold is checked when it is used. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .describe('Makes the call safe to repeat for a day: 1 to 255 plain characters'),
});

/**
 * Carries a call out once: of one caller the same `Idempotency-Key` with the same body answers the same for a day, whatever happened to
 * the connection; with another body it is refused, and while the first is still at work too.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export async function idempotent<T>(c: Context<ApiEnv>, body: unknown, work: () => Promise<T>): Promise<T> {
  // The draft writes the key as a quoted string; most people do not.
  const given = c.req.header('idempotency-key')?.replace(/^"(.*)"$/, '$1');
  if (given === undefined) return work();
  if (!KEY.test(given))
    throw new ProblemError(400, 'idempotency-key', 'An Idempotency-Key has 1 to 255 plain characters.');
  const { workspace, caller, now } = c.var;
  const key = await digestOf([caller.credential, given]);
  const digest = await digestOf([c.req.method, new URL(c.req.url).pathname, body]);
  const recalled = await workspace.recallAnswer({ key, digest, now });
  if (recalled.state === 'same') return JSON.parse(recalled.answer) as T;
  if (recalled.state === 'other') {
    throw new ProblemError(422, 'idempotency-key-reused', 'This Idempotency-Key was used for another call.');
  }
  if (recalled.state === 'busy') {
    throw new ProblemError(409, 'idempotency-key-busy', 'The first call with this Idempotency-Key is still at work.');
  }
  try {
    const result = await work();
    await workspace.keepAnswer({ key, digest, answer: JSON.stringify(result), now });
    return result;
  } catch (error) {
    await workspace.keepAnswer({ key, digest, answer: '', now });
    throw error;
  }
}

async function digestOf(value: unknown): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
