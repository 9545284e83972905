import { type PlainKey, t } from '../messages/translate.ts';

/** What the server says of a field, as far as it is known here. Whatever is not comes through as the server wrote it. */
const KNOWN: [RegExp, PlainKey][] = [
  [/^must look like https:/, 'fault.origin'],
  [/^must be an http/, 'fault.url'],
  [/^must be an IANA time zone/, 'fault.time-zone'],
  [/^must be a two-letter country/, 'fault.country'],
  [/^may hold letters, digits/, 'fault.key'],
  [/^has characters that are not text/, 'fault.text'],
  [/^is not a usable email/, 'fault.email'],
  [/^is not a usable phone/, 'fault.phone'],
  [/^needs a name, email, phone/, 'people.needs-one'],
  [/^at most \d+ attributes/, 'fault.attributes'],
  [/^Too small/, 'fault.small'],
  [/^Too big/, 'fault.big'],
  [/^Invalid/, 'fault.invalid'],
];

/** What is wrong with a field, in the language of the screen. */
export function faultText(message: string): string {
  const known = KNOWN.find(([pattern]) => pattern.test(message));
  return known ? t(known[1]) : message;
}
