import { expect } from 'vitest';
import { type Problem, problem } from '../../contract/problem.ts';

const FIELDS = ['type', 'title', 'status', 'detail', 'instance', 'errors'];
/** What a leaked stack or a name from the inside looks like. */
const INSIDE = /\bat [\w.<>]+ \(|\.[jt]s:\d+|node_modules|SQLITE|D1_ERROR|ZodError|TypeError|"stack"/;

/** Expects an answer to be problem details (RFC 9457) of this status that say nothing of the inside. */
export async function expectProblem(answer: Response, status: number): Promise<Problem> {
  const text = await answer.text();
  expect(answer.status, text).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const body = JSON.parse(text) as Record<string, unknown>;
  expect(FIELDS).toEqual(expect.arrayContaining(Object.keys(body)));
  expect(text).not.toMatch(INSIDE);
  const parsed = problem.parse(body);
  expect(parsed.status).toBe(status);
  return parsed;
}
