import { SurveysExtensions } from 'posthog-js/dist/extension-bundles';
import posthog from 'posthog-js/dist/module.slim';
import { POSTHOG_CONFIG, POSTHOG_TOKEN } from '../posthogConfig.ts';

posthog.init(POSTHOG_TOKEN, {
  api_host: `${location.origin}/posthog-slim`,
  ...POSTHOG_CONFIG,
  __extensionClasses: SurveysExtensions,
});
