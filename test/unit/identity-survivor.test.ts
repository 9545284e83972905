import { expect, it } from 'vitest';
import { survivorOf } from '../../worker/identity/survivorOf.ts';

const person = (name: string, responses = 0, createdAt = 1) => ({ name, responses, createdAt });

it.each([
  ['a whole name, not an initial, whatever is tied to it', person('Michał Nowak'), person('M. Nowak', 9, 0)],
  ['a name, not none', person('Ada'), person('', 9, 0)],
  ['of like names the one with more answers', person('Nowak, Michał', 2, 5), person('Michal Nowak', 1, 0)],
  ['of like answers the one known longer', person('سارا احمدی', 2, 3), person('سارا احمدي', 2, 4)],
])('who stays is %s', (_, stays, goes) => {
  expect(survivorOf(stays, goes)).toBe(stays);
  expect(survivorOf(goes, stays)).toBe(stays);
});
