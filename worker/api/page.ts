import * as z from 'zod';
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '../../contract/limits.ts';

/** `cursor` and `limit` of a list. Cursors are opaque to callers and numbers to us. */
export const paging = {
  cursor: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT_MAX).default(PAGE_LIMIT_DEFAULT),
};

/** A list's answer: `next` is the cursor of the page after this, null on the last. */
export function listOf<Schema extends z.ZodType>(items: Schema) {
  return z.object({ items: z.array(items), next: z.string().nullable() });
}

/** A query parameter that lists values, comma-separated. An empty one is no filter. */
export function commaList<Schema extends z.ZodType<unknown, string | unknown>>(item: Schema) {
  const list = z.array(item).max(100);
  return z
    .string()
    .max(2_000)
    .transform((value, context): z.output<Schema>[] => {
      const parsed = list.safeParse(value.split(',').filter(Boolean));
      if (parsed.success) return parsed.data;
      for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .transform((values) => (values.length > 0 ? values : undefined))
    .optional();
}

/** Leaves out what is undefined, as exact optional properties want it. */
export function defined<T extends Record<string, unknown>>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
