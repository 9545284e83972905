import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../scripts/paths.ts';
import type { Contender, Probe } from './contender.ts';
import type { BenchServer } from './serve.ts';
import { type Watch, watchFor } from './watchFor.ts';

/** What a contender leaves in a page before anybody has touched it, and what becomes of it under a strict policy. */
export interface Audit {
  /** Names added to `window`. */
  globals: string[];
  cookies: string[];
  /** Keys in `localStorage` and `sessionStorage`. */
  stored: string[];
  /** Whether it looks under the strict policy as it does without; outside the window it cannot be seen at all. */
  strict: 'same' | 'other' | 'outside' | 'absent';
  /** What the policy had to forbid, by directive. */
  violations: Record<string, number>;
}

/** A survey that has not come by then, or still moves, is taken as it is. */
const PATIENCE = 15_000;

interface Seen {
  isThere: boolean;
  isShown: boolean;
  look: string;
  globals: string[];
  cookies: string[];
  stored: string[];
  violations: string[];
}

/** The host page with nothing in it, to compare with. */
export const NOTHING: Contender = {
  name: 'nothing',
  title: 'the page alone',
  versions: [],
  loads: 'nothing',
  probe: () => document.querySelector('main'),
  prepare: async () => ({ head: '', answer: () => undefined }),
};

/** Looks at each contender once with and once without the strict policy; leaves pictures in `dist/bench/`. */
export async function auditAll(
  browser: Browser,
  server: BenchServer,
  contenders: readonly Contender[],
): Promise<Map<string, Audit>> {
  const nothing = await visit(browser, server, NOTHING, false);
  const known = new Set(nothing.globals);
  const audits = new Map<string, Audit>();
  for (const contender of contenders) {
    const plain = await visit(browser, server, contender, false);
    const strict = await visit(browser, server, contender, true);
    const violations: Record<string, number> = {};
    for (const directive of strict.violations) violations[directive] = (violations[directive] ?? 0) + 1;
    audits.set(contender.name, {
      globals: plain.globals.filter((name) => !known.has(name)),
      cookies: plain.cookies,
      stored: plain.stored,
      strict: !strict.isThere ? 'absent' : !strict.isShown ? 'outside' : strict.look === plain.look ? 'same' : 'other',
      violations,
    });
  }
  return audits;
}

async function visit(browser: Browser, server: BenchServer, { name, probe }: Contender, isStrict: boolean) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1_280, height: 800 } });
  try {
    await context.addInitScript({ content: watchFor(probe) });
    const page = await context.newPage();
    await page.goto(`${server.origin}/${name}/${isStrict ? '?strict' : ''}`);
    const seen = () => page.evaluate<Seen>(`(${look})(${probe})`);
    let last = await seen();
    // What moves in, or is told of later, has come to rest when two looks in a row see the same.
    for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
      await page.waitForTimeout(1_000);
      const next = await seen();
      const isAtRest = next.isShown && JSON.stringify(next) === JSON.stringify(last);
      last = next;
      if (isAtRest) break;
    }
    await page.screenshot({ path: join(ROOT, `dist/bench/${name}${isStrict ? '-strict' : ''}.png`) });
    return { ...last, cookies: (await context.cookies()).map((cookie) => cookie.name) };
  } finally {
    await context.close();
  }
}

/** Runs in the page: what there is, and how the control and what it stands in are drawn. */
function look(probe: Probe): Omit<Seen, 'cookies'> {
  const noted = (window as unknown as Record<symbol, Watch>)[Symbol.for('bench')];
  const control = probe();
  const lines: string[] = [];
  const properties = [
    'display',
    'position',
    'width',
    'height',
    'color',
    'background-color',
    'border-radius',
    'padding',
  ];
  for (let at: Element | null = control ?? null; at && at !== document.body; ) {
    const style = getComputedStyle(at);
    lines.push([...properties, 'font-size', 'box-shadow'].map((name) => style.getPropertyValue(name)).join(' '));
    const root: Node = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return {
    isThere: !!control,
    isShown: !!noted?.visible,
    look: lines.join('\n'),
    globals: Object.getOwnPropertyNames(window),
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    violations: noted?.violations ?? [],
  };
}
