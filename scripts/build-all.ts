import { join } from 'node:path';
import { buildAdmin } from './build-admin.ts';
import { buildWidget } from './build-widget.ts';
import { buildWorker } from './build-worker.ts';
import { PUBLIC, ROOT } from './paths.ts';

/** Builds widget and admin, then the worker, which carries the loader. */
export async function buildAll(): Promise<void> {
  await Promise.all([buildWidget({ outDir: join(ROOT, 'dist') }), buildAdmin({ outDir: PUBLIC })]);
  await buildWorker();
}
