import { computed, signal } from '@preact/signals';
import { textIn } from '../../contract/locale.ts';
import type { Survey, Touchpoint } from '../../contract/survey.ts';
import * as api from '../api.ts';
import { regional } from './regional.ts';

/** In the order of the journey; empty while unknown. */
export const touchpoints = signal<Touchpoint[]>([]);
const surveys = signal<Survey[]>([]);

const touchpointById = computed(() => new Map(touchpoints.value.map((touchpoint) => [touchpoint.id, touchpoint])));
/** All touchpoints, in the order of the journey; empty while unknown. */
export const allTouchpoints = computed(() => touchpoints.value);
/** All surveys; empty while unknown. */
export const allSurveys = computed(() => surveys.value);
/** The surveys that pages can show now; empty while unknown. */
export const liveSurveys = computed(() => surveys.value.filter(({ status }) => status === 'live'));

const surveyById = computed(() => new Map(surveys.value.map((survey) => [survey.id, survey])));

/** The touchpoint with this id, if it is known. */
export function touchpointOf(id: string): Touchpoint | undefined {
  return touchpointById.value.get(id);
}

/** A touchpoint's name in the language of the screen; its id while names are not here. */
export function touchpointName(id: string): string {
  const touchpoint = touchpointOf(id);
  return touchpoint ? textIn(touchpoint.name, regional.value.locale) : id;
}

/** A survey's name; its id while names are not here. */
export function surveyName(id: string): string {
  return surveyById.value.get(id)?.name ?? id;
}

/** Reads the names that every screen needs. A failure leaves ids in their place. */
export async function loadReference(): Promise<void> {
  const [readTouchpoints, readSurveys] = await Promise.allSettled([api.listTouchpoints(), api.listSurveys()]);
  if (readTouchpoints.status === 'fulfilled') touchpoints.value = readTouchpoints.value.items;
  if (readSurveys.status === 'fulfilled') surveys.value = readSurveys.value.items;
}
