import type { TraceEvent } from './traceEvent.ts';

/** The categories that `scriptTime` needs. */
export const TRACED = ['devtools.timeline', 'v8.execute', 'blink.user_timing'];

/** Where scripts run. What is not named here or below belongs to what it happens in. */
const SCRIPT = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'v8.instantiateModule',
  'v8.produceCache',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EventDispatch',
  'XHRReadyStateChange',
  'XHRLoad',
  'MajorGC',
  'MinorGC',
]);

/** What a script may set off but is not script. */
const NOT_SCRIPT = new Set([
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
  'ParseHTML',
  'ParseAuthorStyleSheet',
  'RunTask',
]);

/**
 * Milliseconds of processor time that the page's main thread spent in scripts, from the navigation to a mark. Processor
 * time, so that what else the machine does is not held against anybody.
 *
 * The browser's own sum (`Performance.getMetrics`, ScriptDuration) leaves out promises that a fetch or an import has
 * fulfilled, which is where a lazily loaded survey does most of its work.
 *
 * @param mark - the name of a user timing mark that the page has set once
 * @param except - a function whose time is not counted
 */
export function scriptTime(events: readonly TraceEvent[], mark: string, except: string): number {
  const end = events.find(({ name }) => name === mark);
  const navigation = end?.args?.data?.navigationId;
  const start = events.find(({ name, args }) => name === 'navigationStart' && args?.data?.navigationId === navigation);
  if (!end?.tts || !start) throw new Error(`the trace has no navigation with a mark ${mark}`);
  const stop = end.tts;
  const spans = events
    .filter(
      ({ ph, pid, tid, ts }) => ph === 'X' && pid === end.pid && tid === end.tid && ts >= start.ts && ts <= end.ts,
    )
    .map(({ name, tts = 0, tdur = 0, args }) => ({ name, from: tts, until: tts + tdur, data: args?.data }))
    .sort((a, b) => a.from - b.from || b.until - a.until);

  let total = 0;
  /** What the thread is in, outermost first. */
  const inside: { until: number; isScript: boolean }[] = [];
  let reached = 0;
  /** Moves on in time, leaving what has ended by then. */
  const passTo = (time: number) => {
    for (let last = inside.at(-1); ; last = inside.at(-1)) {
      const until = Math.min(time, last?.until ?? time, stop);
      if (last?.isScript) total += Math.max(0, until - reached);
      reached = Math.max(reached, until);
      if (!last || last.until > time) return;
      inside.pop();
    }
  };
  for (const { name, from, until, data } of spans) {
    passTo(from);
    const isIn = inside.at(-1)?.isScript ?? false;
    const isCounted = data?.functionName !== except && (SCRIPT.has(name) || (isIn && !NOT_SCRIPT.has(name)));
    inside.push({ until, isScript: isCounted });
  }
  passTo(stop);
  return total / 1_000;
}
