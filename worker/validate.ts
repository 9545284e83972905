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

/** Nothing that anybody means is nested deeper; what walks a value later would run out of stack. */
const DEPTH_MAX = 200;

/** JSON of a UTF-8 body.
 *
 * @throws ProblemError 400 when it is neither, or nested beyond all sense
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    if (isDeep(text)) throw new ProblemError(400, 'too-deep', `JSON may be nested ${DEPTH_MAX} deep at most.`);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      throw new ProblemError(400, 'not-json', 'The body is not JSON in UTF-8.');
    }
    throw error;
  }
}

/** Whether brackets are nested too deep, those within strings left alone. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (quoted) {
      if (unit === BACKSLASH) i += 1;
      else if (unit === QUOTE) quoted = false;
    } else if (unit === QUOTE) quoted = true;
    else if (unit === OBJECT || unit === LIST) {
      depth += 1;
      if (depth > DEPTH_MAX) return true;
    } else if (unit === OBJECT_END || unit === LIST_END) depth -= 1;
  }
  return false;
}

const [QUOTE, BACKSLASH, OBJECT, OBJECT_END, LIST, LIST_END] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
