import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findChromium } from '../../scripts/chromium.ts';
import { CHROMIUM_ARGS } from '../../test/support/browser.ts';
import type { TraceEvent } from './figures/traceEvent.ts';

type Parameters = Record<string, unknown>;
type Listener = (parameters: Parameters) => void;

/** One page under inspection. */
export interface Tab {
  send<Reply = Parameters>(method: string, parameters?: object): Promise<Reply>;
  /** The next event of that name. */
  once(event: string): Promise<Parameters>;
  close(): Promise<void>;
}

export interface BareBrowser {
  version: string;
  /** A page in a profile of its own, with nothing cached or stored. */
  open(viewport: { width: number; height: number }): Promise<Tab>;
  /** Notes what every thread does, until what this gives is called. */
  trace(categories: readonly string[]): Promise<() => Promise<TraceEvent[]>>;
  close(): Promise<void>;
}

/**
 * Chromium with as little inspection as can be. Playwright always listens to the network and the console, for which V8
 * keeps stack traces of whatever sends or logs: that would be measured as the contender's own script.
 */
export async function launchBareBrowser(): Promise<BareBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-'));
  const child = spawn(
    findChromium(),
    [...CHROMIUM_ARGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise((end) => child.once('exit', end));
  const socket = new WebSocket(await addressOf(child));
  await new Promise((opened, failed) => {
    socket.onopen = opened;
    socket.onerror = failed;
  });

  let last = 0;
  const calls = new Map<number, { resolve(reply: never): void; reject(error: Error): void }>();
  const listeners = new Map<string, Listener>();
  socket.onmessage = ({ data }) => {
    const { id, sessionId, method, params, result, error } = JSON.parse(String(data));
    const call = calls.get(id);
    calls.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result as never);
    listeners.get(`${method} ${sessionId}`)?.(params);
  };
  const once = (event: string, sessionId?: string) =>
    new Promise<Parameters>((resolve) => {
      listeners.set(`${event} ${sessionId}`, resolve);
    });
  const send = <Reply>(method: string, parameters: object = {}, sessionId?: string) =>
    new Promise<Reply>((resolve, reject) => {
      calls.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params: parameters, ...(sessionId ? { sessionId } : {}) }));
    });

  const { product } = await send<{ product: string }>('Browser.getVersion');
  return {
    version: product.replace('HeadlessChrome', 'Chromium').replace('Chrome/', 'Chromium/').replace('/', ' '),
    async open({ width, height }) {
      const { browserContextId } = await send<{ browserContextId: string }>('Target.createBrowserContext');
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', {
        url: 'about:blank',
        browserContextId,
        width,
        height,
      });
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      return {
        send: (method, parameters) => send(method, parameters, sessionId),
        once: (event) => once(event, sessionId),
        close: async () => {
          await send('Target.disposeBrowserContext', { browserContextId });
        },
      };
    },
    async trace(includedCategories) {
      const events: TraceEvent[] = [];
      listeners.set('Tracing.dataCollected undefined', ({ value }) => events.push(...(value as TraceEvent[])));
      await send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
      return async () => {
        const complete = once('Tracing.tracingComplete');
        await send('Tracing.end');
        await complete;
        return events;
      };
    },
    async close() {
      // Its answer may be lost, since it goes as soon as it is asked.
      void send('Browser.close');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Where the browser says that it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('the browser says nothing');
  for await (const line of createInterface({ input: child.stderr })) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('the browser ended before it listened');
}
