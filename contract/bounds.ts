import * as z from 'zod';
import { KEY_MAX, URL_MAX } from './limits.ts';

/** Building blocks of every schema here: each string a stranger sends has a length and a character set. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Text a person wrote: any script, no control characters but tab and line breaks, well-formed. */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => !CONTROL.test(value) && value.isWellFormed(), 'has characters that are not text');
}

/** An id this product made or a customer chose for something of theirs: survey, question, touchpoint, site. */
export const key = z
  .string()
  .min(1)
  .max(KEY_MAX)
  .regex(/^[A-Za-z0-9_-]+$/, 'may hold letters, digits, _ and - only');

/** RFC 9562 UUID version 7, lower case. */
export const uuid7 = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'must be a UUID version 7');

/** A first-party visitor id. */
export const visitor = z
  .string()
  .min(1)
  .max(KEY_MAX)
  .regex(/^[A-Za-z0-9_-]+$/, 'may hold letters, digits, _ and - only');

/** An RFC 3339 instant. Which offset it was written in is not kept. */
export const instant = z.iso.datetime({ offset: true }).max(40);

/** A calendar day, `2026-11-23`. */
export const day = z.iso.date();

/** A BCP 47 language tag. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag');

/** An ISO 3166-1 alpha-2 country code. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code');

/** An absolute http or https URL. */
export const webUrl = z
  .string()
  .max(URL_MAX)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'must be an http or https URL');

/** A text in several languages, by tag. */
export const localized = z.partialRecord(languageTag, text(500));
