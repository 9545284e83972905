/** What a definition is checked against, beside itself. */
export interface CheckContext {
  touchpoints: readonly string[];
  segments: readonly string[];
  /** Attributes of a verified person that may be shown. */
  shownAttributes: readonly string[];
  sites: SiteActivity;
  now: number;
}

/** Whether the workspace has a site, and pages that carry its tag were seen lately. */
export type SiteActivity = 'none' | 'quiet' | 'seen';
