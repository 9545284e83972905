import { buildAll } from './build-all.ts';
import { reportSizes } from './sizes.ts';
import { runTool } from './tool.ts';

const steps: [string, () => Promise<boolean>][] = [
  [
    'lint and format',
    async () => (await runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])) === 0,
  ],
  ['types', async () => (await runTool('typescript/bin/tsc', ['-b'])) === 0],
  ['unused code', async () => (await runTool('knip/bin/knip.js', ['--no-progress'])) === 0],
  // The worker's bundle is made by wrangler's own dry run of a deploy.
  ['build and deploy, dry run', async () => buildAll().then(() => true)],
  ['size budgets', reportSizes],
];

let failed = 0;
for (const [name, run] of steps) {
  const passed = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name}`);
  if (!passed) failed++;
}
process.exit(failed === 0 ? 0 : 1);
