import * as z from 'zod';

/** RFC 9457 problem details, the only shape of an error on this wire. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  /** For validation: what is wrong, by RFC 6901 pointer into what was sent. */
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
