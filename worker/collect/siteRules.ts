import type { SiteRules } from '../../contract/rules.ts';
import type { SiteConfig } from '../directory/sites.ts';

/** What the loader is told of its site. What is as usual is left out. */
export function siteRules(site: SiteConfig): SiteRules {
  const { cooldown, cap } = site.fatigue;
  return {
    site: site.key,
    // What only the edge goes by, no page has to load.
    surveys: site.rules.map(({ known: _, ...rule }) => rule),
    ...(site.privacyUrl ? { privacy: site.privacyUrl } : {}),
    ...(site.storage === 'interaction' ? {} : { storage: site.storage }),
    ...(cooldown ? { cooldown } : {}),
    ...(cap ? { cap: [cap.surveys, cap.days] } : {}),
  };
}
