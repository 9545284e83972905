import { expect, test } from 'vitest';
import { ApiError } from '../../admin/api.ts';
import { createResource } from '../../admin/models/resource.ts';

function later<Value>() {
  let settle: (value: Value) => void = () => undefined;
  let refuse: (reason: unknown) => void = () => undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    settle = resolve;
    refuse = reject;
  });
  return { promise, settle, refuse };
}

test('an answer that a newer question has overtaken never reaches the screen', async () => {
  const resource = createResource<string>();
  const slow = later<string>();
  const first = resource.load(() => slow.promise);
  const second = resource.load(() => Promise.resolve('new'));
  await second;
  slow.settle('old');
  await first;
  expect(resource.data.value).toBe('new');
  expect(resource.loading.value).toBe(false);
});

test('a question that is overtaken is told so, and its failure is nobody’s concern', async () => {
  const resource = createResource<string>();
  const slow = later<string>();
  let told = false;
  const first = resource.load((signal) => {
    signal.addEventListener('abort', () => {
      told = true;
    });
    return slow.promise;
  });
  const second = resource.load(() => Promise.resolve('new'));
  slow.refuse(new DOMException('aborted', 'AbortError'));
  await Promise.all([first, second]);
  expect(told).toBe(true);
  expect(resource.error.value).toBeNull();
});

test('a failure keeps what is on screen and says what it was, until the next success', async () => {
  const resource = createResource<string>();
  await resource.load(() => Promise.resolve('known'));
  await resource.load(() => Promise.reject(new ApiError(503, { type: 'urn:touchstone:problem:overloaded' })));
  expect(resource.data.value).toBe('known');
  expect(resource.error.value).toMatchObject({ status: 503, code: 'overloaded' });
  await resource.load(() => Promise.resolve('newer'));
  expect(resource.error.value).toBeNull();
});

test('a mistake of our own is not mistaken for a failed call', async () => {
  const resource = createResource<string>();
  await expect(resource.load(() => Promise.reject(new RangeError('ours')))).rejects.toThrow('ours');
  expect(resource.error.value).toBeNull();
});
