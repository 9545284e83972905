import { ProblemError } from '../../errors.ts';
import { readBytes } from '../../http.ts';
import { parseJson } from '../../validate.ts';

/**
 * The JSON a server has sent, compressed or not, of at most `limit` bytes either way. Too much is a 400 here: the
 * libraries that send these calls know no other answer that means "never again".
 */
export async function readBody(request: Request, limit: number): Promise<unknown> {
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  try {
    const bytes = await readBytes(request, limit);
    if (encoding === 'identity' || encoding === '') return parseJson(bytes);
    if (encoding !== 'gzip') throw new ProblemError(400, 'encoding', 'A body comes as it is, or in gzip.');
    return parseJson(await readBytes(new Request('https://body/', { method: 'POST', body: unpacked(bytes) }), limit));
  } catch (error) {
    if (error instanceof ProblemError && error.status === 413) throw new ProblemError(400, 'too-large', error.message);
    // What decompressing throws of bytes that are no gzip.
    if (error instanceof TypeError) throw new ProblemError(400, 'encoding', 'The body is not gzip.');
    throw error;
  }
}

function unpacked(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Response(bytes).body?.pipeThrough(new DecompressionStream('gzip')) ?? new ReadableStream();
}
