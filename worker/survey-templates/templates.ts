import type { SurveyTemplate } from '../../contract/surveyDraft.ts';
import { afterPurchase } from './afterPurchase.ts';

/** Surveys to begin with, in the order of a customer's journey. */
export const SURVEY_TEMPLATES: readonly SurveyTemplate[] = [afterPurchase];
