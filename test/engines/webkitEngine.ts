import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { somePort } from '../support/startScript.ts';
import { type Engine, FIND, type Json, type Key, type Query, type Tab } from './engine.ts';

/** The name under which WebDriver wraps a reference to an element (W3C WebDriver, 12). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Code points that stand for keys (W3C WebDriver, 17.4.2). */
const KEYS: Record<Key | 'Control' | 'Shift', string> = {
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Control: '\ue009',
  Escape: '\ue00c',
  Space: ' ',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
};

/** The driver forgets to answer a command now and then, to begin or to click: milliseconds until it is asked again. */
const COMMAND_MAX = 15_000;

/** WebKitGTK on a screen of its own, driven by classic WebDriver. */
export async function launchWebKit(): Promise<Engine> {
  const [screen, display] = await startScreen();
  let driver = await startDriver(display);
  return {
    name: 'WebKit',
    async visit() {
      try {
        return await visit(driver.base);
      } catch (error) {
        if (!isTimeout(error)) throw error;
        // Nor does it begin another while it waits for that one.
        await end(driver.process, 'SIGKILL');
        driver = await startDriver(display);
        return visit(driver.base);
      }
    },
    async close() {
      await end(driver.process);
      await end(screen);
    },
  };
}

async function startDriver(display: string): Promise<{ process: ChildProcess; base: string }> {
  const port = await somePort();
  const driver = spawn(process.env['WEBKIT_DRIVER'] ?? '/usr/bin/WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display, LC_ALL: 'en_GB.UTF-8', LANGUAGE: 'en_GB:en' },
    stdio: 'ignore',
  });
  const base = `http://127.0.0.1:${port}`;
  await untilReady(base);
  return { process: driver, base };
}

async function startScreen(): Promise<[ChildProcess, string]> {
  const screen = spawn(
    process.env['XVFB'] ?? '/usr/bin/Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const tells = screen.stdio[3];
  if (!tells) throw new Error('Xvfb has no pipe to tell its display by');
  const [number] = (await once(tells, 'data')) as [Buffer];
  return [screen, `:${number.toString().trim()}`];
}

async function untilReady(base: string): Promise<void> {
  for (const until = Date.now() + 20_000; ; ) {
    try {
      await fetch(`${base}/status`);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function visit(base: string): Promise<Tab> {
  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const signal = AbortSignal.timeout(COMMAND_MAX);
    const answer = await fetch(base + path, {
      method,
      signal,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value).slice(0, 500)}`);
    return value;
  };
  const binary = process.env['WEBKIT_BROWSER'] ?? globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0];
  const { sessionId } = (await send('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  const post = (path: string, body: unknown = {}) => send('POST', session + path, body);
  const run = (body: string, given: readonly Json[]) => post('/execute/sync', { script: body, args: given });
  const find = async (query: Query) => (await run(FIND, [query as unknown as Json])) as { [ELEMENT]: string } | null;
  const keys = async (actions: { type: 'keyDown' | 'keyUp'; value: string }[]) => {
    await post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  };
  return {
    go: async (url) => void (await post('/url', { url })),
    reload: async () => void (await post('/refresh')),
    back: async () => void (await post('/back')),
    run: async <T>(body: string, ...given: Json[]) => (await run(body, given)) as T,
    async click(query) {
      const found = await find(query);
      const isChecked = () => run('return arguments[0]?.getAttribute("aria-checked") ?? null', [found]);
      const before = await isChecked();
      try {
        if (found) await post(`/element/${found[ELEMENT]}/click`);
      } catch (error) {
        if (isTimeout(error)) return (await isChecked()) !== before;
        // Drawn anew since it was found.
        if (error instanceof Error && error.message.includes('stale element reference')) return false;
        if (!(error instanceof Error && error.message.includes('element click intercepted'))) throw error;
        // This driver takes what a one-line field is made of for something in its way. The pointer goes there all the same.
        const move = { type: 'pointerMove', origin: found, x: 0, y: 0 };
        const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
        await post('/actions', { actions: [{ type: 'pointer', id: 'pointer', actions }] });
      }
      return found !== null;
    },
    type: (text) =>
      keys(
        [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
    press: (name, held) =>
      keys([
        ...(held ? [{ type: 'keyDown' as const, value: KEYS[held] }] : []),
        { type: 'keyDown', value: KEYS[name] },
        { type: 'keyUp', value: KEYS[name] },
        ...(held ? [{ type: 'keyUp' as const, value: KEYS[held] }] : []),
      ]),
    async enter(query) {
      await post('/frame', { id: await find(query) });
    },
    async leave() {
      await post('/frame', { id: null });
    },
    picture: async () => Buffer.from((await send('GET', `${session}/screenshot`)) as string, 'base64'),
    close: async () => void (await send('DELETE', session)),
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
