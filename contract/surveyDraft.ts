import * as z from 'zod';
import { instant, key, localized, text } from './bounds.ts';
import { NAME_MAX } from './limits.ts';
import { surveyDefinition } from './survey.ts';

/** A survey on its way to being published, as `/api/surveys` speaks of it. */

/** Each says what keeps a survey from being published (`error`), or what its author may have overlooked (`warning`). */
export const PROBLEM_CODES = [
  /** No way leads to it. */
  'unreachable',
  /** The path turns back on itself. */
  'loop',
  /** A way leads to a question that is not there. */
  'unknown-target',
  /** A condition looks at a question that is not there, or that comes later. */
  'unknown-condition',
  'missing-text',
  'missing-translation',
  'missing-options',
  /** Two questions or options share an id, or one is called `end`. */
  'duplicate-id',
  /** More at least than at most, or than there are. */
  'bad-limits',
  'bad-url-pattern',
  'bad-selector',
  'bad-schedule',
  /** Speaks of a person's attribute that may not be shown. */
  'attribute-not-shown',
  /** Speaks of an answer that is not given by then. */
  'unknown-pipe',
  'unknown-touchpoint',
  /** Meant for a segment that is no more. */
  'unknown-segment',
  /** Nothing scored, so that the survey has no figure. */
  'no-score',
  /** No page that carries the tag has been seen lately. */
  'no-live-site',
  /** Text and background of its look are too alike to be read (WCAG 2.2, 1.4.3). */
  'low-contrast',
] as const;

export const surveyProblem = z.object({
  code: z.enum(PROBLEM_CODES),
  severity: z.enum(['error', 'warning']),
  question: z.string().optional(),
  locale: z.string().optional(),
  /** What of it: a pattern, a name, an option. */
  value: z.string().optional(),
});
export type SurveyProblem = z.infer<typeof surveyProblem>;

/** What differs between two definitions, in the order of the definition. */
export const surveyChange = z.object({
  part: z.enum([
    'name',
    'touchpoint',
    'question',
    'order',
    'triggers',
    'audience',
    'look',
    'schedule',
    'thanks',
    'period',
    'locales',
  ]),
  kind: z.enum(['added', 'removed', 'changed']),
  /** The question's id, the field's name or the language. */
  name: z.string().optional(),
});
export type SurveyChange = z.infer<typeof surveyChange>;

/**
 * How many would have been asked in the last seven days, replayed over the moments in which something was shown: of this
 * survey if it was live, else of the surveys at its touchpoint. Page views are never counted, so without such moments
 * there is no estimate.
 */
export const surveyEstimate = z.object({
  basis: z.enum(['own', 'touchpoint', 'none']),
  /** Surveys whose moments were replayed. */
  surveys: z.array(z.string()),
  from: instant,
  to: instant,
  moments: z.int(),
  asked: z.int(),
  /** Kept from being asked: asked too lately, not in the audience (as far as is known), not in the sample. */
  resting: z.int(),
  outside: z.int(),
  unsampled: z.int(),
});
export type SurveyEstimate = z.infer<typeof surveyEstimate>;

export const surveyCheck = z.object({
  problems: z.array(surveyProblem),
  /** Against the version that is published; empty when none is. */
  changes: z.array(surveyChange),
  estimate: surveyEstimate,
});
export type SurveyCheck = z.infer<typeof surveyCheck>;

/**
 * `GET` and `PUT /api/surveys/{id}/draft`. Who saves sends back the `base` and `updatedAt` they read: 409 when somebody
 * else has saved meanwhile. Without a draft of its own, a survey's draft is what is published.
 */
export const surveyDraft = z.object({
  definition: surveyDefinition,
  /** The version it grew from, 0 for none. */
  base: z.int(),
  updatedAt: instant,
});
export type SurveyDraft = z.infer<typeof surveyDraft>;

/** What `GET` and `PUT` answer: a draft may have problems, publishing may not. */
export const surveyDraftChecked = surveyDraft.extend({ problems: z.array(surveyProblem) });
export type SurveyDraftChecked = z.infer<typeof surveyDraftChecked>;

/** `POST /api/surveys`: from a template, or empty. */
export const surveyCreate = z.object({
  id: key.optional(),
  name: text(NAME_MAX).min(1),
  template: key.optional(),
});
export type SurveyCreate = z.infer<typeof surveyCreate>;

export const surveyTemplate = z.object({ id: key, name: localized, about: localized, definition: surveyDefinition });
export type SurveyTemplate = z.infer<typeof surveyTemplate>;

export const surveyVersion = z.object({
  version: z.int(),
  publishedAt: instant,
  /** Against the version before. */
  changes: z.array(surveyChange),
});
export type SurveyVersion = z.infer<typeof surveyVersion>;

/** `GET /api/surveys/{id}/versions/{n}` */
export const surveyVersionRead = surveyVersion.extend({ definition: surveyDefinition });
export type SurveyVersionRead = z.infer<typeof surveyVersionRead>;
