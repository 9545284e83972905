import * as z from 'zod';
import { instant, text } from './bounds.ts';
import { NAME_MAX } from './limits.ts';
import { KEY_ROLES, ROLES } from './role.ts';

export const apiKeyCreate = z.object({ name: text(NAME_MAX).min(1), role: z.enum(KEY_ROLES) });
export type ApiKeyCreate = z.infer<typeof apiKeyCreate>;

/** A key that a program calls with, without the key itself. */
export const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  createdAt: instant,
  /** Who made it; null where the installation did. */
  by: z.string().nullable(),
  /** The day it was last used on, to the day; null when it never was. */
  lastUsedAt: instant.nullable(),
});
export type ApiKey = z.infer<typeof apiKey>;

/** A key that was just made: the only time it is shown. */
export const apiKeyMade = apiKey.extend({ key: z.string() });
