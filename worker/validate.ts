import type * as z from 'zod';
import { ProblemError } from './errors.ts';

/** More faults than this help nobody. */
const FAULTS_MAX = 20;

/** What zod found, as pointers and plain messages: never its own dump, never the value. */
export function faultsOf(error: z.core.$ZodError): { pointer: string; message: string }[] {
  return error.issues.slice(0, FAULTS_MAX).map((issue) => ({
    pointer: issue.path
      .map((part) => `/${String(part).slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join(''),
    message: issue.message.slice(0, 200),
  }));
}

/**
 * A value that has the shape of a schema.
 *
 * @throws ProblemError 400 that points at what does not fit
 */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ProblemError(400, 'invalid', 'What was sent does not have the expected shape.', {
    errors: faultsOf(result.error),
  });
}

/** JSON of a UTF-8 body.
 *
 * @throws ProblemError 400 when it is neither
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      throw new ProblemError(400, 'not-json', 'The body is not JSON in UTF-8.');
    }
    throw error;
  }
}
