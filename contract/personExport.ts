import * as z from 'zod';
import { instant } from './bounds.ts';
import { answerValue } from './collect.ts';
import { consent } from './consent.ts';
import { attributes, identifier } from './contact.ts';
import { NO_REASONS } from './decision.ts';
import { CHANNELS, DEVICES, METRICS, OUTCOMES, TRUSTS } from './metric.ts';
import { QUESTION_TYPES } from './questionType.ts';
import { evidence, MATCH_METHODS, MATCH_STATES } from './response.ts';

const provenance = z.record(z.string(), z.object({ source: z.string(), at: instant }));

/** An answer of theirs with what was asked, and how it came to be theirs. */
const exportedResponse = z.object({
  id: z.string(),
  survey: z.string(),
  surveyName: z.string(),
  version: z.int(),
  touchpoint: z.string().nullable(),
  startedAt: instant,
  receivedAt: instant,
  complete: z.boolean(),
  test: z.boolean(),
  /** Taken out of every list by an admin, and kept. */
  removed: z.boolean(),
  trust: z.enum(TRUSTS),
  metric: z.enum(METRICS),
  score: z.number().nullable(),
  comment: z.string().nullable(),
  answers: z.array(
    z.object({
      question: z.string(),
      type: z.enum(QUESTION_TYPES).nullable(),
      /** What was asked, by language. */
      text: z.record(z.string(), z.string()),
      value: answerValue,
      /** The options chosen, by language, where there are any. */
      chosen: z.array(z.record(z.string(), z.string())),
    }),
  ),
  visitor: z.string().nullable(),
  page: z.object({ url: z.string(), title: z.string().nullable(), referrer: z.string().nullable() }),
  locale: z.string().nullable(),
  device: z.object({ type: z.enum(DEVICES), browser: z.string().nullable(), os: z.string().nullable() }),
  country: z.string().nullable(),
  site: z.string(),
  channel: z.enum(CHANNELS),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  matches: z.array(
    z.object({
      method: z.enum(MATCH_METHODS),
      state: z.enum(MATCH_STATES),
      evidence: z.array(evidence),
      at: instant,
      by: z.string(),
    }),
  ),
});

/** Everything that is kept of one person: `GET /api/contacts/{id}/export`. */
export const personExport = z.object({
  format: z.literal('touchstone-person-1'),
  exportedAt: instant,
  workspace: z.string(),
  person: z.object({
    id: z.string(),
    name: z.string(),
    company: z.string().nullable(),
    attributes,
    /** Where each fact came from, by its name. */
    provenance,
    createdAt: instant,
    updatedAt: instant,
  }),
  /** The records that were made one, each as it was written. */
  records: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      company: z.string().nullable(),
      attributes,
      provenance,
      source: z.string(),
      createdAt: instant,
      updatedAt: instant,
      mergedInto: z.string().nullable(),
    }),
  ),
  identifiers: z.array(identifier),
  responses: z.array(exportedResponse),
  displays: z.array(
    z.object({
      survey: z.string(),
      surveyName: z.string(),
      touchpoint: z.string().nullable(),
      outcome: z.enum(OUTCOMES),
      visitor: z.string().nullable(),
      at: instant,
    }),
  ),
  events: z.array(z.object({ name: z.string(), at: instant, source: z.string(), properties: attributes })),
  consents: z.array(consent),
  /** Times they were made one with another record, or parted from one. Who else that was is not theirs to know. */
  merges: z.array(
    z.object({
      at: instant,
      by: z.string(),
      method: z.string(),
      undoneAt: instant.nullable(),
      undoneBy: z.string().nullable(),
    }),
  ),
  segments: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What was decided last about asking them each survey. */
  decisions: z.array(
    z.object({
      survey: z.string(),
      name: z.string(),
      at: instant,
      shown: z.boolean(),
      reason: z.enum(NO_REASONS).nullable(),
    }),
  ),
  /** When they said that they never want to be asked again. */
  neverAsk: instant.nullable(),
  invitations: z.array(
    z.object({
      id: z.string(),
      survey: z.string(),
      createdAt: instant,
      expiresAt: instant,
      revokedAt: instant.nullable(),
    }),
  ),
  /** Files that brought them, or something about them. */
  imports: z.array(z.object({ id: z.string(), file: z.string(), at: instant })),
});
export type PersonExport = z.infer<typeof personExport>;
