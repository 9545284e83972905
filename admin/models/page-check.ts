import { signal } from '@preact/signals';
import type { PageCheck, PageCheckBody } from '../../contract/pageCheck.ts';
import * as api from '../api.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';

/** What the last check of a page found, and of which site it was. */
export const checked = signal<{ site: string; result: PageCheck } | null>(null);

/** Has a page checked. Resolves to whether it was done. */
export function checkPage(site: string, body: PageCheckBody, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    checked.value = { site, result: await api.checkPage(site, body) };
  }, faults);
}
