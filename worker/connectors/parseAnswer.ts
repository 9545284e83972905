import type * as z from 'zod';
import type { ApiAnswer } from '../outbound/callApi.ts';
import { badAnswer } from './connectorError.ts';

/**
 * Reads an answer as what is documented of it.
 *
 * @throws ConnectorError when it is cut off or something else
 */
export function parseAnswer<Schema extends z.ZodType>(answer: ApiAnswer, schema: Schema): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(answer.text);
  } catch {
    throw badAnswer(answer.status);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw badAnswer(answer.status);
  return parsed.data;
}
