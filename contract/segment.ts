import * as z from 'zod';
import { day, instant, key, text } from './bounds.ts';
import { ATTRIBUTE_VALUE_MAX, CONTEXT_VALUE_MAX, NAME_MAX, SYSTEM_MAX } from './limits.ts';
import { METRICS } from './metric.ts';
import { responseSummary } from './response.ts';

/** So many segments fit in what is packed of a person: one bit each. */
export const SEGMENTS_MAX = 64;
/** The most conditions of a segment, those in its groups included. */
export const CONDITIONS_MAX = 20;

const DAYS_MAX = 3_660;
const days = z.int().min(0).max(DAYS_MAX);
const count = z.int().min(0).max(10_000);

/** A word to compare with. Nobody learns an address or a number by asking who has it, so it may be none. */
const word = text(CONTEXT_VALUE_MAX)
  .min(1)
  .refine(
    (value) => !/\S@\S/.test(value) && !/^\s*[+0۰٠][\d۰-۹٠-٩\s().-]{7,}$/.test(value),
    'may not be an identifier',
  );
const words = z.array(word).max(40);

const attributeName = text(60).min(1);
const where = { survey: key.optional(), touchpoint: key.optional() };

/** When a day lies, seen from today in the workspace's time zone. */
export const dayRange = z.discriminatedUnion('in', [
  /** Today and so many days on. `yearly`: whatever the year, as birthdays come. */
  z.object({ in: z.literal('next'), days, yearly: z.boolean().optional() }),
  z.object({ in: z.literal('last'), days, yearly: z.boolean().optional() }),
  /** Inclusive; either end may be open. */
  z.object({ in: z.literal('between'), from: day.optional(), to: day.optional() }),
]);
export type DayRange = z.infer<typeof dayRange>;

/** One thing that must be so of a person. Claimed answers and tests count for nobody. */
export const segmentCondition = z.discriminatedUnion('by', [
  /** An attribute as text, compared folded; `known` looks at no value. */
  z.object({
    by: z.literal('text'),
    name: attributeName,
    is: z.enum(['one-of', 'none-of', 'known', 'unknown']),
    words: words.default([]),
  }),
  /** An attribute as a number, inclusive; either end may be open. */
  z.object({
    by: z.literal('number'),
    name: attributeName,
    from: z.number().finite().optional(),
    to: z.number().finite().optional(),
  }),
  /** An attribute as a day. */
  z.object({ by: z.literal('date'), name: attributeName, range: dayRange }),
  z.object({
    by: z.literal('company'),
    is: z.enum(['one-of', 'none-of', 'known', 'unknown']),
    words: words.default([]),
  }),
  /** Whether they are known by such an identifier; never by which. */
  z.object({
    by: z.literal('identifier'),
    kind: z.enum(['external', 'email', 'phone']),
    system: key.max(SYSTEM_MAX).optional(),
    has: z.boolean(),
  }),
  /** Who brought them: `import`, `import:hubspot`, `token`, `admin`, `api`, … A name covers what it begins. */
  z.object({ by: z.literal('source'), words: z.array(text(60).min(1)).min(1).max(20), has: z.boolean() }),
  /** When they became known. */
  z.object({ by: z.literal('added'), range: dayRange }),
  /** How often something happened with them, ever or in the last `days` days; inclusive, either end may be open. */
  z.object({
    by: z.literal('did'),
    what: z.enum(['display', 'response', 'event']),
    ...where,
    /** The event's name; any without it. */
    event: text(NAME_MAX).min(1).optional(),
    from: count.optional(),
    to: count.optional(),
    days: z.int().min(1).max(DAYS_MAX).optional(),
  }),
  /** How they rated: their last rating, any of them, or the mean; inclusive. Whoever never rated is not among them. */
  z.object({
    by: z.literal('score'),
    of: z.enum(['last', 'any', 'mean']),
    metric: z.enum(METRICS).exclude(['none']),
    ...where,
    from: z.number().min(-10).max(10).optional(),
    to: z.number().min(-10).max(10).optional(),
    days: z.int().min(1).max(DAYS_MAX).optional(),
  }),
  /** Whether they said "don't ask me again". */
  z.object({ by: z.literal('never'), is: z.boolean() }),
  /** Whether they consent to a purpose now. */
  z.object({ by: z.literal('consent'), purpose: text(60).min(1), is: z.boolean() }),
]);
export type SegmentCondition = z.infer<typeof segmentCondition>;

