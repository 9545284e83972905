import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWidget } from '../../scripts/build-widget.ts';
import { buildWorker } from '../../scripts/build-worker.ts';
import { findChromium } from '../../scripts/chromium.ts';
import { ROOT } from '../../scripts/paths.ts';
import { launchChromium } from '../../test/support/browser.ts';
import { auditAll, NOTHING } from './audit.ts';
import { CONTENDERS } from './contenders.ts';
import { launchBareBrowser } from './devtools.ts';
import { judge } from './figures/judge.ts';
import { measure } from './measure.ts';
import { type Run, rawReport, report, type Table } from './report.ts';
import { serve } from './serve.ts';

/** An odd number, so that the median is one that was measured. `npm run bench:widget -- 3` is a quick look. */
const ROUNDS = Number(process.argv[3] ?? 15);
const SPEEDS = [1, 6];
/** The speed at which the budgets are set. */
const JUDGED = 6;

process.env['CHROMIUM'] = findChromium();
await buildWidget({ outDir: join(ROOT, 'dist') });
await buildWorker();
const server = await serve([...CONTENDERS, NOTHING]);
const browser = await launchBareBrowser();
const tables: Table[] = SPEEDS.map((slowdown) => ({
  slowdown,
  rows: CONTENDERS.map((contender) => ({ contender, samples: [] })),
}));
try {
  // Once unmeasured: everything is compressed, and nobody is the first whom this browser meets.
  for (const contender of CONTENDERS) await measure(browser, server, contender, 1);
  await server.settle();
  for (let round = 0; round < ROUNDS; round++) {
    console.log(`round ${round + 1} of ${ROUNDS}`);
    for (const { slowdown, rows } of tables) {
      // Another begins each round, so that nobody always comes after the same one.
      for (let turn = 0; turn < rows.length; turn++) {
        const row = rows[(turn + round) % rows.length];
        row?.samples.push(await measure(browser, server, row.contender, slowdown));
      }
    }
  }
} finally {
  await browser.close();
}
const playwright = await launchChromium();
const audits = await auditAll(playwright, server, CONTENDERS).finally(() => playwright.close());
await server.close();
if (server.strays.length) throw new Error(`asked for and not there: ${[...new Set(server.strays)].join(', ')}`);

const judged = tables.find(({ slowdown }) => slowdown === JUDGED)?.rows ?? [];
const samplesOf = (name: string) => judged.find(({ contender }) => contender.name === name)?.samples ?? [];
const { devDependencies, dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
const run: Run = {
  browser: browser.version,
  rounds: ROUNDS,
  versions: Object.fromEntries(
    CONTENDERS.flatMap(({ versions }) => versions).map((name) => [name, devDependencies[name] ?? dependencies[name]]),
  ),
  tables,
  audits,
  verdicts: judge(samplesOf('touchstone'), samplesOf('lit-floor'), samplesOf('posthog')),
};
const results = join(ROOT, 'bench/results');
const text = `${report(run)}\n`;
console.log(text);
await mkdir(results, { recursive: true });
await writeFile(join(results, 'widget.md'), text);
await writeFile(join(results, 'widget.json'), rawReport(run));
process.exit(run.verdicts.every(({ holds }) => holds) ? 0 : 1);
