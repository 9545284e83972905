import * as z from 'zod';
import { text, webUrl } from './bounds.ts';

/** What may stand between a page and its surveys, worst first. */
export const FINDING_CODES = [
  /** The page could not be read from here; what follows rests on the pasted policy alone. */
  'unreachable',
  /** The page answered something else than a page. `value`: the status. */
  'not-a-page',
  /** Its origin is not among the site's. `value`: the origin. */
  'origin',
  /** Served over https, but the tag would come over http. */
  'mixed-content',
  /** A policy refuses the script. `value`: the directive with what must be added. */
  'csp-script',
  'csp-connect',
  /** `trusted-types` is a list without `lit-html`. */
  'csp-trusted-types',
  /** A policy's `sandbox` takes the page's origin or its scripts. `value`: the words missing. */
  'csp-sandbox',
  /** The tag is not in the page as it is served: perhaps a tag manager puts it in. */
  'tag-missing',
  /** The page carries the tag of another site. `value`: its key. */
  'tag-other',
  /** The tag stands there more than once. */
  'tag-twice',
  /** Its origin was refused lately. `value`: when. */
  'refused',
  /** No live survey is due at this address, nor placed in it. */
  'nothing-due',
  /** The address led on to another. `value`: where. */
  'redirected',
] as const;

export const pageCheckBody = z.object({
  url: webUrl,
  /** The page's `Content-Security-Policy`, for pages that cannot be read from here. */
  policy: text(8_000).optional(),
});
export type PageCheckBody = z.infer<typeof pageCheckBody>;

export const finding = z.object({
  code: z.enum(FINDING_CODES),
  severity: z.enum(['error', 'warning', 'note']),
  value: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;

export const pageCheck = z.object({
  /** The address that was read in the end. */
  url: z.string(),
  findings: z.array(finding),
  /** Ids of live surveys whose address rules this page fits. */
  surveys: z.array(z.string()),
});
export type PageCheck = z.infer<typeof pageCheck>;
