import { computed, signal } from '@preact/signals';
import type { Survey } from '../../contract/survey.ts';
import type { SurveyCreate, SurveyTemplate } from '../../contract/surveyDraft.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { navigate } from './location.ts';
import { loadReference } from './reference.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

/** Every survey of the workspace. */
export const surveyList = createResource<Survey[]>();
/** What a new one may begin as. */
export const templates = createResource<SurveyTemplate[]>();
/** How many have answered each; empty while unknown. */
export const answered = signal<Readonly<Record<string, number>>>({});

const ORDER = ['live', 'draft', 'paused', 'archived'] as const;

/** By status, in the order of what is worked on. */
export const grouped = computed(() =>
  ORDER.map((status) => ({
    status,
    surveys: (surveyList.data.value ?? []).filter((survey) => survey.status === status),
  })),
);

/** One of them, as far as they are read. */
export function surveyOf(id: string): Survey | undefined {
  return surveyList.data.value?.find((survey) => survey.id === id);
}

/** Reads the surveys, and how many have answered them. */
export async function loadSurveys(): Promise<void> {
  await Promise.all([surveyList.load(async (signal) => (await api.listSurveys(signal)).items), loadAnswered()]);
}

async function loadAnswered(): Promise<void> {
  try {
    answered.value = (await api.countResponses({})).survey;
  } catch (error) {
    // The list is of use without it.
    if (!(error instanceof api.ApiError)) throw error;
  }
}

/** Reads the templates, once. */
export async function loadTemplates(): Promise<void> {
  if (!templates.data.value) await templates.load(async (signal) => (await api.listTemplates(signal)).items);
}

/** Makes a survey and opens it. Resolves to whether it was done. */
export function createSurvey(input: SurveyCreate, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    const { id } = await api.createSurvey(input);
    navigate(`/surveys/${encodeURIComponent(id)}`);
  }, faults);
}

/** Makes a copy, as a draft, and opens it. */
export function duplicateSurvey(id: string): Promise<boolean> {
  return attempt(async () => {
    const copy = await api.duplicateSurvey(id);
    say(t('survey.duplicated'));
    navigate(`/surveys/${encodeURIComponent(copy.id)}`);
  });
}

/** Pauses, resumes, archives or restores a survey. Pages follow within a minute. */
export function moveSurvey(id: string, move: api.SurveyMove): Promise<boolean> {
  return attempt(async () => {
    await api.moveSurvey(id, move);
    say(t(`survey.done-${move}`));
    await Promise.all([loadSurveys(), loadReference()]);
  });
}

/** Deletes a draft that was never published. */
export function deleteSurvey(id: string): Promise<boolean> {
  return attempt(async () => {
    await api.deleteSurvey(id);
    say(t('survey.deleted'));
    await Promise.all([loadSurveys(), loadReference()]);
  });
}
