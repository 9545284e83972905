import type { SiteRules } from '../../contract/rules.ts';
import { begin } from './begin.ts';
import type { Assets } from './load.ts';
import { pathsOf } from './pathsOf.ts';

/** The build wraps this file in a function of the site's rules and names the files it goes with. */
declare const SITE_RULES: SiteRules;
declare const ASSETS: Assets;

try {
  const script = document.currentScript ?? document.querySelector(`script[src*="/w/${SITE_RULES.site}.js"]`);
  begin(SITE_RULES, pathsOf((script as HTMLScriptElement).src, SITE_RULES.site), ASSETS);
} catch {
  // Someone else's page must not notice.
}
