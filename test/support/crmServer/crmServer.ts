import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HubspotAccount } from './hubspotAccount.ts';
import { SalesforceOrg } from './salesforceOrg.ts';

/** One request as it came. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** JSON, a form, or nothing. */
  body: unknown;
}

/** What a system answers. */
export interface Said {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A system's documented API. What it was asked against its documentation, it says in `complaints`, and refuses. */
export interface ContractApi {
  readonly complaints: string[];
  serves(path: string): boolean;
  answer(asked: Asked): Said;
  /** As it words a limit that was reached, and a failure of its own. */
  limited(retryAfter: number | null): Said;
  broken(): Said;
  /** As it refuses a session or token that has expired. */
  expired(): Said;
}

export type Mischief =
  | { kind: 'limit'; retryAfter: number | null }
  | { kind: 'error' }
  | { kind: 'expired' }
  /** Half of the body, as if it were all. */
  | { kind: 'half' }
  /** The line is cut in the middle of the body. */
  | { kind: 'cut' }
  /** What was asked is done, but nobody hears of it. */
  | { kind: 'lost' }
  /** Answers only when `until` is over. */
  | { kind: 'slow'; until: Promise<unknown> }
  /** Sends elsewhere. */
  | { kind: 'redirect'; to: string };

interface Trap {
  when: (asked: Asked) => boolean;
  mischief: Mischief;
  times: number;
}

/**
 * HubSpot and Salesforce as their documentation has them, on one port of this machine. It checks whatever it is sent and,
 * when told so, misbehaves as the real ones do.
 */
export class CrmServer {
  hubspot: HubspotAccount;
  salesforce: SalesforceOrg;
  asked: Asked[] = [];
  #traps: Trap[] = [];
  readonly #people: number;
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  origin = '';

  constructor(people = 1_000) {
    this.#people = people;
    this.hubspot = new HubspotAccount(people);
    this.salesforce = new SalesforceOrg(people);
  }

  async start(): Promise<this> {
    await new Promise<void>((done) => {
      this.#server.listen(0, '127.0.0.1', done);
    });
    this.origin = `http://${this.host}`;
    this.salesforce.instance = this.origin;
    return this;
  }

  /** Both as they were at the beginning. */
  reset(): void {
    this.hubspot = new HubspotAccount(this.#people);
    this.salesforce = new SalesforceOrg(this.#people);
    this.salesforce.instance = this.origin;
    this.asked = [];
    this.#traps = [];
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Misbehaves at the next requests that fit, `times` of them. */
  misbehave(mischief: Mischief, when: (asked: Asked) => boolean = () => true, times = 1): void {
    this.#traps.push({ when, mischief, times });
  }

  /** Requests so far that fit. */
  count(method: string, path: RegExp): number {
    return this.asked.filter((asked) => asked.method === method && path.test(asked.path)).length;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const asked: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await bodyOf(request),
    };
    this.asked.push(asked);
    const api = [this.hubspot, this.salesforce].find((one) => one.serves(asked.path));
    if (!api) {
      response.writeHead(404).end();
      return;
    }
    const trap = this.#traps.find(({ when, times }) => times > 0 && when(asked));
    if (trap) trap.times -= 1;
    const mischief = trap?.mischief;
    if (mischief?.kind === 'limit') return send(response, api.limited(mischief.retryAfter));
    if (mischief?.kind === 'error') return send(response, api.broken());
    if (mischief?.kind === 'expired') return send(response, api.expired());
    if (mischief?.kind === 'redirect') {
      response.writeHead(302, { location: mischief.to }).end();
      return;
    }
    if (mischief?.kind === 'slow') await mischief.until;
    const said = api.answer(asked);
    const text = said.body === undefined ? '' : JSON.stringify(said.body);
    const half = text.slice(0, Math.floor(text.length / 2));
    if (mischief?.kind === 'lost') {
      response.destroy();
    } else if (mischief?.kind === 'cut') {
      response.writeHead(said.status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.write(half, () => response.destroy());
    } else if (mischief?.kind === 'half') {
      response.writeHead(said.status, { 'content-type': 'application/json' }).end(half);
    } else send(response, said);
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Said): void {
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  if (text === '') return undefined;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
