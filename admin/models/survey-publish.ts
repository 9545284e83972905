import { signal } from '@preact/signals';
import type { SurveyCheck, SurveyVersion } from '../../contract/surveyDraft.ts';
import * as api from '../api.ts';
import { attempt, explain } from './attempt.ts';
import { loadReference } from './reference.ts';
import { createResource } from './resource.ts';
import { hasUnsaved, readDraft, saveError, saveNow } from './survey-editor.ts';
import { loadSurveys } from './survey-list.ts';

/** What is wrong with the draft, what it changes, and whom it would have asked. */
export const check = createResource<SurveyCheck>();
/** What was published before, newest first. */
export const versions = createResource<SurveyVersion[]>();
/** Why it could not be published. */
export const publishError = signal<string | null>(null);

let checked = '';

/** Looks at the draft as it is now: what is not saved is saved first. */
export async function loadCheck(id: string): Promise<void> {
  if (checked !== id) check.clear();
  checked = id;
  await saveNow();
  await check.load((abort) => api.checkSurvey(id, abort));
}

/** Reads what was published before. */
export function loadVersions(id: string): Promise<void> {
  versions.clear();
  return versions.load(async (abort) => (await api.listVersions(id, abort)).items);
}

async function afterwards(id: string): Promise<void> {
  await Promise.all([readDraft(), loadSurveys(), loadVersions(id), loadReference()]);
}

/** Publishes the draft. Resolves to the version that is live now, or null when it was refused. */
export async function publish(id: string): Promise<number | null> {
  publishError.value = null;
  try {
    await saveNow();
    if (hasUnsaved()) {
      publishError.value = saveError.value;
      return null;
    }
    const { version } = await api.publishSurvey(id);
    await afterwards(id);
    return version;
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    publishError.value = explain(error);
    // Something may have become wrong since it was looked at.
    if (error.status === 422) await loadCheck(id);
    return null;
  }
}

/** Throws the draft away: back to what is published. One undo brings it back. */
export function discard(id: string): Promise<boolean> {
  return attempt(async () => {
    await saveNow();
    await api.discardDraft(id);
    await afterwards(id);
    await loadCheck(id);
  });
}
