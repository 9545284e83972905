import type { SiteRules } from '../../contract/rules.ts';
import { type Call, load } from './load.ts';

/** The build wraps this file in a function of the site's rules and names the files it goes with. */
declare const SITE_RULES: SiteRules;
declare const ELEMENT_FILE: string;
declare const OUTBOX_FILE: string;
declare const BUILD: string;

/** `touchstone` on the page: the queue's stub before, the loader's function after. */
type Touchstone = Call & { q?: unknown[][]; on?: true };

try {
  const page = window as { touchstone?: Touchstone };
  const { touchstone } = page;
  // Included twice: the first is at work.
  if (!touchstone?.on) {
    const script = (document.currentScript ??
      document.querySelector(`script[src*="/w/${SITE_RULES.site}.js"]`)) as HTMLScriptElement;
    const call: Touchstone = load(SITE_RULES, script.src.split('/w/')[0] ?? '', {
      element: ELEMENT_FILE,
      outbox: OUTBOX_FILE,
      build: BUILD,
    });
    call.on = true;
    page.touchstone = call;
    for (const [method, ...args] of touchstone?.q ?? []) call(method, ...args);
  }
} catch {
  // Someone else's page must not notice.
}
