import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAll } from './build-all.ts';
import { claimFolder } from './claimFolder.ts';
import { type DemoLogin, makeDemo, moveDemo } from './demo.ts';
import { codeOf, freePort, prepareFolder, secretsIn, Unready, writeWhole } from './installation.ts';
import { DATA } from './paths.ts';
import { startProduct } from './product.ts';

let stopping = false;
try {
  await start();
} catch (error) {
  // What a stop left unfinished is no news.
  if (!stopping) {
    console.error(error instanceof Unready ? error.message : error);
    process.exit(1);
  }
}

/** Builds, migrates, makes the demo workspace where there is none, and serves. */
async function start(): Promise<void> {
  const port = await freePort(process.env['PORT']);
  await prepareFolder(DATA);
  await claimFolder(DATA);
  const secrets = await secretsIn(DATA);
  // Tests build once and start many times.
  if (process.env['SKIP_BUILD'] === undefined) await buildAll();
  const file = join(DATA, 'demo.json');
  const known = await readLogin(file);
  const unfinished = join(DATA, 'demo.unfinished');
  // A start that ended while it made the demo workspace left half of one, and nothing of anybody's.
  if (!known && (await exists(unfinished))) await rm(join(DATA, 'state'), { recursive: true, force: true });
  const product = await startProduct({ port, dataDir: DATA, secrets });
  const stop = () => {
    if (stopping) return;
    stopping = true;
    product.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Miniflare's own listener ends the process at once, and calls that a failure.
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }

  const { origin } = product;
  if (!known) await writeFile(unfinished, '');
  const login = known ?? (await makeDemo(origin, secrets.SETUP_TOKEN, secrets.DEMO_SITE, Date.now()));
  if (known && known.origin !== origin) await moveDemo(known, origin);
  await writeWhole(file, { ...login, origin });
  await rm(unfinished, { force: true });
  console.log(`
  Touchstone is running.

  Admin      ${origin}/          ${login.email}  ${login.password}
  Demo shop  ${origin}/demo

  State is kept in ${DATA}; "npm run reset" empties it. Ctrl-C stops.
`);
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function readLogin(file: string): Promise<DemoLogin | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DemoLogin;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new Unready(`${file} cannot be read (${codeOf(error)}). "npm run reset" starts anew.`);
  }
}
