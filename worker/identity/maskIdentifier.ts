import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { HIDDEN } from './hidden.ts';
import type { IdentifierKind } from './normaliseIdentifier.ts';

/**
 * An identifier as viewers see it: enough to tell two apart, too little to write to anyone. The length of what is
 * hidden does not show.
 *
 * @param value normalised, or as written; what cannot be read is hidden whole
 */
export function maskIdentifier(kind: IdentifierKind, value: string): string {
  switch (kind) {
    case 'email': {
      const at = value.lastIndexOf('@');
      const [first] = value;
      return at > 0 && first ? `${first}${HIDDEN}${value.slice(at)}` : HIDDEN;
    }
    case 'phone': {
      const code = parsePhoneNumberFromString(value)?.countryCallingCode;
      return `${code ? `+${code} ` : ''}${HIDDEN}${lastTwo(value)}`;
    }
    case 'external':
    case 'visitor':
      return `${HIDDEN}${lastTwo(value)}`;
  }
}

/** The last two characters, of values long enough that two say little. */
function lastTwo(value: string): string {
  const characters = [...value.trim()];
  return characters.length >= 5 ? characters.slice(-2).join('') : '';
}
