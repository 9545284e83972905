import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request on its way to the product. */
export type Fate =
  | { kind: 'pass' }
  /** The connection ends before the product has seen the request, after it has, or amid its answer. */
  | { kind: 'cut'; when: 'before' | 'after' | 'amid' }
  /** Something on the way answers instead; `taken` tells whether the product has had the request all the same. */
  | { kind: 'answer'; status: number; taken: boolean; retryAfter?: string }
  /** Answered 202, and brought to the product so many milliseconds later, if at all. */
  | { kind: 'queue'; delay: number | null }
  /** Brought to the product twice. */
  | { kind: 'twice' };

/** A way to the product that can be made to fail. */
export interface Gate {
  /** Pages load the widget from here, and so send here. */
  origin: string;
  /** Decides about posts, by the last part of their path and the origin of their page; everything else passes. */
  fate: (route: string, origin: string) => Fate | Promise<Fate>;
  /** As if the server were gone: every connection ends, and none is taken up. */
  shut(): void;
  open(): void;
  /** Settles once nothing that was let in is still under way to the product. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Opens a gate in front of `product`, on an origin of its own. */
export async function openGate(product: string): Promise<Gate> {
  const { hostname, port } = new URL(product);
  let isShut = false;
  const underWay = new Set<Promise<unknown>>();

  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    work.catch(() => {}).finally(() => underWay.delete(work));
    return work;
  };

  const forward = (request: IncomingMessage, body: Buffer) =>
    track(
      new Promise<Answer>((resolve, reject) => {
        const onward = httpRequest(
          {
            hostname,
            port,
            method: request.method,
            path: request.url,
            headers: { ...request.headers, host: `${hostname}:${port}` },
          },
          (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.on('error', reject);
            answer.on('end', () =>
              resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) }),
            );
          },
        );
        onward.on('error', reject);
        onward.end(body);
      }),
    );

  /** As the product's own edge would, so that the page may read it. */
  const shared = (request: IncomingMessage) => ({
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-expose-headers': 'retry-after',
  });

  const pass = ({ status, headers, body }: Answer, answer: ServerResponse) => {
    const { 'transfer-encoding': _, connection: __, ...kept } = headers;
    answer.writeHead(status, { ...kept, 'content-length': body.length });
    answer.end(body);
  };

  const meet = async (fate: Fate, request: IncomingMessage, body: Buffer, answer: ServerResponse): Promise<void> => {
    const cut = () => request.socket.destroy();
    switch (fate.kind) {
      case 'pass':
        return pass(await forward(request, body), answer);
      case 'twice':
        await forward(request, body);
        return pass(await forward(request, body), answer);
      case 'cut': {
        if (fate.when === 'before') return void cut();
        const { status, body: whole } = await forward(request, body);
        if (fate.when === 'after') return void cut();
        answer.writeHead(status, { ...shared(request), 'content-length': whole.length });
        answer.write(whole.subarray(0, whole.length / 2));
        return void setImmediate(cut);
      }
      case 'answer':
        if (fate.taken) await forward(request, body);
        answer.writeHead(fate.status, {
          ...shared(request),
          ...(fate.retryAfter && { 'retry-after': fate.retryAfter }),
        });
        return void answer.end('{}');
      case 'queue':
        answer.writeHead(202, shared(request));
        // The same words as a confirmation's: only the status tells them apart.
        answer.end(body);
        if (fate.delay === null) return;
        await track(new Promise((due) => setTimeout(due, fate.delay ?? 0)));
        await forward(request, body);
    }
  };

  const server = createServer(async (request, answer) => {
    if (isShut) return void request.socket.destroy();
    try {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const route = new URL(request.url ?? '/', product).pathname.split('/').at(-1) ?? '';
      const fate: Fate =
        request.method === 'POST' ? await gate.fate(route, request.headers.origin ?? '') : { kind: 'pass' };
      await meet(fate, request, Buffer.concat(parts), answer);
    } catch {
      // The page has gone away, or the product has: its connection ends as a real one would.
      request.socket.destroy();
    }
  });
  server.on('connection', (socket) => {
    if (isShut) socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, listening));

  const gate: Gate = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    fate: () => ({ kind: 'pass' }),
    shut() {
      isShut = true;
      server.closeAllConnections();
    },
    open() {
      isShut = false;
    },
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
  return gate;
}
