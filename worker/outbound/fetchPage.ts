import { isSafe } from './isSafe.ts';

const PATIENCE = 8_000;
const REDIRECTS_MAX = 3;

export type Fetched =
  | { ok: true; url: URL; response: Response }
  | { ok: false; url: URL; why: 'not-allowed' | 'unreachable' };

/**
 * Gets a page from the web for somebody who named it, following a few redirects, each of which must be safe too.
 *
 * @param own hosts this product answers at
 * @param allow exact `host:port` let through besides
 */
export async function fetchPage(start: URL, own: readonly string[], allow: readonly string[]): Promise<Fetched> {
  let url = start;
  for (let hop = 0; hop <= REDIRECTS_MAX; hop += 1) {
    if (!isSafe(url, own, allow)) return { ok: false, url, why: 'not-allowed' };
    let response: Response;
    try {
      response = await fetch(url, {
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
        headers: { accept: 'text/html', 'user-agent': 'Touchstone page check' },
      });
    } catch {
      // Refused, timed out, no such name, a bad certificate: for whoever asks it is all the same.
      return { ok: false, url, why: 'unreachable' };
    }
    const next = response.status >= 300 && response.status < 400 && response.headers.get('location');
    if (!next || !URL.canParse(next, url.href)) return { ok: true, url, response };
    await response.body?.cancel();
    url = new URL(next, url);
  }
  return { ok: false, url, why: 'unreachable' };
}
