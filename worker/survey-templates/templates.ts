import type { SurveyTemplate } from '../../contract/surveyDraft.ts';
import { afterPurchase } from './afterPurchase.ts';
import { afterSupport } from './afterSupport.ts';
import { cancellation } from './cancellation.ts';
import { delivery } from './delivery.ts';
import { onboarding } from './onboarding.ts';
import { relationshipNps } from './relationshipNps.ts';

/** Surveys to begin with, in the order of a customer's journey. */
export const SURVEY_TEMPLATES: readonly SurveyTemplate[] = [
  afterPurchase,
  delivery,
  onboarding,
  afterSupport,
  relationshipNps,
  cancellation,
];
