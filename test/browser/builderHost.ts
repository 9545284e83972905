import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SurveyDraftChecked } from '../../contract/surveyDraft.ts';
import type { AdminHost, View } from './adminHost.ts';

export const VIEW: View = { language: 'en', scheme: 'light', width: 1440 };
const TEMPLATE = 'after-purchase';

/** Begins a survey from a template and opens it in the builder. */
export async function openNew(host: AdminHost, name: string, view = VIEW, query = '') {
  const { page, troubles } = await host.open('/surveys', view);
  const made = await page.request.post(`${host.origin}/api/surveys`, {
    headers: { origin: host.origin },
    data: { name, template: TEMPLATE },
  });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  await page.goto(`${host.origin}/surveys/${id}${query}`);
  await page.getByRole('tablist').waitFor();
  const draft = async (): Promise<SurveyDraftChecked> =>
    (await page.request.get(`${host.origin}/api/surveys/${id}/draft`)).json();
  return { page, troubles, id, draft, preview: page.frameLocator('iframe') };
}

/** The questions as the builder lists them. */
export const names = (page: Page) => page.locator('.question-list .question-toggle bdi').allTextContents();
/** Waits until the draft is said to be saved. */
export const saved = (page: Page) => page.locator('.save-mark').getByText('Saved').waitFor();
/** What the survey in the preview asks. */
export const asked = (preview: FrameLocator) => preview.getByRole('heading').first();
