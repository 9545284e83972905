import { signal } from '@preact/signals';
import * as api from '../api.ts';

/** When the newest answer of the workspace came in, if there has ever been one. */
export type Newest = 'asking' | 'unknown' | 'never' | { at: string };

export const newest = signal<Newest>('asking');

/** Asks, whatever the period: for the screen that has nothing to show and must say why. */
export async function loadNewest(): Promise<void> {
  newest.value = 'asking';
  try {
    const [response] = (await api.listResponses({ limit: 1 })).items;
    newest.value = response ? { at: response.receivedAt } : 'never';
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    newest.value = 'unknown';
  }
}
