import * as z from 'zod';
import type { ApiAnswer } from '../../outbound/callApi.ts';
import type { ConnectorWorld } from '../connector.ts';
import { ConnectorError, faultOf, faultOfCall } from '../connectorError.ts';
import { parseAnswer } from '../parseAnswer.ts';

const VERSION = 'v62.0';
const QUARTER = 15 * 60_000;

const token = z.object({ access_token: z.string().min(1).max(4_000), instance_url: z.url().max(300) });

export interface SalesforceApi {
  /** Of everything but the login. */
  base: string;
  /** A call that was answered well. */
  request(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<ApiAnswer>;
  /** Asks a question in SOQL. */
  query(soql: string, withDeleted?: boolean): Promise<ApiAnswer>;
}

/**
 * Salesforce's REST API. The access token is fetched with the client's credentials when it is first needed, and once
 * more when it has expired.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/
 */
export function salesforceApi({ call, host, credentials }: ConnectorWorld): SalesforceApi {
  const base = `/services/data/${VERSION}`;
  let session: Promise<z.infer<typeof token>> | null = null;

  async function logIn(): Promise<z.infer<typeof token>> {
    const answer = await answered(() =>
      call(new URL('/services/oauth2/token', host), {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: credentials['consumerKey'] ?? '',
          client_secret: credentials['consumerSecret'] ?? '',
        }).toString(),
      }),
    );
    if (answer.status === 200) return parseAnswer(answer, token);
    const detail = wordOf(answer.text, 'error');
    // RFC 6749, 5.2: a wrong client is a 400 or a 401.
    if (answer.status === 400 || answer.status === 401) {
      throw new ConnectorError('unauthorised', { status: answer.status, detail });
    }
    throw faultOf(answer, detail);
  }

  /** Whoever comes while somebody logs in waits for the same token; a failed one is not kept. */
  function current(): Promise<z.infer<typeof token>> {
    session ??= logIn().catch((error: unknown) => {
      session = null;
      throw error;
    });
    return session;
  }

  async function once(method: string, path: string, body: unknown): Promise<ApiAnswer> {
    const { access_token, instance_url } = await current();
    return answered(() =>
      call(new URL(path, instance_url), {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${access_token}`,
          'sforce-query-options': 'batchSize=500',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  }

  const request: SalesforceApi['request'] = async (method, path, body) => {
    let answer = await once(method, path, body);
    if (answer.status === 401) {
      session = null;
      answer = await once(method, path, body);
    }
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw faultIn(answer);
  };

  return {
    base,
    request,
    query: (soql, withDeleted = false) =>
      request('GET', `${base}/${withDeleted ? 'queryAll' : 'query'}?${new URLSearchParams({ q: soql })}`),
  };
}

function faultIn(answer: ApiAnswer): ConnectorError {
  const code = wordOf(answer.text, 'errorCode');
  if (code === 'REQUEST_LIMIT_EXCEEDED') {
    const retryAfter = faultOf(answer, code).retryAfter ?? QUARTER;
    return new ConnectorError('rate-limited', { status: answer.status, detail: code, retryAfter });
  }
  // Nothing is done where a row could not be locked, and it passes.
  if (code === 'UNABLE_TO_LOCK_ROW') return new ConnectorError('their-error', { status: answer.status, detail: code });
  return faultOf(answer, code);
}

async function answered(ask: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  try {
    return await ask();
  } catch (error) {
    throw faultOfCall(error);
  }
}

/** The word by which an error is told apart, of an object or of the first of a list. */
function wordOf(text: string, name: string): string | null {
  try {
    const value = JSON.parse(text) as unknown;
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first !== 'object' || first === null) return null;
    const word = (first as Record<string, unknown>)[name];
    return typeof word === 'string' ? word : null;
  } catch {
    return null;
  }
}
