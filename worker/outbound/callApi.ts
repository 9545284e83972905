import { isSafe } from './isSafe.ts';

export interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** Calls another product's API. Redirects are answers, not followed. */
export type CallApi = (
  url: URL,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<ApiAnswer>;

/** A call that got no answer, or none that could be read to its end. */
export class CallFailed extends Error {
  readonly why: 'not-allowed' | 'unreachable' | 'too-large';

  constructor(why: CallFailed['why']) {
    super(why);
    this.name = 'CallFailed';
    this.why = why;
  }
}

export interface CallLimits {
  /** Exact `host:port`s let through besides, for tests alone. */
  allow: readonly string[];
  /** Hosts that this call may go to at all. */
  isHost(hostname: string): boolean;
  timeout?: number;
  sizeMax?: number;
}

const PATIENCE = 20_000;
const SIZE_MAX = 12_000_000;

/**
 * A way to call the hosts of one API and no others: https on its usual port, public names, no redirect followed, an end
 * to waiting and to how much is read.
 */
export function guardedCall({ allow, isHost, timeout = PATIENCE, sizeMax = SIZE_MAX }: CallLimits): CallApi {
  return async function callApi(url, init) {
    const isAllowed = allow.includes(url.host) || (isSafe(url, []) && isHost(url.hostname));
    if (!isAllowed) throw new CallFailed('not-allowed');
    try {
      const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
      return { status: response.status, headers: response.headers, text: await readText(response, sizeMax) };
    } catch (error) {
      if (error instanceof CallFailed) throw error;
      // Refused, timed out, cut off in the middle, no such name: for whoever called it is all the same.
      throw new CallFailed('unreachable');
    }
  };
}

async function readText(response: Response, sizeMax: number): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return text + decoder.decode();
    size += next.value.byteLength;
    if (size > sizeMax) {
      await reader?.cancel();
      throw new CallFailed('too-large');
    }
    text += decoder.decode(next.value, { stream: true });
  }
}
