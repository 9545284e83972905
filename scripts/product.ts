import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { leash } from './leash.ts';
import { PUBLIC, ROOT, WORKER } from './paths.ts';

/** Secrets of an installation, and what it opens. */
export interface ProductSecrets {
  SECRET_KEY: string;
  AUTH_SECRET: string;
  SETUP_TOKEN: string;
  DEMO_SITE?: string;
  OUTBOUND_ALLOW?: string;
}

export interface Product {
  origin: string;
  miniflare: Miniflare;
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** 0 takes a free one. */
  port: number;
  /** Where databases live; null keeps them in memory. */
  dataDir: string | null;
  secrets: ProductSecrets;
}

/** Runs the built worker with its bindings on this machine: workerd serves the port itself, nothing in front of it. */
export function startProduct(options: ProductOptions): Promise<Product> {
  return leash(() => start(options));
}

async function start(options: ProductOptions): Promise<Product> {
  // Stops the look-up of what the edge would say of a request.
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'), undefined, {
    overrides: { assets: { directory: PUBLIC } },
  });
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...workerOptions,
      name: 'touchstone',
      bindings: { ...options.secrets },
      modulesRoot: WORKER,
      modules: await modulesOf(WORKER),
      host: '127.0.0.1',
      port: options.port,
      cf: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.ERROR),
      ...(options.dataDir ? { resourcePersistencePath: join(options.dataDir, 'state') } : {}),
    }),
  );
  try {
    const url = await miniflare.ready;
    await migrateDirectory(miniflare);
    return { origin: url.origin.replace('127.0.0.1', 'localhost'), miniflare, stop: () => miniflare.dispose() };
  } catch (error) {
    await miniflare.dispose().catch(() => {});
    throw error;
  }
}

/** The bundle's files: its entry first, and what it imports as text. */
async function modulesOf(folder: string) {
  const texts = (await readdir(folder)).filter((file) => file.endsWith('.txt'));
  return [
    { type: 'ESModule' as const, path: join(folder, 'index.js') },
    ...texts.map((file) => ({ type: 'Text' as const, path: join(folder, file) })),
  ];
}

/** Applies the directory's migrations, each once and in order, in the table wrangler keeps for the same purpose. */
async function migrateDirectory(miniflare: Miniflare): Promise<void> {
  const db = await miniflare.getD1Database('DIRECTORY');
  await db
    .prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    )
    .run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const done = new Set(results.map(({ name }) => name));
  const folder = join(ROOT, 'migrations');
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
    if (done.has(name)) continue;
    const sql = await readFile(join(folder, name), 'utf8');
    const statements = sql
      .replaceAll(/^\s*--.*$/gm, '')
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
    // A batch is one transaction: a migration is applied whole or not at all.
    await db.batch([
      ...statements.map((statement) => db.prepare(statement)),
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
    ]);
  }
}
