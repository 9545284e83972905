import { buildAll } from './build-all.ts';
import { findChromium } from './chromium.ts';
import { findOtherEngines, type OtherEngines } from './otherEngines.ts';
import { runTool } from './tool.ts';

let chromium: string;
let others: OtherEngines;
try {
  chromium = findChromium();
  others = findOtherEngines();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const name = () => {
  for (const line of others.missing) console.log(`\n!!  ${line}`);
};
name();
await buildAll();
// What "npm test" leaves out; what follows "npm run test:full --" goes to vitest.
const code = await runTool(
  'vitest/vitest.mjs',
  ['run', '--project', 'engines', '--project', 'full', '--project', 'measured', ...process.argv.slice(3)],
  { ...others.env, CHROMIUM: chromium, TEST_FULL: '1' },
);
name();
process.exit(code);
