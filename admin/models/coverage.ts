import { computed } from '@preact/signals';
import type { CoverageReport } from '../../contract/coverage.ts';
import { ASKED_WITHIN_DEFAULT, LATELY_DEFAULT } from '../../contract/coverageKinds.ts';
import * as api from '../api.ts';
import { query } from './location.ts';
import { createResource } from './resource.ts';

/** What "lately" may mean, in days. */
export const LATELY = [30, 90, 180, 365] as const;
/** How far back one may look, in days; 0: all there is. */
export const WITHIN = [0, 365] as const;

export const coverage = createResource<CoverageReport>();

function chosen(name: string, choices: readonly number[], otherwise: number): number {
  const value = Number(query.value.get(name));
  return query.value.has(name) && choices.includes(value) ? value : otherwise;
}

export const lately = computed(() => chosen('lately', LATELY, LATELY_DEFAULT));
export const within = computed(() => chosen('within', WITHIN, ASKED_WITHIN_DEFAULT));

export function loadCoverage(): Promise<void> {
  return coverage.load((signal) => api.getCoverage({ lately: lately.value, within: within.value }, signal));
}

/** Where the people are who stand so, of everybody or of some. */
export function peopleHref(narrowed: Partial<Record<'coverage' | 'segment' | 'stage' | 'company', string>>): string {
  const params = new URLSearchParams(narrowed);
  if (narrowed.coverage !== undefined) {
    if (lately.value !== LATELY_DEFAULT) params.set('lately', String(lately.value));
    if (within.value !== ASKED_WITHIN_DEFAULT) params.set('within', String(within.value));
  }
  return `/people?${params}`;
}
