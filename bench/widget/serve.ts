import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Answer, Contender, Prepared } from './contender.ts';
import type { Traffic } from './figures/sample.ts';
import { HOST_STYLE, hostPage } from './hostPage.ts';

/** Pages under it say what a strict site would allow: its own files, and no nonce. */
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";

export interface BenchServer {
  origin: string;
  /** Since `begin`. */
  traffic(): Traffic;
  begin(): void;
  /** What was asked for and is not there: a stub that lacks something. */
  strays: string[];
  /** The contenders that ran something of their own stop it. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** One server for all: the same page, the same compression, the same distance. */
export async function serve(contenders: readonly Contender[]): Promise<BenchServer> {
  const prepared = new Map<string, Prepared>();
  for (const contender of contenders) prepared.set(contender.name, await contender.prepare(`/${contender.name}`));

  const compressed = new Map<string, Buffer>();
  const compress = (id: string, body: Answer['body']): Buffer => {
    let small = compressed.get(id);
    if (!small) {
      small = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      compressed.set(id, small);
    }
    return small;
  };

  let traffic: Traffic = { fetched: 0, told: 0, bytes: 0 };
  const strays: string[] = [];

  const own = (url: URL): Answer | undefined => {
    if (url.pathname === '/page.css') return { type: 'text/css', body: HOST_STYLE };
    if (url.pathname === '/blank') return { type: 'text/html', body: '' };
    if (url.pathname === '/favicon.ico') return { type: 'image/x-icon', body: '' };
    const [, name = '', rest] = url.pathname.split('/', 3);
    const site = prepared.get(name);
    return site && rest === '' ? { type: 'text/html; charset=utf-8', body: hostPage(site) } : undefined;
  };

  const server = createServer(async (request, answer) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = await bodyOf(request);
    const page = own(url);
    const [, name = '', ...rest] = url.pathname.split('/');
    const found =
      page ??
      (await prepared.get(name)?.answer({
        method: request.method ?? 'GET',
        path: `/${rest.join('/')}`,
        search: url.search,
        origin: request.headers.origin ?? '',
        body,
      }));
    if (!found) {
      strays.push(`${request.method} ${url.pathname}`);
      answer.writeHead(404).end();
      return;
    }
    const small = compress(`${request.method} ${url.pathname}`, found.body);
    if (!page) {
      traffic[request.method === 'GET' ? 'fetched' : 'told']++;
      traffic.bytes += small.length;
    }
    answer.writeHead(found.status ?? 200, {
      'content-type': found.type,
      'content-encoding': 'br',
      'content-length': small.length,
      'cache-control': 'max-age=60',
      ...(url.searchParams.has('strict') ? { 'content-security-policy': POLICY } : {}),
    });
    answer.end(small);
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));

  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    traffic: () => traffic,
    begin() {
      traffic = { fetched: 0, told: 0, bytes: 0 };
    },
    strays,
    async settle() {
      for (const site of prepared.values()) await site.settle?.();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
