import * as z from 'zod';
import { instant, key, text } from './bounds.ts';
import { contactSummary, identifier } from './contact.ts';
import { ATTRIBUTES_MAX, KEY_MAX } from './limits.ts';
import { evidence, MATCH_METHODS, MATCH_STATES } from './response.ts';

/** What two contacts are compared by. */
export const LINK_FIELDS = ['name', 'email', 'phone', 'company', 'place', 'birthday', 'postcode', 'street'] as const;
export type LinkField = (typeof LINK_FIELDS)[number];

/** How far a field agrees: both have it and it is the same, nearly the same, or something else. */
export const LINK_LEVELS = ['exact', 'close', 'similar', 'differs'] as const;

/** One field of two contacts, side by side. */
export const linkedField = z.object({
  field: z.enum(LINK_FIELDS),
  level: z.enum(LINK_LEVELS),
  /** What it adds to the odds, in bits: log2(m / u). */
  weight: z.number(),
  /** How many of all contacts have this very value, where that is what makes it say more or less. */
  shared: z.int().nullable(),
});
export type LinkedField = z.infer<typeof linkedField>;

/** One thing a decision about two contacts rests on. Facts, not sentences: the screen finds the words. */
export const identityEvidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hand'), by: z.string() }),
  /** One signed token carried the id of one and the email of the other. */
  z.object({ kind: z.literal('token'), system: z.string(), sub: z.string(), email: z.string() }),
  /** One record, or both contacts, carried this identifier. */
  z.object({
    kind: z.literal('shared'),
    identifier: z.enum(['external', 'email', 'phone']),
    system: z.string().optional(),
    value: z.string(),
    source: z.string(),
  }),
  /** A file said that one record was merged into another. */
  z.object({ kind: z.literal('record'), source: z.string(), system: z.string(), value: z.string() }),
  /** The scorer's comparison. `weight` is log2 of the odds, prior included. */
  z.object({
    kind: z.literal('score'),
    weight: z.number(),
    probability: z.number(),
    fields: z.array(linkedField),
  }),
  /** A suggestion somebody accepted. */
  z.object({ kind: z.literal('suggestion'), suggestion: z.string() }),
]);
export type IdentityEvidence = z.infer<typeof identityEvidence>;

export const MERGE_METHODS = ['hand', 'rule', 'import'] as const;
export type MergeMethod = (typeof MERGE_METHODS)[number];

const side = z.enum(['survivor', 'absorbed']);

/** Whose name, company and attributes are shown. What is not chosen is the survivor's or, where that is empty, the other's. */
export const mergeChoice = z.object({
  name: side.optional(),
  company: side.optional(),
  attributes: z
    .record(text(60).min(1), side)
    .refine((value) => Object.keys(value).length <= 2 * ATTRIBUTES_MAX, 'has too many attributes')
    .optional(),
});
export type MergeChoice = z.infer<typeof mergeChoice>;

export const contactMerge = z.object({ absorb: key, choose: mergeChoice.optional() });
export type ContactMerge = z.infer<typeof contactMerge>;

const person = z.object({ id: z.string(), name: z.string() });

/** Two people made one. */
export const merge = z.object({
  id: z.string(),
  at: instant,
  by: z.string(),
  method: z.enum(MERGE_METHODS),
  evidence: z.array(identityEvidence),
  /** As each was called on its own. */
  survivor: person,
  absorbed: person,
  /** What is shown from the absorbed: `name`, `company`, `attributes.…`. */
  taken: z.array(z.string()),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  /** Why it cannot be undone; null when it can. */
  why: z.enum(['undone', 'erased']).nullable(),
});
export type Merge = z.infer<typeof merge>;

export const SUGGESTION_STATES = ['open', 'accepted', 'rejected'] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

/** Two people who may be one. */
export const suggestion = z.object({
  id: z.string(),
  state: z.enum(SUGGESTION_STATES),
  /** log2 of the odds that they are one; null where no score speaks for it. */
  weight: z.number().nullable(),
  evidence: z.array(identityEvidence),
  a: contactSummary,
  b: contactSummary,
  at: instant,
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
});
export type Suggestion = z.infer<typeof suggestion>;

export const suggestionAccept = z.object({
  /** Who stays; without it the one with the fuller name, then with more answers, then the older one. */
  survivor: key.optional(),
  choose: mergeChoice.optional(),
});

/** How far the comparison of everybody with everybody is. */
export const linkRun = z.object({
  state: z.enum(['never', 'running', 'done']),
  step: z.enum(['keys', 'learn', 'compare']).nullable(),
  done: z.int(),
  total: z.int(),
  pairs: z.int(),
  found: z.int(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});
export type LinkRun = z.infer<typeof linkRun>;

/** A decision on who somebody is. */
export const journalEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merged'), at: instant, by: z.string(), merge }),
  z.object({ kind: z.literal('unmerged'), at: instant, by: z.string(), merge }),
  z.object({
    kind: z.literal('suggestion'),
    at: instant,
    by: z.string(),
    decision: z.enum(['suggested', 'accepted', 'rejected', 'reopened']),
    suggestion: z.string(),
    a: person,
    b: person,
    evidence: z.array(identityEvidence),
  }),
  z.object({
    kind: z.literal('match'),
    at: instant,
    by: z.string(),
    response: z.string(),
    method: z.enum(MATCH_METHODS),
    state: z.enum(MATCH_STATES),
    /** It took an earlier decision back. */
    undoes: z.boolean(),
    /** It took the response away from this person. */
    away: z.boolean(),
    evidence: z.array(evidence),
  }),
  z.object({ kind: z.literal('identifier'), at: instant, by: z.string(), identifier }),
]);
export type JournalEntry = z.infer<typeof journalEntry>;

/** A cursor of this resource: opaque to callers. */
export const journalCursor = text(KEY_MAX);
