import * as z from 'zod';
import { instant, key, localized, text } from './bounds.ts';
import { NAME_MAX } from './limits.ts';

/** A question. `csat` is scored 1–5; `text` is the visitor's own words. */
export const question = z.object({
  id: key,
  type: z.enum(['csat', 'text']),
  text: localized,
  required: z.boolean().optional(),
  hint: localized.optional(),
});
export type Question = z.infer<typeof question>;

/** When and where a survey is due; all that is present must hold. */
export const triggers = z.object({
  url: z.array(text(200)).max(20).optional(),
  event: key.optional(),
  /** Seconds. */
  delay: z.number().min(0).max(3_600).optional(),
  /** Shown only where the page places the element, or by call. */
  placed: z.boolean().optional(),
});

/** What is published, and never changed after: a response names its version. */
export const surveyDefinition = z.object({
  name: text(NAME_MAX).min(1),
  touchpoint: key.nullable(),
  questions: z.array(question).min(1).max(40),
  triggers,
  /** Days before the same visitor is asked again. */
  period: z.int().min(0).max(3_650),
  locales: z.array(z.string().max(35)).min(1).max(40),
});
export type SurveyDefinition = z.infer<typeof surveyDefinition>;

export const SURVEY_STATUSES = ['draft', 'live', 'paused', 'archived'] as const;

export const survey = surveyDefinition.extend({
  id: key,
  status: z.enum(SURVEY_STATUSES),
  version: z.int().min(0),
  publishedAt: instant.nullable(),
});
export type Survey = z.infer<typeof survey>;

export const stage = z.object({ id: key, name: localized });
export type Stage = z.infer<typeof stage>;

/** Moments of truth that are declared, by when in the relationship they come. */
export const MOMENTS = ['zero', 'first', 'second', 'ultimate'] as const;

export const touchpoint = z.object({
  id: key,
  stage: key,
  name: localized,
  /** The experience intended. */
  promise: localized,
  /** The share of satisfied answers aimed at, 0 to 1. */
  target: z.number().min(0).max(1).nullable(),
  moment: z.enum(MOMENTS).nullable(),
  owner: z.object({ person: text(NAME_MAX), department: text(NAME_MAX) }).nullable(),
});
export type Touchpoint = z.infer<typeof touchpoint>;
