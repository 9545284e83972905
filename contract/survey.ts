import * as z from 'zod';
import { country, instant, key, languageTag, localized, text } from './bounds.ts';
import { CHOICES_MAX, CONTEXT_VALUE_MAX, EVENT_NAME_MAX, NAME_MAX } from './limits.ts';
import { CSAT_STYLES, QUESTION_TYPES } from './questionType.ts';

/** An inclusive band of scores or a list of answers that a way depends on; see `path.ts`. */
export const condition = z.discriminatedUnion('by', [
  z.object({ by: z.literal('answer'), question: key.optional(), is: z.array(text(CONTEXT_VALUE_MAX)).min(1).max(40) }),
  z.object({ by: z.literal('score'), question: key.optional(), from: z.number(), to: z.number() }),
  z.object({ by: z.literal('page'), name: key, is: z.array(text(CONTEXT_VALUE_MAX)).min(1).max(40) }),
  z.object({ by: z.literal('contact'), name: key, is: z.array(text(CONTEXT_VALUE_MAX)).min(1).max(40) }),
]);

export const option = z.object({ id: key, text: localized });
export type Option = z.infer<typeof option>;

/** A question; what its answers are says `questionType.ts`. Fields that its type does not use are ignored. */
export const question = z.object({
  // Answers are kept by it in plain objects, which have these names already.
  id: key.refine((id) => !(id in Object.prototype), 'is a name that JavaScript has taken'),
  type: z.enum(QUESTION_TYPES),
  text: localized,
  required: z.boolean().optional(),
  /** Placeholder of a question that is typed. */
  hint: localized.optional(),
  /** How CSAT is drawn; faces without it. */
  style: z.enum(CSAT_STYLES).optional(),
  /** What the ends of a scale mean, instead of the frame's own words. */
  low: localized.optional(),
  high: localized.optional(),
  /** Of a choice. */
  options: z.array(option).max(CHOICES_MAX).optional(),
  /** Options in another order for each visitor; `other` stays last. */
  shuffle: z.boolean().optional(),
  /** Offers "something else" with words of one's own. */
  other: z.boolean().optional(),
  /** Of a multiple choice: how many at least and at most. */
  min: z.int().min(0).max(CHOICES_MAX).optional(),
  max: z.int().min(1).max(CHOICES_MAX).optional(),
  /** Of a consent: what for, one of the workspace's purposes; "feedback" without it. */
  purpose: key.optional(),
  /** What an email address or a phone number is asked for: the words consented to. */
  consent: localized.optional(),
  /** Where to go from here, the first that holds; the question below otherwise. */
  next: z
    .array(z.object({ when: condition.optional(), go: key }))
    .max(20)
    .optional(),
});
export type Question = z.infer<typeof question>;

/**
 * Where and when a survey is due. It is due on pages that `url` covers, as soon as one of the moments listed comes; on
 * arrival when none is.
 */
export const triggers = z.object({
  /** URLPattern syntax: a path (`/orders/*`) or a whole address. */
  url: z.array(text(200)).max(20).optional(),
  /** Pages it is never due on. */
  notUrl: z.array(text(200)).max(20).optional(),
  event: key.optional(),
  /** An event that a server tells of a person: they are asked on the next page that signs them in. */
  server: text(EVENT_NAME_MAX).trim().min(1).optional(),
  /** Seconds from the moment (or the arrival) until it shows. */
  delay: z.number().min(0).max(3_600).optional(),
  /** Shown only where the page places the element, or by call. */
  placed: z.boolean().optional(),
  /** A press on what this CSS selector names. */
  click: text(200).min(1).optional(),
  /** Percent of the page's height scrolled past. */
  scroll: z.int().min(1).max(100).optional(),
  /** Seconds without any input. */
  idle: z.int().min(5).max(3_600).optional(),
  /** The pointer leaves towards the address bar; on touch, a fast scroll up. */
  exit: z.boolean().optional(),
  /** What this CSS selector names comes into view. */
  visible: text(200).min(1).optional(),
  /** The how-manieth page of the visit. */
  page: z.int().min(2).max(100).optional(),
  /** A feedback tab that is always there, with these words. */
  tab: localized.optional(),
});
export type Triggers = z.infer<typeof triggers>;

export const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/** Who is asked; all that is present must hold. */
export const audience = z.object({
  devices: z.array(z.enum(['phone', 'tablet', 'desktop'])).optional(),
  languages: z.array(languageTag).max(40).optional(),
  /** As the edge knows it. */
  countries: z.array(country).max(250).optional(),
  /** Hosts, with their subdomains, that the visitor came from. */
  referrers: z.array(text(200).min(1)).max(20).optional(),
  utm: z
    .array(z.object({ name: z.enum(UTM), is: z.array(text(CONTEXT_VALUE_MAX)).min(1).max(20) }))
    .max(5)
    .optional(),
  visitors: z.enum(['new', 'returning']).optional(),
  /** The share asked, above 0 up to 1. The same person always falls on the same side, once it is known who they are. */
  sample: z.number().gt(0).max(1).optional(),
  /** Known people only: each of these attributes has one of these values. */
  attributes: z
    .array(z.object({ name: key, is: z.array(text(CONTEXT_VALUE_MAX)).min(1).max(40) }))
    .max(10)
    .optional(),
  /** Known people only: they are in one of these segments. */
  segments: z.array(key).max(20).optional(),
});
export type Audience = z.infer<typeof audience>;

/** A CSS colour in the notations that say nothing else. */
const color = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a colour like #1a2b3c');

/** Corners over the page by block and inline direction. */
export const CORNERS = ['end-end', 'end-start', 'start-end', 'start-start'] as const;

export const look = z.object({
  /** Over the page in a corner, or in its middle with the page held back. */
  as: z.enum(['popup', 'modal']).optional(),
  corner: z.enum(CORNERS).optional(),
  /** The visitor's own without it. */
  scheme: z.enum(['light', 'dark']).optional(),
  ink: color.optional(),
  onInk: color.optional(),
  surface: color.optional(),
  /** CSS pixels. */
  radius: z.int().min(0).max(40).optional(),
  font: text(200).optional(),
  /** How far the visitor is, above the questions. */
  progress: z.boolean().optional(),
});
export type Look = z.infer<typeof look>;

/** What is published, and never changed after: a response names its version. */
export const surveyDefinition = z.object({
  name: text(NAME_MAX).min(1),
  touchpoint: key.nullable(),
  questions: z.array(question).min(1).max(40),
  triggers,
  audience: audience.optional(),
  look: look.optional(),
  /** Live between these, within its being published. */
  schedule: z.object({ from: instant.optional(), until: instant.optional() }).optional(),
  /** Instead of the frame's own thanks. */
  thanks: z.object({ title: localized.optional(), detail: localized.optional() }).optional(),
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
  /** Whether there is a draft that differs from what is published. */
  edited: z.boolean(),
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
