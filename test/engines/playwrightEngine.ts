import type { Browser, Frame, JSHandle, Page } from 'playwright-core';
import { type Engine, FIND, type Json, type Key, type Query, type Tab } from './engine.ts';

/** An engine that playwright-core drives: Chromium, or Firefox over BiDi. */
export function playwrightEngine(name: string, browser: Browser): Engine {
  return {
    name,
    async visit() {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1_000, height: 740 } });
      return tabOf(await context.newPage(), () => context.close());
    },
    close: () => browser.close(),
  };
}

function tabOf(page: Page, close: () => Promise<void>): Tab {
  let frame: Frame = page.mainFrame();
  const call = (body: string, given: readonly Json[]) =>
    `(function () { ${body} }).apply(null, ${JSON.stringify(given)})`;
  const find = async (query: Query) => {
    const found: JSHandle<Element | null> = await frame.evaluateHandle(call(FIND, [query as unknown as Json]));
    return found.asElement();
  };
  const key = (name: Key) => (name === 'Space' ? ' ' : name);
  return {
    go: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    run: <T>(body: string, ...given: Json[]) => frame.evaluate(call(body, given)) as Promise<T>,
    async click(query) {
      const found = await find(query);
      try {
        await found?.click();
      } catch (error) {
        // Drawn anew since it was found.
        if (error instanceof Error && error.message.includes('not attached')) return false;
        throw error;
      }
      return found !== null;
    },
    type: (text) => page.keyboard.type(text),
    press: (name, held) => page.keyboard.press(held ? `${held}+${key(name)}` : key(name)),
    async enter(query) {
      const inner = await (await find(query))?.contentFrame();
      if (!inner) throw new Error(`no frame ${JSON.stringify(query)}`);
      frame = inner;
    },
    async leave() {
      frame = page.mainFrame();
    },
    picture: () => page.screenshot(),
    close,
  };
}
