import * as z from 'zod';
import { instant, key, text } from './bounds.ts';
import {
  ATTRIBUTE_VALUE_MAX,
  ATTRIBUTES_MAX,
  EMAIL_MAX,
  EXTERNAL_ID_MAX,
  NAME_MAX,
  PHONE_MAX,
  SYSTEM_MAX,
} from './limits.ts';
import { METRICS, OUTCOMES, TRUSTS } from './metric.ts';
import { responseSummary } from './response.ts';

export const IDENTIFIER_KINDS = ['external', 'email', 'phone', 'visitor'] as const;

/** (kind, system, value) pointing at a contact. Values are as written; comparing is done on a normalised form. */
export const identifier = z.object({
  kind: z.enum(IDENTIFIER_KINDS),
  /** Whose external id it is; absent for other kinds. */
  system: z.string().optional(),
  value: z.string(),
  trust: z.enum(TRUSTS),
  /** Who brought it: `token`, `import:hubspot`, `admin`, `api`, `visitor`, … */
  source: z.string(),
  firstSeen: instant,
  lastSeen: instant,
});
export type Identifier = z.infer<typeof identifier>;

export const attributes = z
  .record(text(60).min(1), z.union([text(ATTRIBUTE_VALUE_MAX), z.number().finite(), z.boolean()]))
  .refine((value) => Object.keys(value).length <= ATTRIBUTES_MAX, `at most ${ATTRIBUTES_MAX} attributes`);
export type Attributes = z.infer<typeof attributes>;

/** A row of the people list. */
export const contactSummary = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  /** How many responses, and the latest one's score with what it measures and its time. */
  responses: z.int(),
  lastScore: z.number().nullable(),
  lastMetric: z.enum(METRICS),
  lastResponseAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type ContactSummary = z.infer<typeof contactSummary>;

export const contact = contactSummary.extend({
  identifiers: z.array(identifier),
  attributes,
  /** Where each attribute came from, by its name. */
  provenance: z.record(z.string(), z.object({ source: z.string(), at: instant })),
  /** Others of the same company, up to six. */
  colleagues: z.array(contactSummary),
  colleaguesTotal: z.int(),
});
export type Contact = z.infer<typeof contact>;

/** `GET /api/contacts/{id}` */
export const contactRead = contact.extend({
  /** The company as one of `/api/companies`. */
  companyId: z.string().nullable(),
  segments: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ContactRead = z.infer<typeof contactRead>;

export const externalId = z.object({ system: key.max(SYSTEM_MAX), value: text(EXTERNAL_ID_MAX).min(1) });

export const contactCreate = z
  .object({
    name: text(NAME_MAX).optional(),
    email: text(EMAIL_MAX).optional(),
    phone: text(PHONE_MAX).optional(),
    company: text(NAME_MAX).optional(),
    externalIds: z.array(externalId).max(20).optional(),
    attributes: attributes.optional(),
  })
  .refine((value) => value.name || value.email || value.phone || value.externalIds?.length, {
    message: 'needs a name, email, phone or external id',
  });
export type ContactCreate = z.infer<typeof contactCreate>;

export const contactEdit = z.object({
  name: text(NAME_MAX).optional(),
  company: text(NAME_MAX).nullable().optional(),
  attributes: attributes.optional(),
});
export type ContactEdit = z.infer<typeof contactEdit>;

/** `POST` and `DELETE /api/contacts/{id}/identifiers`. */
export const identifierNew = z
  .object({
    kind: z.enum(['external', 'email', 'phone']),
    /** Whose external id it is. */
    system: key.max(SYSTEM_MAX).optional(),
    value: text(EMAIL_MAX).min(1),
  })
  .refine(({ kind, system }) => kind !== 'external' || system !== undefined, {
    path: ['system'],
    message: 'is needed for an external id',
  });
export type IdentifierNew = z.infer<typeof identifierNew>;

/** `POST /api/contacts/{id}/identifiers/resting`: answers that rest on nothing but a claim of an identifier. */
export const resting = z.object({
  total: z.int(),
  /** The latest of them. */
  responses: z.array(responseSummary).max(20),
});
export type Resting = z.infer<typeof resting>;

/** What happened with a person, newest first. */
export const timelineItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('response'), at: instant, response: responseSummary }),
  z.object({
    kind: z.literal('display'),
    at: instant,
    survey: z.string(),
    surveyName: z.string(),
    touchpoint: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
  }),
  z.object({
    kind: z.literal('event'),
    at: instant,
    name: z.string(),
    /** Who told of it: `segment:…`. */
    source: z.string(),
    properties: attributes,
  }),
  z.object({ kind: z.literal('created'), at: instant, source: z.string() }),
  z.object({ kind: z.literal('identifier'), at: instant, identifier }),
]);
export type TimelineItem = z.infer<typeof timelineItem>;
