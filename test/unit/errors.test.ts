import { HTTPException } from 'hono/http-exception';
import { describe, expect, it } from 'vitest';
import { ProblemError, problemOf } from '../../worker/errors.ts';

describe('the answer to an error', () => {
  it('asks an overloaded workspace’s visitor to come again', () => {
    const overloaded = Object.assign(new Error('Durable Object is overloaded.'), { overloaded: true });
    const { status, retryAfter, body } = problemOf(overloaded, '/v1/sites/x/responses');
    expect(status).toBe(503);
    expect(retryAfter).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('Durable');
  });

  it('says nothing of the inside when nobody expected it', () => {
    const { status, body } = problemOf(new Error('no such table: contact'), '/api/contacts');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('table');
  });

  it('carries what was found and when to come again', () => {
    const errors = [{ pointer: '/id', message: 'must be a UUID version 7' }];
    const { status, retryAfter, body } = problemOf(
      new ProblemError(429, 'quota', 'Enough for today.', { errors, retryAfter: 60 }),
      '/here',
    );
    expect([status, retryAfter]).toEqual([429, 60]);
    expect(body).toMatchObject({
      type: 'urn:touchstone:problem:quota',
      detail: 'Enough for today.',
      instance: '/here',
      errors,
    });
  });

  it('calls a body that is no JSON just that', () => {
    expect(problemOf(new HTTPException(400), '/api/contacts').body).toMatchObject({ status: 400 });
  });
});
