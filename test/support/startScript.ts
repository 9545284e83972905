import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { DemoLogin } from '../../scripts/demo.ts';
import { ROOT } from '../../scripts/paths.ts';

/** `npm run start` as it runs from a shell, in a process group of its own. */
export interface StartScript {
  /** What it has said so far. */
  said: { out: string; err: string };
  /** Settles when it has ended, however. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** What `demo.json` says once it serves; fails with its words when it ends before. */
  serving(): Promise<DemoLogin>;
  /** Sends a signal to the script alone. */
  kill(signal: NodeJS.Signals): void;
  /** Kills the script and workerd at once, as a power cut would; harmless when they have ended. */
  killGroup(): void;
}

/** Starts the product's start script; `npm test` has built it before. */
export function runStart(options: {
  port: number | string;
  dataDir: string;
  /** Options of Node itself. */
  nodeOptions?: string[];
}): StartScript {
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), join(ROOT, 'scripts/run.js'), 'start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(options.port), DATA_DIR: options.dataDir, SKIP_BUILD: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said = { out: '', err: '' };
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
      if (said.out.includes('Ctrl-C stops')) resolve();
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    said,
    ended,
    async serving() {
      const early = ended.then(({ code }) => {
        throw new Error(`ended with ${code} before it served: ${said.out} ${said.err}`);
      });
      await Promise.race([ready, early]);
      return JSON.parse(await readFile(join(options.dataDir, 'demo.json'), 'utf8')) as DemoLogin;
    },
    kill: (signal) => child.kill(signal),
    killGroup() {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
    },
  };
}

/** A port that nothing listens on, at least a moment ago. */
export function somePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Whether something listens on a port. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}
