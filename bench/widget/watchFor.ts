import type { Probe } from './contender.ts';

/** What is noted in the page, under a symbol so that no global name is added. */
export interface Watch {
  /** Keeps true as soon as the control can be seen. */
  seen: Promise<true>;
  /** Milliseconds from the navigation's beginning until then; 0 before. */
  visible: number;
  /** Start and duration of every long task. */
  longTasks: [start: number, duration: number][];
  /** Directives that were violated. */
  violations: string[];
}

/** The mark left in the trace when the control is seen, and the function whose own time is not the contender's. */
export const SEEN_MARK = 'bench-seen';
export const LOOK = 'benchLook';

/**
 * A script that looks once a frame whether the control is there to be seen, which is as often as a visitor could see a
 * difference. It looks by itself, since no observer of a document sees into shadow roots.
 */
export function watchFor(probe: Probe): string {
  return `(${watch})(${probe}, ${JSON.stringify(SEEN_MARK)})`;
}

function watch(probe: Probe, mark: string): void {
  if (window !== window.top) return;
  const { promise, resolve } = Promise.withResolvers<true>();
  const noted: Watch = { seen: promise, visible: 0, longTasks: [], violations: [] };
  (window as unknown as Record<symbol, Watch>)[Symbol.for('bench')] = noted;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) noted.longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
    noted.violations.push(effectiveDirective),
  );
  const isSeen = (control: Element): boolean => {
    const { top, left, bottom, right, width, height } = control.getBoundingClientRect();
    const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return (
      width > 0 &&
      height > 0 &&
      isInside &&
      control.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };
  requestAnimationFrame(function benchLook() {
    const control = probe();
    if (control && isSeen(control)) {
      noted.visible = performance.mark(mark).startTime;
      resolve(true);
    } else requestAnimationFrame(benchLook);
  });
}
