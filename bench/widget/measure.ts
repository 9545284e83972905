import type { Contender } from './contender.ts';
import type { BareBrowser, Tab } from './devtools.ts';
import type { Sample } from './figures/sample.ts';
import { scriptTime, TRACED } from './figures/scriptTime.ts';
import type { BenchServer } from './serve.ts';
import { LOOK, SEEN_MARK, type Watch, watchFor } from './watchFor.ts';

/** A survey that has not come by then does not come. */
const PATIENCE = 30_000;
/** Tasks begun this long after the control was seen still block whoever wants to use it. */
const AFTERMATH = 1_000;

/** A visitor's first visit: an empty cache, an empty store, a processor slowed down so many times. */
export async function measure(
  browser: BareBrowser,
  server: BenchServer,
  { name, probe }: Contender,
  slowdown: number,
): Promise<Sample> {
  const tab = await browser.open({ width: 1_280, height: 800 });
  try {
    await tab.send('Page.enable');
    await tab.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    // The process of a first page is not yet slowed down while it starts.
    await go(tab, `${server.origin}/blank`);
    await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: watchFor(probe) });
    const stopTrace = await browser.trace(TRACED);
    server.begin();
    await go(tab, `${server.origin}/${name}/`);
    const late = `new Promise((resolve) => setTimeout(resolve, ${PATIENCE}))`;
    if (!(await inPage(tab, `Promise.race([${WATCH}.seen, ${late}])`))) throw new Error(`${name} has shown nothing`);
    const traffic = { ...server.traffic() };
    const { visible, longTasks } = await inPage<Watch>(
      tab,
      `new Promise((resolve) => setTimeout(() => resolve({ ...${WATCH}, seen: undefined }), ${AFTERMATH}))`,
    );
    return {
      ...traffic,
      script: scriptTime(await stopTrace(), SEEN_MARK, LOOK),
      visible,
      blocking: longTasks
        .filter(([start]) => start < visible + AFTERMATH)
        .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
    };
  } finally {
    await tab.close();
  }
}

const WATCH = "window[Symbol.for('bench')]";

async function go(tab: Tab, url: string): Promise<void> {
  const arrived = tab.once('Page.frameNavigated');
  await tab.send('Page.navigate', { url });
  await arrived;
}

/** What an expression comes to in the page. */
async function inPage<Value>(tab: Tab, expression: string): Promise<Value> {
  const { result } = await tab.send<{ result: { value: Value } }>('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}
