import { buildAll } from './build-all.ts';
import { findChromium } from './chromium.ts';
import { runTool } from './tool.ts';

let chromium: string;
try {
  chromium = findChromium();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await buildAll();
// What follows "npm test --" goes to vitest: a file, a project, a name.
process.exit(await runTool('vitest/vitest.mjs', ['run', ...process.argv.slice(3)], { CHROMIUM: chromium }));
