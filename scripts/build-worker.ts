import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT, WORKER } from './paths.ts';

const run = promisify(execFile);

/** Bundles the worker as a deploy would, without deploying: the same file runs here and at the edge. */
export async function buildWorker(): Promise<void> {
  // A loader of an earlier build would stay beside the new one.
  await rm(WORKER, { recursive: true, force: true });
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  try {
    await run(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', WORKER], {
      cwd: ROOT,
      env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
    });
  } catch (error) {
    const output = error as { stdout?: string; stderr?: string };
    throw new Error(`The worker could not be built.\n${output.stderr || output.stdout || String(error)}`);
  }
}
