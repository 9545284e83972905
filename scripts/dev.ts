import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build-all.ts';
import { ROOT } from './paths.ts';

/** Folders whose change makes a new build. */
const SOURCES = ['admin', 'contract', 'widget', 'worker'];
const SETTLE = 150;

let product: ReturnType<typeof serve> | undefined;
let timer: NodeJS.Timeout | undefined;
let building: Promise<void> | undefined;

function serve() {
  return spawn(process.execPath, [join(ROOT, 'scripts/run.js'), 'start'], {
    stdio: 'inherit',
    env: { ...process.env, SKIP_BUILD: '1' },
  });
}

/** Builds and serves anew; a build that fails leaves the product before it running. */
async function rebuild(): Promise<void> {
  const started = Date.now();
  try {
    await buildAll();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return;
  }
  if (product && product.exitCode === null) {
    const stopped = new Promise((resolve) => product?.once('exit', resolve));
    product.kill('SIGTERM');
    await stopped;
    console.log(`Rebuilt in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  }
  product = serve();
}

function changed(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // One build at a time; what changes meanwhile is built after it.
    building = (building ?? Promise.resolve()).then(rebuild);
  }, SETTLE);
}

process.on('SIGINT', () => {
  if (product && product.exitCode === null) product.once('exit', () => process.exit(0));
  else process.exit(0);
});
await rebuild();
for (const folder of SOURCES) watch(join(ROOT, folder), { recursive: true }, changed);
