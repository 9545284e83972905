import * as z from 'zod';
import { instant } from './bounds.ts';
import { answer } from './collect.ts';
import { CHANNELS, DEVICES, EMOTIONS, type Emotion, METRICS, TRUSTS } from './metric.ts';
import { question } from './survey.ts';

/** How a response was tied to a person. */
export const MATCH_METHODS = ['token', 'link', 'server', 'claim', 'visitor', 'hand', 'import', 'none'] as const;
export const MATCH_STATES = ['tied', 'pending', 'unmatched', 'untied'] as const;

/** One thing a match rests on. Facts, not sentences: the screen finds the words. */
export const evidence = z.discriminatedUnion('kind', [
  /** The page sent a signed token. `late`: it had expired when it was delivered. */
  z.object({
    kind: z.literal('token'),
    kid: z.string(),
    issuedAt: instant,
    expiresAt: instant,
    late: z.boolean(),
  }),
  /** This identifier pointed at the contact before, or was added by this very token. */
  z.object({
    kind: z.literal('identifier'),
    identifier: z.enum(['external', 'email', 'phone', 'visitor']),
    system: z.string().optional(),
    value: z.string(),
    added: z.boolean(),
  }),
  /** The page or the visitor said so; nobody has proven it. */
  z.object({ kind: z.literal('claim'), field: z.enum(['email', 'phone', 'externalId', 'name']), value: z.string() }),
  /** The same browser answered before, `earlier` times. */
  z.object({ kind: z.literal('visitor'), visitor: z.string(), earlier: z.int() }),
  /** It came by the link that was made for this person. */
  z.object({ kind: z.literal('link'), invitation: z.string(), madeAt: instant }),
  /** Another tool's export says whose it is; nobody can check that any more. */
  z.object({ kind: z.literal('import'), system: z.string(), file: z.string() }),
  /** No contact had these identifiers, so one was made. */
  z.object({ kind: z.literal('created') }),
  /** Somebody decided by hand. */
  z.object({ kind: z.literal('hand'), by: z.string() }),
]);
export type Evidence = z.infer<typeof evidence>;

/** The decision that tied a response to a contact, or left it alone. */
export const match = z.object({
  method: z.enum(MATCH_METHODS),
  state: z.enum(MATCH_STATES),
  evidence: z.array(evidence),
  at: instant,
  /** `rule`, or the name of who decided. */
  by: z.string(),
  /** Whether there is an earlier decision to go back to, or a tie to undo. */
  undoable: z.boolean(),
});
export type Match = z.infer<typeof match>;

export const responseSummary = z.object({
  id: z.string(),
  revision: z.int(),
  survey: z.string(),
  version: z.int(),
  touchpoint: z.string().nullable(),
  metric: z.enum(METRICS),
  score: z.number().nullable(),
  /** What the visitor named, where the metric is emotion. */
  emotion: z.enum(Object.keys(EMOTIONS) as [Emotion, ...Emotion[]]).nullable(),
  comment: z.string().nullable(),
  answers: z.array(answer),
  trust: z.enum(TRUSTS),
  contact: z.object({ id: z.string(), name: z.string() }).nullable(),
  visitor: z.string().nullable(),
  page: z.object({ url: z.string(), title: z.string().nullable(), referrer: z.string().nullable() }),
  locale: z.string().nullable(),
  device: z.object({ type: z.enum(DEVICES), browser: z.string().nullable(), os: z.string().nullable() }),
  site: z.string(),
  channel: z.enum(CHANNELS),
  country: z.string().nullable(),
  complete: z.boolean(),
  test: z.boolean(),
  withdrawn: z.boolean(),
  /** It was brought along from elsewhere, with its own date. */
  imported: z.boolean(),
  startedAt: instant,
  receivedAt: instant,
});
export type ResponseSummary = z.infer<typeof responseSummary>;

export const responseDetail = responseSummary.extend({
  surveyName: z.string(),
  questions: z.array(question),
  match: match.nullable(),
  /**
   * What was odd about it: an unknown touchpoint, a start time replaced by the receipt's. `anonymised`: whose it was is
   * gone for good, by an erasure or because its time was up.
   */
  flags: z.array(z.enum(['unknown-touchpoint', 'start-replaced', 'identity-dropped', 'anonymised'])),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type ResponseDetail = z.infer<typeof responseDetail>;

/** How many responses each choice of a filter would leave, all other filters held. */
export const responseCounts = z.object({
  /** All responses of the period. */
  total: z.int(),
  /** Those the filters leave. */
  matched: z.int(),
  score: z.record(z.string(), z.int()),
  trust: z.record(z.string(), z.int()),
  touchpoint: z.record(z.string(), z.int()),
  survey: z.record(z.string(), z.int()),
  language: z.record(z.string(), z.int()),
  site: z.record(z.string(), z.int()),
  metric: z.record(z.string(), z.int()),
});
export type ResponseCounts = z.infer<typeof responseCounts>;
