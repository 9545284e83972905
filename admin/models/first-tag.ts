import { signal } from '@preact/signals';
import * as api from '../api.ts';

/** The script tag of the first site, for the screen that waits for a first answer; null until asked or when there is none. */
export const firstTag = signal<string | null>(null);

/** Reads it. */
export async function loadFirstTag(): Promise<void> {
  try {
    const [site] = (await api.listSites()).items;
    firstTag.value = site ? api.siteTag(site.key) : null;
  } catch (error) {
    // Without it the screen still leads to the sites.
    if (!(error instanceof api.ApiError)) throw error;
  }
}
