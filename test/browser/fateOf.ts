import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { call } from './widgetHost.ts';

/** What was due has had its turns of the page's clock, and of the network. */
export async function settle(page: Page): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await page.waitForLoadState('networkidle');
    await page.evaluate(async () => {
      for (let turn = 0; turn < 10; turn++) await new Promise((done) => setTimeout(done));
    });
  }
}

/** What the widget says of itself to the page. */
export interface Explanation {
  surveys: { survey: string; due: boolean; why: string }[];
  [fact: string]: unknown;
}

export function explained(page: Page): Promise<Explanation> {
  return page.evaluate(
    () =>
      new Promise<Explanation>((done) => {
        const { touchstone } = window as unknown as { touchstone(...given: unknown[]): void };
        touchstone('explain', done);
      }),
  );
}

/** Makes the moment of a survey come, whose event has its name, and says what came of it: `shown`, or why not. */
export async function fateOf(page: Page, survey: string): Promise<string> {
  await call(page, 'track', survey);
  await settle(page);
  const why = async () => (await explained(page)).surveys.find((one) => one.survey === survey)?.why ?? 'unknown';
  // Due, and not there: on its way.
  const ended = await eventually(why, (one) => one !== 'due', 20_000);
  if (ended === 'shown') await page.getByRole('dialog').waitFor();
  return ended;
}
