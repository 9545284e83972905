import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a page under WCAG 2.2 AA, a line each. Runs under any policy: it comes by the debugger. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<import('axe-core').AxeResults> };
    };
    const { violations, passes } = await checker.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    if (passes.length === 0) return ['nothing was checked'];
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}
