import type { Attributes } from '../../contract/contact.ts';
import { foldDigits } from './foldDigits.ts';
import { maskIdentifier } from './maskIdentifier.ts';

/** Attributes as viewers see them: an address or a phone number is one under whatever name it is kept. */
export function maskAttributes(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (/\S@\S/.test(value)) return [name, maskIdentifier('email', value)];
      // Starts as numbers are dialled; dates and amounts do not.
      return [name, /^\s*[+0][\d\s().-]{7,}$/.test(foldDigits(value)) ? maskIdentifier('phone', value) : value];
    }),
  );
}
