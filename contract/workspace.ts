import * as z from 'zod';
import { country, instant, key, languageTag, text, webUrl } from './bounds.ts';
import { purpose } from './consent.ts';
import { DAILY_QUOTA_DEFAULT, EVENT_NAME_MAX, KEY_MAX, NAME_MAX, ORIGINS_MAX, SYSTEM_MAX } from './limits.ts';

import { ROLES } from './role.ts';

export const CALENDARS = ['gregory', 'persian'] as const;

const timeZone = z
  .string()
  .max(KEY_MAX)
  .refine((value) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }, 'must be an IANA time zone');

/** What may be kept on a visitor's device: nothing; from their first act on; once the page says they consent. */
export const STORAGES = ['none', 'interaction', 'consent'] as const;

export const settings = z.object({
  name: text(NAME_MAX).min(1),
  timeZone,
  calendar: z.enum(CALENDARS),
  /** For phone numbers written without a country. */
  country,
  /** Those surveys are written in; the product's own screens speak LOCALES. */
  languages: z.array(languageTag).min(1).max(40),
  /** Nobody is asked too often. */
  fatigue: z.object({
    /** Days without any survey after one was dismissed. */
    cooldown: z.int().min(0).max(365),
    /** At most so many surveys a person in so many days; null: no such bound. */
    cap: z.object({ surveys: z.int().min(1).max(50), days: z.int().min(1).max(365) }).nullable(),
  }),
  /** Attributes of a verified person that a survey may show them. */
  shownAttributes: z.array(key).max(40),
  /** Events that servers tell of, and the stage (an attribute) that a person is in from then on. */
  stageEvents: z
    .array(z.object({ event: text(EVENT_NAME_MAX).trim().min(1), stage: text(NAME_MAX).trim().min(1) }))
    .max(40),
  /** What people are asked to consent to. */
  purposes: z.array(purpose).min(1).max(40),
});
export type Settings = z.infer<typeof settings>;

/** An origin pattern: scheme, host with an optional leading `*.`, and a port or `*`. */
export const originPattern = z
  .string()
  .max(200)
  .regex(
    /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:(\d{1,5}|\*))?$/,
    'must look like https://shop.example, https://*.shop.example or http://localhost:*',
  );

const siteFields = {
  name: text(NAME_MAX).min(1),
  origins: z.array(originPattern).min(1).max(ORIGINS_MAX),
  /** Whose external ids this site's tokens carry. */
  idSystem: key.max(SYSTEM_MAX),
  /** Other systems whose ids its tokens may name (claim `sys`). */
  otherSystems: z.array(key.max(SYSTEM_MAX)).max(20),
  /** Its tokens' traits replace what is known instead of only filling gaps. */
  authoritative: z.boolean(),
  /** Query parameters kept of page URLs, beside utm_*. */
  keepParams: z.array(key).max(20),
  privacyUrl: webUrl.nullable(),
  dailyQuota: z.int().min(1).max(10_000_000),
  storage: z.enum(STORAGES),
};

export const siteCreate = z.object({
  ...siteFields,
  authoritative: siteFields.authoritative.default(false),
  otherSystems: siteFields.otherSystems.default([]),
  keepParams: siteFields.keepParams.default([]),
  privacyUrl: siteFields.privacyUrl.default(null),
  dailyQuota: siteFields.dailyQuota.default(DAILY_QUOTA_DEFAULT),
  storage: siteFields.storage.default('interaction'),
});
export type SiteCreate = z.infer<typeof siteCreate>;

export const siteEdit = z.object(siteFields).partial();
export type SiteEdit = z.infer<typeof siteEdit>;

export const site = z.object({
  ...siteFields,
  key: z.string(),
  /** The id of the signing secret in force. */
  kid: z.string(),
  /** Until when the secret before it is still taken. */
  previousUntil: instant.nullable(),
  lastSeen: z.array(z.object({ origin: z.string(), at: instant })),
  /** Origins the site does not list that its tag was met on, newest first; `null` is an opaque one. */
  refused: z.array(z.object({ origin: z.string(), at: instant })),
  createdAt: instant,
});
export type Site = z.infer<typeof site>;

/** A signing secret, shown once. */
export const siteSecret = z.object({ kid: z.string(), secret: z.string() });

/** What a site's own server calls with, shown once. */
export const siteWriteKey = z.object({ writeKey: z.string() });

export const session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  workspace: z.object({ id: z.string(), name: z.string() }),
  role: z.enum(ROLES),
  settings,
});
export type Session = z.infer<typeof session>;