/** What of it must hold. */
export const SEGMENT_MATCHES = ['all', 'any'] as const;

export const segmentGroup = z.object({
  match: z.enum(SEGMENT_MATCHES),
  conditions: z.array(segmentCondition).min(1).max(CONDITIONS_MAX),
});
export type SegmentGroup = z.infer<typeof segmentGroup>;

/** Conditions and groups of them, at most two levels. */
export const segmentRule = z
  .object({
    match: z.enum(SEGMENT_MATCHES),
    of: z
      .array(z.union([segmentGroup, segmentCondition]))
      .min(1)
      .max(CONDITIONS_MAX),
  })
  .refine(
    ({ of }) => of.reduce((sum, one) => sum + ('conditions' in one ? one.conditions.length : 1), 0) <= CONDITIONS_MAX,
    `at most ${CONDITIONS_MAX} conditions`,
  );
export type SegmentRule = z.infer<typeof segmentRule>;

/** A face for a segment. Only words: there is no picture of somebody who does not exist. */
export const persona = z.object({
  name: text(NAME_MAX).min(1),
  needs: z.array(text(300).min(1)).max(10),
  goals: z.array(text(300).min(1)).max(10),
  /** The response whose comment speaks for them. */
  quote: key.nullable(),
});
export type Persona = z.infer<typeof persona>;

export const segmentCreate = z.object({
  name: text(NAME_MAX).min(1),
  rule: segmentRule,
  persona: persona.nullable().default(null),
});
export type SegmentCreate = z.infer<typeof segmentCreate>;

export const segmentEdit = z.object({
  name: text(NAME_MAX).min(1).optional(),
  rule: segmentRule.optional(),
  persona: persona.nullable().optional(),
});
export type SegmentEdit = z.infer<typeof segmentEdit>;

export const segmentSummary = z.object({
  id: z.string(),
  name: z.string(),
  /** People in it, as last counted. */
  people: z.int(),
  /** Everybody known. */
  of: z.int(),
  /** Null once everybody has been looked at; else how many of those known have. */
  counting: z.int().nullable(),
  countedAt: instant.nullable(),
  /** The name of its face. */
  persona: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type SegmentSummary = z.infer<typeof segmentSummary>;

const share = z.object({
  n: z.int(),
  count: z.int(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  sufficient: z.boolean(),
});

export const segment = segmentSummary.extend({
  rule: segmentRule,
  face: persona.nullable(),
  /** What the face says, while it is still said by somebody in the segment. */
  quote: responseSummary.nullable(),
  /** Satisfied of all CSAT answers of its people, of all time. */
  csat: share,
});
export type Segment = z.infer<typeof segment>;

/** `POST /api/segments/preview`: who a rule would cover. */
export const segmentPreview = z.object({
  /** Of the `looked` people looked at. */
  count: z.int(),
  looked: z.int(),
  /** Everybody known. When it is more than were looked at, these are an even sample. */
  of: z.int(),
  /** A few of them. */
  people: z.array(z.object({ id: z.string(), name: z.string(), company: z.string().nullable() })),
});
export type SegmentPreview = z.infer<typeof segmentPreview>;

/** `GET /api/segments/fields`: what conditions may speak of. */
export const segmentFields = z.object({
  /** Attributes seen, most frequent first, with what their values look like and the most frequent of few. */
  attributes: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['text', 'number', 'date']),
      values: z.array(text(ATTRIBUTE_VALUE_MAX)),
    }),
  ),
  systems: z.array(z.string()),
  sources: z.array(z.string()),
  events: z.array(z.string()),
});
export type SegmentFields = z.infer<typeof segmentFields>;
