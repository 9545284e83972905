import posthog from 'posthog-js';
import { POSTHOG_CONFIG, POSTHOG_TOKEN } from '../posthogConfig.ts';

posthog.init(POSTHOG_TOKEN, { api_host: `${location.origin}/posthog`, ...POSTHOG_CONFIG });
