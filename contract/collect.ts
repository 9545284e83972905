import * as z from 'zod';
import { instant, key, languageTag, text, uuid7, visitor } from './bounds.ts';
import {
  ANSWERS_MAX,
  CHOICES_MAX,
  COMMENT_MAX,
  CONTEXT_KEYS_MAX,
  CONTEXT_VALUE_MAX,
  EMAIL_MAX,
  EXTERNAL_ID_MAX,
  KEY_MAX,
  NAME_MAX,
  PHONE_MAX,
  REVISION_MAX,
  TITLE_MAX,
  TOKEN_MAX,
  URL_MAX,
} from './limits.ts';
import { OUTCOMES } from './metric.ts';

/** The public wire: what the widget (or any page) sends. */

/** Who the page says the visitor is: a signed token, or a claim nobody has proven. */
export const identity = z.union([
  z.object({ token: z.string().min(1).max(TOKEN_MAX) }),
  z
    .object({
      email: text(EMAIL_MAX).optional(),
      phone: text(PHONE_MAX).optional(),
      externalId: text(EXTERNAL_ID_MAX).optional(),
      name: text(NAME_MAX).optional(),
    })
    .refine((claim) => Object.values(claim).some(Boolean), 'needs a token, email, phone, externalId or name'),
]);
export type Identity = z.infer<typeof identity>;

export const answerValue = z.union([
  z.number().finite(),
  text(COMMENT_MAX),
  z.boolean(),
  z.array(text(CONTEXT_VALUE_MAX)).max(CHOICES_MAX),
  /** What was expected and what was got, each 1 to 5. */
  z.object({ expected: z.number(), experienced: z.number() }),
]);

export const answer = z.object({ question: key, value: answerValue });
export type AnswerValue = z.infer<typeof answerValue>;
export type Answer = z.infer<typeof answer>;

export const page = z.object({
  url: text(URL_MAX),
  title: text(TITLE_MAX).optional(),
  referrer: text(URL_MAX).optional(),
});

/** `POST /v1/sites/{siteKey}/responses` */
export const responseBody = z.object({
  id: uuid7,
  revision: z.int().min(1).max(REVISION_MAX),
  survey: key,
  version: z.int().min(1),
  touchpoint: key.optional(),
  visitor: visitor.optional(),
  identity: identity.optional(),
  answers: z.array(answer).max(ANSWERS_MAX),
  complete: z.boolean(),
  startedAt: instant,
  page,
  locale: languageTag.optional(),
  /** The kind of device, `phone`, `tablet` or `desktop`, alone or as `type` among what else the page knows of it. */
  device: z
    .union([text(KEY_MAX), z.record(key, z.union([text(CONTEXT_VALUE_MAX), z.number(), z.boolean()]))])
    .optional(),
  context: z
    .record(key, z.union([text(CONTEXT_VALUE_MAX), z.number().finite(), z.boolean()]))
    .refine((context) => Object.keys(context).length <= CONTEXT_KEYS_MAX, `at most ${CONTEXT_KEYS_MAX} keys`)
    .optional(),
  /** The visitor takes the answer back: its contents are removed, its id stays used. */
  withdrawn: z.literal(true).optional(),
  /** Given while trying things out: stored, and in no figure. */
  test: z.literal(true).optional(),
});
export type ResponseBody = z.infer<typeof responseBody>;

/** `POST /v1/sites/{siteKey}/displays` */
export const displayBody = z.object({
  id: uuid7,
  survey: key,
  version: z.int().min(1),
  visitor: visitor.optional(),
  identity: identity.optional(),
  outcome: z.enum(OUTCOMES),
  test: z.literal(true).optional(),
});
export type DisplayBody = z.infer<typeof displayBody>;

/** `POST /v1/sites/{siteKey}/identify` */
export const identifyBody = z.object({
  visitor,
  identity: z.object({ token: z.string().min(1).max(TOKEN_MAX) }),
});
export type IdentifyBody = z.infer<typeof identifyBody>;

/** `POST /v1/sites/{siteKey}/decide`: which of these surveys, due by all the page can tell, this visitor is asked. */
export const decideBody = z.object({
  candidates: z.array(key).min(1).max(20),
  visitor: visitor.optional(),
  identity: identity.optional(),
});
export type DecideBody = z.infer<typeof decideBody>;

/** Nothing in it depends on whether an unproven person exists. */
export interface Decision {
  show: string[];
  /** Attributes that may be shown, of a verified person, as far as a survey shown speaks of them. */
  contact?: Record<string, string>;
}
