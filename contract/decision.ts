import * as z from 'zod';
import { instant } from './bounds.ts';

/** Why a survey is not shown to somebody, as `/decide` finds it and the admin reads it. */
export const NO_REASONS = [
  'paused',
  'schedule',
  /** Not from one of its countries. */
  'country',
  /** An attribute is not as it must be, they are in none of its segments, or nobody knows who they are. */
  'audience',
  /** What makes them due has not happened to them, or too long ago. */
  'event',
  /** They withdrew their consent to being asked. */
  'withdrawn',
  /** "Don't ask me again." */
  'never',
  /** Asked this very survey too lately. */
  'period',
  /** Dismissed any survey too lately. */
  'cooldown',
  /** Asked as many surveys as a person may be in that time. */
  'cap',
] as const;
export type NoReason = (typeof NO_REASONS)[number];

/** What a decision rests on. */
export const decisionDetail = z.object({
  /** The survey, and its display, that they are to rest from. */
  survey: z.string().optional(),
  display: z.string().optional(),
  /** The attribute that is not as it must be. */
  attribute: z.string().optional(),
  /** The first of the segments of which they are in none. */
  segment: z.string().optional(),
});

/** `GET /api/contacts/{id}/surveys`: one live survey, and whether this person would be asked it now. */
export const contactSurvey = z.object({
  survey: z.string(),
  name: z.string(),
  version: z.int(),
  asked: z.boolean(),
  /** Why not; null when they would be. */
  reason: z.enum(NO_REASONS).nullable(),
  detail: decisionDetail,
  /** When they began to rest and when they have rested; null where nothing says so. */
  since: instant.nullable(),
  until: instant.nullable(),
  /** What else must hold that only the moment can tell: where they are, and what their page knows. */
  depends: z.array(z.enum(['country', 'page'])),
  /** What was decided when a page last wanted to ask them, signed in. */
  last: z
    .object({ at: instant, shown: z.boolean(), reason: z.enum(NO_REASONS).nullable(), detail: decisionDetail })
    .nullable(),
});
export type ContactSurvey = z.infer<typeof contactSurvey>;
