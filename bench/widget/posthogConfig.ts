import type { PostHogConfig } from 'posthog-js';

export const POSTHOG_TOKEN = 'phc_bench';

/** As its snippet says today, and kept from taking the bench's browser for a bot. */
export const POSTHOG_CONFIG = {
  defaults: 'latest',
  person_profiles: 'identified_only',
  opt_out_useragent_filter: true,
} satisfies Partial<PostHogConfig>;
