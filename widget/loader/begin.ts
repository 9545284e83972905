import type { SiteRules } from '../../contract/rules.ts';
import { type Assets, type Call, load } from './load.ts';
import type { Paths } from './pathsOf.ts';

/** `touchstone` on the page: the queue's stub before, the loader's function after. */
type Touchstone = Call & { q?: Iterable<unknown>[] };

/** Says that a loader is at work, where a page that lists its names does not see it. */
const MARK = Symbol.for('touchstone');

/** Starts the loader, once a page, and takes `window.touchstone` unless that is the page's own. */
export function begin(rules: SiteRules, paths: Paths, assets: Assets): void {
  const page = window as { touchstone?: Touchstone; [MARK]?: true };
  // Included twice, the first is at work; a page without an origin has nobody who would take its answers.
  if (page[MARK] || origin === 'null') return;
  page[MARK] = true;
  // An element with this id answers to the name, too, without owning it.
  const own = Object.hasOwn(page, 'touchstone') ? page.touchstone : undefined;
  const call = load(rules, paths, assets);
  if (own && !/\.q\b/.test(`${own}`)) return;
  page.touchstone = call;
  for (const queued of own?.q ?? []) call(...queued);
}
