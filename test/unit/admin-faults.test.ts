import { afterEach, expect, test } from 'vitest';
import type * as z from 'zod';
import { ApiError } from '../../admin/api.ts';
import { pl } from '../../admin/messages/pl.ts';
import { loadCatalogue } from '../../admin/messages/translate.ts';
import { faultText } from '../../admin/models/fault-text.ts';
import { createFaults } from '../../admin/models/faults.ts';
import { locale } from '../../admin/models/regional.ts';
import { contactCreate, contactEdit } from '../../contract/contact.ts';
import { settings, siteCreate } from '../../contract/workspace.ts';
import { faultsOf } from '../../worker/validate.ts';

afterEach(async () => {
  locale.value = 'en';
  await loadCatalogue('en');
});

const tooLong = 'x'.repeat(3_000);
const wrong: [string, z.ZodType, unknown][] = [
  ['a person without anything', contactCreate, {}],
  ['a person with too much', contactCreate, { name: tooLong, email: tooLong, phone: tooLong, company: '\u0001' }],
  ['an attribute that is too long', contactEdit, { attributes: { a: tooLong } }],
  [
    'too many attributes',
    contactEdit,
    { attributes: Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`a${at}`, 1])) },
  ],
  [
    'a site of which nothing fits',
    siteCreate,
    { name: '', origins: ['x'], idSystem: 'a b', privacyUrl: 'ftp://x', keepParams: ['?'], dailyQuota: 0 },
  ],
  ['a site without origins', siteCreate, { name: tooLong, origins: [], idSystem: '', dailyQuota: 1e9 }],
  [
    'settings of which nothing fits',
    settings,
    { name: '', timeZone: 'Mars', country: 'xx', languages: [], calendar: 1 },
  ],
];

test.each(wrong)('all that the server says of %s is said in the language of the screen', async (_, schema, value) => {
  locale.value = 'pl';
  await loadCatalogue('pl');
  const result = schema.safeParse(value);
  const faults = result.success ? [] : faultsOf(result.error);
  expect(faults).not.toEqual([]);
  const known = new Set(Object.entries(pl).map(([, text]) => text));
  for (const { message } of faults) expect(known, message).toContain(faultText(message));
});

test('what nobody has foreseen is said as the server says it', () => {
  expect(faultText('is on fire')).toBe('is on fire');
});

const refusal = (errors: { pointer: string; message: string }[], code = 'invalid') =>
  new ApiError(400, { type: `urn:touchstone:problem:${code}`, errors });

test('a refusal is taken apart by the fields of the form, the first fault of each', () => {
  const faults = createFaults(['name', 'origins']);
  faults.take(
    refusal([
      { pointer: '/origins/2', message: 'must look like https://shop.example' },
      { pointer: '/origins/3', message: 'Too big' },
    ]),
    'not saved',
  );
  expect(faults.fields.value).toEqual({ origins: faultText('must look like https:') });
  expect(faults.whole.value).toBeNull();
  faults.clear();
  expect(faults.fields.value).toEqual({});
});

test('a refusal that belongs to no field of the form is said of the whole', () => {
  const faults = createFaults(['name']);
  faults.take(refusal([{ pointer: '/secret', message: 'Too big' }]), 'not saved');
  expect(faults.fields.value).toEqual({});
  expect(faults.whole.value).toBe('not saved');
});

test('an email that somebody has already is said at the email', () => {
  const faults = createFaults(['name', 'email']);
  faults.take(refusal([], 'identifier-taken'), 'not saved');
  expect(Object.keys(faults.fields.value)).toEqual(['email']);
});
