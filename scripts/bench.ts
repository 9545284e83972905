import { buildAll } from './build-all.ts';

await buildAll();
await import('../bench/run.ts');
