import * as z from 'zod';
import { instant, key, localized, text } from './bounds.ts';
import { CONSENT_STATES } from './consented.ts';
import { COMMENT_MAX } from './limits.ts';

/** What people may consent to, until a workspace names its own. */
export const PURPOSES_DEFAULT = [
  {
    id: 'feedback',
    name: {
      en: 'Asking them and using what they answer',
      fa: 'پرسیدن از آن‌ها و استفاده از پاسخ‌ها',
      pl: 'Pytanie o opinię i wykorzystanie odpowiedzi',
    },
  },
  { id: 'email', name: { en: 'Contact by email', fa: 'تماس با ایمیل', pl: 'Kontakt e-mailem' } },
  { id: 'sms', name: { en: 'Contact by SMS', fa: 'تماس با پیامک', pl: 'Kontakt SMS-em' } },
  { id: 'phone', name: { en: 'Contact by phone', fa: 'تماس تلفنی', pl: 'Kontakt telefoniczny' } },
  { id: 'profiling', name: { en: 'Profiling', fa: 'نمایه‌سازی', pl: 'Profilowanie' } },
];

/** Something that people are asked to consent to. */
export const purpose = z.object({ id: key, name: localized });

/** How a consent came: an answer to a survey's question, an import, somebody's hand, or a call. */
export const CONSENT_SOURCES = ['survey', 'import', 'admin', 'api'] as const;

/** One record of a consent given or withdrawn. Records are only ever added; the latest of a purpose holds. */
export const consent = z.object({
  id: z.string(),
  purpose: z.string(),
  state: z.enum(CONSENT_STATES),
  /** When the person said so. */
  at: instant,
  /** When it was written down. */
  recordedAt: instant,
  source: z.enum(CONSENT_SOURCES),
  /** The words that were consented to, or what shows the consent. */
  evidence: z.string(),
  /** Who wrote it down. */
  by: z.string(),
  /** The survey, its version and the answer it was given with. */
  survey: z.string().nullable(),
  version: z.int().nullable(),
  response: z.string().nullable(),
  /** Whether this is the purpose's latest record. */
  holds: z.boolean(),
});
export type Consent = z.infer<typeof consent>;

/** `POST /api/contacts/{id}/consents` */
export const consentCreate = z.object({
  purpose: key,
  state: z.enum(CONSENT_STATES),
  /** When the person said so; now without it. */
  at: instant.optional(),
  evidence: text(COMMENT_MAX).optional(),
});
export type ConsentCreate = z.infer<typeof consentCreate>;
