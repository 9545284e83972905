import { randomBytes } from 'node:crypto';
import type { ResponseBody } from '../../contract/collect.ts';
import { uuid7 } from '../../worker/workspace/uuid7.ts';

/** A fresh id as a browser would make it. */
export function newId(now = Date.now()): string {
  return uuid7(now, (length) => new Uint8Array(randomBytes(length)));
}

/** A good response to the test survey, to be spoiled as a test likes. */
export function response(over: Partial<ResponseBody> = {}): ResponseBody {
  return {
    id: newId(),
    revision: 1,
    survey: 'after-checkout',
    version: 1,
    answers: [{ question: 'rating', value: 2 }],
    complete: false,
    startedAt: new Date().toISOString(),
    page: { url: 'https://shop.example/checkout' },
    ...over,
  };
}
