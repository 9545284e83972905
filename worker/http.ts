import type { Context } from 'hono';
import type { Env } from './env.ts';
import { ProblemError, problemOf } from './errors.ts';

/** What every route of the worker has at hand. */
export type AppEnv = { Bindings: Env; Variables: { now: number } };

/** An error as its RFC 9457 answer. Unknown ones are logged with their cause and say nothing of it. */
export function answerError(error: unknown, c: Context): Response {
  const { body, status, retryAfter } = problemOf(error, new URL(c.req.url).pathname);
  if (status === 500) console.error(error);
  const headers = new Headers(c.res.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/problem+json');
  headers.set('cache-control', 'no-store');
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(JSON.stringify(body), { status, headers });
}

/**
 * Reads a body of at most `limit` bytes, whatever its content type.
 *
 * @throws ProblemError 413 beyond the limit, without reading on
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    size += next.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw tooLarge(limit);
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function tooLarge(limit: number): ProblemError {
  return new ProblemError(413, 'too-large', `A body may have ${limit} bytes at most.`);
}
