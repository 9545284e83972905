import type { ApiAnswer } from '../../outbound/callApi.ts';
import type { ConnectorWorld } from '../connector.ts';
import { ConnectorError, faultOf, faultOfCall } from '../connectorError.ts';

/** A call of HubSpot's API that was answered well. */
export type HubspotRequest = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  what?: { query?: Record<string, string>; body?: unknown },
) => Promise<ApiAnswer>;

const HOUR = 3_600_000;
const TEN_SECONDS = 10_000;

/**
 * HubSpot's API with a private app's token.
 *
 * @see https://developers.hubspot.com/docs/api-reference/error-handling
 */
export function hubspotApi({ call, host, credentials }: ConnectorWorld): HubspotRequest {
  return async function request(method, path, { query = {}, body } = {}) {
    const url = new URL(path, host);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    let answer: ApiAnswer;
    try {
      answer = await call(url, {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${credentials['token'] ?? ''}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw faultOfCall(error);
    }
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw faultIn(answer);
  };
}

function faultIn(answer: ApiAnswer): ConnectorError {
  const said = wordsOf(answer.text);
  const fault = faultOf(answer, said.policyName ?? said.category ?? null);
  if (fault.code !== 'rate-limited' || fault.retryAfter !== null) return fault;
  // Some refusals come without Retry-After; which limit was hit says how long it lasts.
  const retryAfter = said.policyName === 'DAILY' ? HOUR : TEN_SECONDS;
  return new ConnectorError('rate-limited', { status: answer.status, detail: fault.detail, retryAfter });
}

/** The words of an error by which it is told apart; every one of them may be missing. */
function wordsOf(text: string): { category?: string; policyName?: string } {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null) return {};
    const { category, policyName } = value as Record<string, unknown>;
    return {
      ...(typeof category === 'string' ? { category } : {}),
      ...(typeof policyName === 'string' ? { policyName } : {}),
    };
  } catch {
    return {};
  }
}
