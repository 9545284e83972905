import type { Contender } from './contender.ts';
import { litFloor } from './contenders/litFloor.ts';
import { posthog, posthogSlim } from './contenders/posthog.ts';
import { sentry } from './contenders/sentry.ts';
import { surveyjs } from './contenders/surveyjs.ts';
import { touchstone } from './contenders/touchstone.ts';

/** In the order of the tables. */
export const CONTENDERS: readonly Contender[] = [touchstone, litFloor, sentry, surveyjs, posthogSlim, posthog];
