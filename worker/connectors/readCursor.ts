import type * as z from 'zod';

/** A cursor as the connector wrote it; null where there is none, or one of another shape, so that reading begins anew. */
export function readCursor<Schema extends z.ZodType>(cursor: string | null, schema: Schema): z.output<Schema> | null {
  if (cursor === null) return null;
  try {
    return schema.safeParse(JSON.parse(cursor)).data ?? null;
  } catch {
    return null;
  }
}
